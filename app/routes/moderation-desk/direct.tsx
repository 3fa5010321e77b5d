import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { DirectPage } from '../staff/moderation-decide.tsx'
import { ActFields } from './act-fields.tsx'

/** A decision on something that nobody has flagged. */
export function Direct() {
  const { t } = useTranslation('moderation')
  const { subject, subjectId, path, hasAuthor, html, templates } = useLoaderData<DirectPage>()
  const { errors } = useTyped()
  return (
    <>
      <Pagehead title={t('desk.direct.title')} lead={t('desk.direct.lead')} />
      <form method="post" className="measure stack moderation" noValidate>
        <ErrorSummary errors={errors} />
        <div className="reported">
          <Prose html={html} />
        </div>
        <input type="hidden" name="subject" value={subject} />
        <input type="hidden" name="id" value={subjectId} />
        <input type="hidden" name="redirectTo" value={path} />
        <div className="deciding stack">
          <ActFields isHeld={false} hasAuthor={hasAuthor} templates={templates} />
          <div className="row acts">
            <Button>{t('desk.direct.send')}</Button>
            <ButtonLink kind="ghost" href={path}>
              {t('desk.direct.cancel')}
            </ButtonLink>
          </div>
        </div>
      </form>
    </>
  )
}
