import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type RuleId, ruleIds, sleepingRules, type Terms } from '#app/domain/points/rule.rules.ts'
import { termsAt } from '#app/domain/points/rule.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { IconName } from '#app/ui/icons.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { usePoints } from '#app/ui/points.tsx'
import { Table } from '#app/ui/table.tsx'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { useTermsWords } from '../settings-points/terms-words.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'

export { links } from './settings.tsx'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'points:settings.title' })

const base = '/staff/settings/points'
const pages = [
  { name: 'general', icon: 'settings' },
  { name: 'levels', icon: 'trending-up' },
  { name: 'noun', icon: 'tag' },
] as const satisfies { name: string; icon: IconName }[]

/** What somebody does themselves, and what others make of it. */
const acts: RuleId[] = ['email', 'profile', 'vote', 'comment', 'idea', 'friend']

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'site.settings')
  const terms = await termsAt(db, now())
  const awake = ruleIds.filter((rule) => !sleepingRules.includes(rule))
  const rowsOf = (some: RuleId[]) => some.map((rule) => ({ rule, terms: terms[rule] }))
  return {
    groups: [
      { name: 'acts' as const, rows: rowsOf(awake.filter((rule) => acts.includes(rule))) },
      { name: 'worth' as const, rows: rowsOf(awake.filter((rule) => !acts.includes(rule))) },
    ],
    sleeping: [...sleepingRules],
  }
}

/** Every rule by which points are earned, and the way to the other settings of the points. */
export default function PointSettingsPage() {
  const { t } = useTranslation('points')
  const { groups, sleeping } = useLoaderData<typeof loader>()
  return (
    <SettingsPage title={t('settings.title')} lead={t('settings.lead')} look="point-settings">
      <ul className="setting-cards">
        {pages.map(({ name, icon }) => (
          <li key={name}>
            <Icon name={icon} />
            <h2>
              <a href={`${base}/${name}`}>{t(`settings.pages.${name}.title`)}</a>
            </h2>
            <p className="quiet">{t(`settings.pages.${name}.short`)}</p>
          </li>
        ))}
      </ul>
      {groups.map(({ name, rows }) => (
        <Rules key={name} name={name} rows={rows} />
      ))}
      <section aria-labelledby="sleeping">
        <h2 id="sleeping">{t('settings.groups.sleeping')}</h2>
        <p className="quiet">{t('settings.groups.sleepingText')}</p>
        <ul className="sleeping">
          {sleeping.map((rule) => (
            <li key={rule}>
              <strong>{t(`rules.${rule}.name`)}</strong>{' '}
              <span className="quiet">{t(`settings.none.${rule as 'quiz'}`)}</span>
            </li>
          ))}
        </ul>
      </section>
    </SettingsPage>
  )
}

type Props = { name: 'acts' | 'worth'; rows: { rule: RuleId; terms: Terms }[] }

function Rules({ name, rows }: Props) {
  const { t } = useTranslation('points')
  const words = useTermsWords()
  const points = usePoints()
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{t(`settings.groups.${name}`)}</h2>
      <p className="quiet">{t(`settings.groups.${name}Text`)}</p>
      <Table
        caption={t(`settings.groups.${name}`)}
        columns={[
          { key: 'rule', label: t('settings.rule') },
          { key: 'pays', label: points.title, numeric: true },
          { key: 'caps', label: t('settings.caps') },
          { key: 'delay', label: t('settings.delay') },
        ]}
        rows={rows.map(({ rule, terms }) => ({
          key: rule,
          cells: {
            rule: (
              <>
                <a href={`${base}/rules/${rule}`}>{t(`rules.${rule}.name`)}</a>
                <span className="what">{t(`rules.${rule}.what`)}</span>
              </>
            ),
            pays: terms.isOn ? points.signed(terms.amount) : t('settings.words.off'),
            caps: terms.isOn ? words.caps(terms) : '–',
            delay: terms.isOn ? words.delay(terms) : '–',
          },
        }))}
      />
    </section>
  )
}
