import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { RulesForm } from '#app/domain/merges/merge.form.ts'
import { changeMergeRules, mergeRules } from '#app/domain/merges/settings.server.ts'
import { Choices } from '#app/ui/choices.tsx'
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
  pageTitle(matches, { key: 'merges:settings.title' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'site.settings')
  return mergeRules(db)
}

export async function action(knock: ActionFunctionArgs) {
  const admin = await requirePermission(knock, 'site.settings')
  const form = await read(knock.request, RulesForm)
  if (form.reply) return invalid(form.reply)
  const { seen, ...rules } = form.values
  const outcome = await transaction((tx) => changeMergeRules(tx, admin, seen, rules))
  if (outcome === 'stale') return form.refuse({ mergeAnswerDays: 'merges:settings.stale' })
  return back('/staff/settings/merges', 'merge-settings')
}

/** Whether authors are asked before their idea goes into another, and how long they have. */
export default function MergeSettings() {
  const { t } = useTranslation('merges')
  const now = useLoaderData<typeof loader>()
  const { field, text } = useTyped(now)
  return (
    <SettingsPage title={t('settings.title')} lead={t('settings.lead')}>
      <SettingsForm seen={now.seen} save={t('settings.save')}>
        <Choices
          legend={t('settings.consent')}
          name="mergeConsent"
          chosen={[text('mergeConsent') ?? 'ask']}
          choices={(['ask', 'tell'] as const).map((value) => ({
            value,
            label: t(`settings.${value}`),
            hint: t(`settings.${value}Hint`),
          }))}
          required
        />
        <Field
          {...field('mergeAnswerDays')}
          type="number"
          min={1}
          max={60}
          label={t('settings.days')}
          hint={t('settings.daysHint')}
          required
        />
      </SettingsForm>
    </SettingsPage>
  )
}
