import { useLoaderData } from '@remix-run/react'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import type { FiguresData } from '../transparency.tsx'
import { Figures } from './figures-decisions.tsx'
import { Formula, Part } from './figures-part.tsx'
import { useShare } from './share.ts'

/** What was decided to keep the place kind, what was reported, and what became of objections. */
export function Moderation() {
  return (
    <>
      <Rules />
      <Reports />
      <Objections />
    </>
  )
}

function Rules() {
  const { t } = useTranslation('promises')
  const { total, automated, cleared, restored, ...by } = useLoaderData<FiguresData>().moderation
  const { number } = useFormat()
  const share = useShare()
  const formula = { n: number(total), cleared: number(cleared), restored: number(restored) }
  return (
    <Part name="rules">
      {total ? (
        <>
          <p>{t('figures.rules.facts', { n: number(total), share: share(automated / total) })}</p>
          <Tally of="byReason" rows={by.byReason} total={total} />
          <Tally of="byAct" rows={by.byAct} total={total} />
          <Tally of="byOrigin" rows={by.byOrigin} total={total} />
        </>
      ) : (
        <p>{t('figures.rules.none')}</p>
      )}
      <Formula>{t('figures.rules.formula', formula)}</Formula>
    </Part>
  )
}

type TallyOf = 'byReason' | 'byAct' | 'byOrigin'
const names: Record<TallyOf, (key: string) => string> = {
  byReason: (key) => `moderation:statement.rules.${key}.name`,
  byAct: (key) => `moderation:objections.acts.${key}`,
  byOrigin: (key) => `promises:figures.rules.origins.${key}`,
}

function Tally(told: { of: TallyOf; rows: { key: string; n: number }[]; total: number }) {
  const { t } = useTranslation(['promises', 'moderation'])
  const say = t as (key: string) => string
  const { number } = useFormat()
  const share = useShare()
  const { of, rows, total } = told
  const most = Math.max(...rows.map(({ n }) => n))
  return (
    <Table
      caption={t(`figures.rules.${of}`)}
      columns={[
        { key: 'what', label: t(`figures.rules.columns.${of}`) },
        { key: 'count', label: t('figures.columns.count') },
        { key: 'share', label: t('figures.columns.share'), numeric: true },
      ]}
      rows={rows.map(({ key, n }) => ({
        key,
        cells: {
          what: say(names[of](key)),
          count: (
            <>
              <span
                className="bar"
                style={{ '--part': n / most } as CSSProperties}
                aria-hidden="true"
              />
              {number(n)}
            </>
          ),
          share: share(n / total),
        },
      }))}
    />
  )
}

function Reports() {
  const { t } = useTranslation('promises')
  const { received, decided, upheld, medianHours } = useLoaderData<FiguresData>().moderation.reports
  const { number } = useFormat()
  const share = useShare()
  const nothing = t('figures.nothing')
  const told = {
    received: number(received),
    decided: number(decided),
    upheld: number(upheld),
    share: decided ? share(upheld / decided) : nothing,
    median: medianHours === undefined ? nothing : number(Math.round(medianHours * 10) / 10),
  }
  return (
    <Part name="reports">
      <Figures caption={t('figures.reports.caption')} group="reports" told={told} />
      <Formula>{t('figures.reports.formula')}</Formula>
    </Part>
  )
}

function Objections() {
  const { t } = useTranslation('promises')
  const { share: part, medianDays, ...counts } = useLoaderData<FiguresData>().moderation.objections
  const { number } = useFormat()
  const share = useShare()
  const nothing = t('figures.nothing')
  const told = {
    sent: number(counts.sent),
    decided: number(counts.decided),
    overturned: number(counts.overturned),
    share: part === undefined ? nothing : share(part),
    median: medianDays === undefined ? nothing : number(Math.round(medianDays * 10) / 10),
    waiting: number(counts.waiting),
    overdue: number(counts.overdue),
  }
  return (
    <Part name="objections">
      <Figures caption={t('figures.objections.caption')} group="objections" told={told} />
      <Formula>{t('figures.objections.formula')}</Formula>
    </Part>
  )
}
