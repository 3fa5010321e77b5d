import { useTranslation } from 'react-i18next'
import { centsOf } from '#app/domain/points/liability.rules.ts'
import { usePoints } from '#app/ui/points.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Data } from './liability-page.tsx'
import { useMoney, useMonth } from './money.ts'

/** What will end when, if nobody spends anything meanwhile. */
export function EndingTable({ data: { ending, value } }: { data: Data }) {
  const { t } = useTranslation('points')
  const points = usePoints()
  const money = useMoney()
  const inMonth = useMonth()
  return (
    <section className="stack">
      {ending.months.length ? (
        <Table
          caption={t('report.ending')}
          showCaption
          columns={[
            { key: 'month', label: t('report.month') },
            { key: 'amount', label: t('report.ends'), numeric: true },
            { key: 'worth', label: t('report.worth'), numeric: true },
          ]}
          rows={ending.months.map(({ month, amount }) => ({
            key: month,
            cells: {
              month: inMonth(month),
              amount: points.number(amount),
              worth: money(centsOf(amount, value)),
            },
          }))}
        />
      ) : (
        <>
          <h2>{t('report.ending')}</h2>
          <p>{t(ending.at ? 'report.noEnding' : 'report.endingSoon')}</p>
        </>
      )}
      <p className="quiet">
        {t('report.endingHow')}{' '}
        {ending.at && (
          <>
            {t('report.endingAt')} <Time at={ending.at} as="dateTime" />.
          </>
        )}
      </p>
    </section>
  )
}

/** What was asked for and has not arrived, and what it costs. */
export function OpenTable({ data: { open } }: { data: Data }) {
  const { t } = useTranslation('points')
  const points = usePoints()
  const money = useMoney()
  const known = open.flatMap(({ cents }) => (cents === null ? [] : [cents]))
  const total = known.reduce((all, cents) => all + cents, 0)
  if (!open.length)
    return (
      <section className="stack">
        <h2>{t('report.open')}</h2>
        <p>{t('report.noOpen')}</p>
      </section>
    )
  return (
    <section className="stack">
      <Table
        caption={t('report.open')}
        showCaption
        columns={[
          { key: 'reward', label: t('report.reward') },
          { key: 'count', label: t('report.count'), numeric: true },
          { key: 'points', label: t('report.paid'), numeric: true },
          { key: 'cost', label: t('report.cost'), numeric: true },
        ]}
        rows={open.map((one) => ({
          key: one.id,
          cells: {
            reward: <a href={`/staff/redemptions?reward=${one.id}`}>{one.title}</a>,
            count: points.number(one.count),
            points: points.number(one.points),
            cost: one.cents === null ? t('report.unknown') : money(one.cents),
          },
        }))}
      />
      <p>
        {t('report.openTotal', { money: money(total) })}
        {known.length < open.length && ` ${t('report.openUnknown')}`}
      </p>
    </section>
  )
}
