import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { limits } from '#app/domain/realised/realised.form.ts'
import { Field } from '#app/ui/field.tsx'
import type { useTyped } from '#app/ui/use-typed.ts'
import type { realisedEditor } from './editor.server.ts'

type Page = SerializeFrom<typeof realisedEditor>
type Typed = ReturnType<typeof useTyped>

/** Whom it is owed to beside its author: other ideas, and the comments that changed it. */
export function Owed({ page: { comments }, typed }: { page: Page; typed: Typed }) {
  const { t } = useTranslation('realised')
  const chosen = new Set((typed.text('comment') ?? '').split(','))
  const problem = typed.errors.find(({ name }) => name === 'comment')?.message
  return (
    <>
      <Field
        {...typed.field('sources')}
        label={t('edit.fields.sources')}
        hint={t('edit.hints.sources')}
        inputMode="numeric"
        optional
      />
      <fieldset className="field choices changed-by" id="comment">
        <legend>{t('edit.fields.comments')}</legend>
        <p className="hint">{t(comments.length ? 'edit.hints.comments' : 'edit.noComments')}</p>
        {problem && <p className="error">{problem}</p>}
        {comments.map(({ id, said, who, useful }) => (
          <div key={id}>
            <label>
              <input type="checkbox" name="comment" value={id} defaultChecked={chosen.has(id)} />
              <span>
                <b>{who ?? t('edit.former')}</b> {said}{' '}
                <span className="quiet">{t('edit.useful', { count: useful })}</span>
              </span>
            </label>
            <Field
              {...typed.field(`change-${id}`)}
              label={t('edit.fields.change')}
              maxLength={limits.change}
              optional
            />
          </div>
        ))}
      </fieldset>
    </>
  )
}
