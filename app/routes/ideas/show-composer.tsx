import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Hole } from '#app/ui/hole.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { ideaPage } from './show-loader.server.ts'

/** The field for a comment; when one was not accepted, it holds what was typed and to whom. */
export function Composer() {
  const { idea } = useLoaderData<typeof ideaPage>()
  const { t } = useTranslation('ideas')
  const typed = useTyped()
  const refused = useActionData() !== undefined
  const gone = typed.field('parentId').error
  const parentId = gone ? undefined : typed.text('parentId')
  return (
    <form
      className="composer"
      method="post"
      action={`/ideas/${idea.number}/comments`}
      data-enhance=""
    >
      {refused && (
        <ErrorSummary errors={typed.errors.map((error) => ({ ...error, name: 'body' }))} />
      )}
      {parentId && <input type="hidden" name="parentId" value={parentId} />}
      <Field
        {...typed.field('body')}
        error={typed.field('body').error ?? gone}
        kind="textarea"
        label={t(parentId ? 'comments.yourReply' : 'comments.yours')}
        hint={
          <Hole
            of="viewer"
            cases={{ guest: t('comments.guest'), member: t('comments.public', { name: '%name%' }) }}
          />
        }
        rows={4}
        required
        minLength={2}
        maxLength={4000}
      />
      <Hole
        of="can:comments.speak"
        cases={{ off: null, on: <p className="hint">{t('comments.speaks')}</p> }}
      />
      <Button>{t(parentId ? 'comments.sendReply' : 'comments.send')}</Button>
    </form>
  )
}
