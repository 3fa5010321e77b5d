import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DaysForm } from '#app/domain/appeals/appeal.form.ts'
import { changeDays, daysNow } from '#app/domain/appeals/days.server.ts'
import { Field } from '#app/ui/field.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { useTyped } from '#app/ui/use-typed.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { SettingsForm, SettingsPage } from '../settings/settings-page.tsx'

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
  const { t } = useTranslation('appeals')
  const now = useLoaderData<typeof loader>()
  const { errors, field } = useTyped(now)
  const isStale = errors.some(({ message }) => message === t('settings.stale'))
  return (
    <SettingsPage title={t('settings.title')} lead={t('settings.lead')}>
      {isStale && <p>{t('settings.now', now)}</p>}
      <SettingsForm seen={now.seen} save={t('settings.save')}>
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
      </SettingsForm>
    </SettingsPage>
  )
}
