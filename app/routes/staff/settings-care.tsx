import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CareRulesForm } from '#app/domain/care/settings.form.ts'
import { careRules, changeCareRules } from '#app/domain/care/settings.server.ts'
import { Field } from '#app/ui/field.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { useTyped } from '#app/ui/use-typed.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { SettingsForm, SettingsPage } from '../settings/settings-page.tsx'
import { BothVersions } from '../settings/stale.tsx'
import { isStale } from '../settings/status-answer.ts'

export { links } from './settings.tsx'
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'care:rules.title' })

const page = '/staff/settings/care'

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'care.lead')
  return careRules(db)
}

export async function action(knock: ActionFunctionArgs) {
  const lead = await requirePermission(knock, 'care.lead')
  const form = await read(knock.request, CareRulesForm)
  if (form.reply) return invalid(form.reply)
  const { seen, ...wish } = form.values
  const outcome = await transaction((tx) => changeCareRules(tx, lead, seen, wish))
  if (outcome === 'not-allowed') throw new Response(null, { status: 403 })
  if (outcome === 'stale') return form.refuse({ seen: 'care:rules.error.stale' })
  return back(page, outcome === 'changed' ? 'care-rules-changed' : 'status-unchanged')
}

const numbers = [
  'reopenDays',
  'contentReminderDays',
  'caseMonths',
  'remedyPoints',
  'remedyCoupons',
] as const

/** How care works: how long a case can be opened again, what is asked and mailed, what an agent may give. */
export default function CareSettings() {
  const { t } = useTranslation('care')
  const { rules, seen } = useLoaderData<typeof loader>()
  const { asksContent, answersInMail, ...figures } = rules
  const ticked = (is: boolean) => (is ? 'on' : '')
  const ticks = { asksContent: ticked(asksContent), answersInMail: ticked(answersInMail) }
  const typed = useTyped({ ...figures, ...ticks })
  const hint = (name: (typeof numbers)[number]) => t(`rules.hint.${name}`)
  const figure = (name: (typeof numbers)[number]) => (
    <Field
      {...typed.field(name)}
      label={t(`rules.${name}`)}
      hint={hint(name)}
      inputMode="numeric"
      maxLength={6}
      required
    />
  )
  return (
    <SettingsPage title={t('rules.title')} lead={t('rules.lead')}>
      {isStale(typed.errors) && (
        <BothVersions
          lines={numbers
            .map((name) => ({
              ...{ key: name, label: t(`rules.${name}`) },
              ...{ now: String(rules[name]), mine: typed.text(name) ?? '' },
            }))
            .filter(({ now, mine }) => now !== mine)}
        />
      )}
      <ul className="row">
        {(['topics', 'sla', 'macros'] as const).map((name) => (
          <li key={name}>
            <a href={`${page}/${name}`}>{t(`rules.pages.${name}`)}</a>
          </li>
        ))}
      </ul>
      <SettingsForm seen={seen} save={t('rules.save')} look="wide">
        {figure('reopenDays')}
        <Field {...typed.tick('asksContent')} label={t('rules.asksContent')} />
        {figure('contentReminderDays')}
        <Field
          {...typed.tick('answersInMail')}
          label={t('rules.answersInMail')}
          hint={t('rules.hint.answersInMail')}
        />
        {figure('caseMonths')}
        {figure('remedyPoints')}
        {figure('remedyCoupons')}
      </SettingsForm>
    </SettingsPage>
  )
}
