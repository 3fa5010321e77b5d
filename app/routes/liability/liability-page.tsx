import type { SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { centsOf } from '#app/domain/points/liability.rules.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { usePoints } from '#app/ui/points.tsx'
import { Table } from '#app/ui/table.tsx'
import type { LiabilityData } from '../staff/points.tsx'
import { EndingTable, OpenTable } from './liability-tables.tsx'
import { useMoney, useMonth } from './money.ts'

export type Data = SerializeFrom<LiabilityData>

/** What the house owes its members, in points and in money. */
export function LiabilityPage() {
  const { t } = useTranslation('points')
  const data = useLoaderData<Data>()
  return (
    <>
      <Pagehead
        title={t('report.title')}
        lead={t('report.lead')}
        action={
          <ButtonLink kind="plain" icon="download" href="/staff/points.csv">
            {t('report.csv')}
          </ButtonLink>
        }
      />
      <div className="sections">
        {!data.isWhole && <Notice tone="warning">{t('report.counting')}</Notice>}
        <Now data={data} />
        <Months data={data} />
        <EndingTable data={data} />
        <OpenTable data={data} />
        <Formula data={data} />
      </div>
    </>
  )
}

function Now({ data }: { data: Data }) {
  const { t } = useTranslation('points')
  const points = usePoints()
  const money = useMoney()
  const { value, now } = data
  const outstanding = now.available + now.pending - now.owed
  const figures = [
    ['outstanding', outstanding],
    ['available', now.available],
    ['pending', now.pending],
    ['owed', now.owed],
  ] as const
  return (
    <section className="stack" aria-labelledby="now">
      <h2 id="now">{t('report.now')}</h2>
      <ul className="owing">
        {figures.map(([name, n]) => (
          <li key={name}>
            <span className="quiet">{t(`report.${name}`)}</span>
            <span className="figure tnum">{points.number(n)}</span>
            <span>{money(centsOf(n, value))}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">
        {t('report.members', { count: now.members, n: points.number(now.members) })}
      </p>
    </section>
  )
}

const columns = ['issued', 'spent', 'expired', 'reversed', 'outstanding'] as const

function Months({ data: { months, value } }: { data: Data }) {
  const { t } = useTranslation('points')
  const points = usePoints()
  const inMonth = useMonth()
  const money = useMoney()
  return (
    <section className="stack">
      <Table
        caption={t('report.byMonth')}
        showCaption
        columns={[
          { key: 'month', label: t('report.month') },
          ...columns.map((key) => ({ key, label: t(`report.${key}`), numeric: true })),
          { key: 'worth', label: t('report.worth'), numeric: true },
        ]}
        rows={months.map((row) => ({
          key: row.month,
          cells: {
            month: inMonth(row.month),
            ...Object.fromEntries(columns.map((key) => [key, points.number(row[key])])),
            worth: money(centsOf(row.outstanding, value)),
          },
        }))}
      />
      <p className="quiet">{t('report.identity')}</p>
    </section>
  )
}

/** How the money is reckoned, and where it is set. */
function Formula({ data: { value, maySet } }: { data: Data }) {
  const { t } = useTranslation('points')
  const points = usePoints()
  const money = useMoney()
  return (
    <section className="stack measure" aria-labelledby="formula">
      <h2 id="formula">{t('report.formula')}</h2>
      <p>
        {t('report.formulaText', {
          thousand: points.text(1000),
          money: money(centsOf(1000, value)),
        })}
      </p>
      <p>{t('report.sources')}</p>
      <p className="row">
        <a href="/staff/grants?state=done">{t('report.toGrants')}</a>
        <a href="/staff/redemptions">{t('report.toQueue')}</a>
        {maySet && <a href="/staff/settings/points">{t('report.toSettings')}</a>}
      </p>
    </section>
  )
}
