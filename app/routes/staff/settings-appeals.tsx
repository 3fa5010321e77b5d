import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DaysForm } from '#app/domain/appeals/appeal.form.ts'
import { changeDays, daysNow } from '#app/domain/appeals/days.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { useTyped } from '#app/ui/use-typed.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'

export { links } from './settings.tsx'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'appeals:settings.title' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'site.settings')
  return daysNow(db)
}

export async function action(knock: ActionFunctionArgs) {
  const admin = await requirePermission(knock, 'site.settings')
  const form = await read(knock.request, DaysForm)
  if (form.reply) return invalid(form.reply)
  const { seen, ...days } = form.values
  const outcome = await transaction((tx) => changeDays(tx, admin, seen, days))
  if (outcome === 'stale') return form.refuse({ appealDays: 'appeals:settings.stale' })
  return back('/staff/settings/appeals', 'appeal-days')
}

/** How long authors have to appeal, and how long the brand has to answer. */
export default function AppealSettings() {
  const { t } = useTranslation(['appeals', 'workflow'])
  const now = useLoaderData<typeof loader>()
  const { errors, field } = useTyped(now)
  const isStale = errors.some(({ message }) => message === t('settings.stale'))
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('workflow:settings.title'), href: '/staff/settings' },
          { label: t('settings.title') },
        ]}
      />
      <Pagehead title={t('settings.title')} lead={t('settings.lead')} />
      <div className="sections">
        <ErrorSummary errors={errors} />
        {isStale && <p>{t('settings.now', now)}</p>}
        <form method="post" className="form" noValidate>
          <input type="hidden" name="seen" value={now.seen} />
          <Field
            {...field('appealDays')}
            type="number"
            min={7}
            max={180}
            label={t('settings.appealDays')}
            hint={t('settings.appealDaysHint')}
            required
          />
          <Field
            {...field('appealAnswerDays')}
            type="number"
            min={1}
            max={60}
            label={t('settings.appealAnswerDays')}
            hint={t('settings.appealAnswerDaysHint')}
            required
          />
          <div className="row">
            <Button>{t('settings.save')}</Button>
          </div>
        </form>
      </div>
    </>
  )
}
