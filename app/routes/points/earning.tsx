import { useTranslation } from 'react-i18next'
import type { EarningWay } from '#app/domain/points/earning-way.server.ts'
import { Points } from '#app/ui/points.tsx'
import { Table } from '#app/ui/table.tsx'

/** What the house pays for, how often, and what is left of it today. */
export function HowToEarn({ ways }: { ways: EarningWay[] }) {
  const { t } = useTranslation('points')
  return (
    <section aria-labelledby="earn">
      <h2 id="earn">{t('earn.title')}</h2>
      <p>{t('earn.lead')}</p>
      <Table
        caption={t('earn.caption')}
        columns={[
          { key: 'act', label: t('earn.act') },
          { key: 'worth', label: t('earn.worth'), numeric: true },
          { key: 'limit', label: t('earn.limit') },
          { key: 'left', label: t('earn.left') },
        ]}
        rows={ways.map((way) => ({
          key: way.rule,
          cells: {
            act: t(`earn.${way.rule}`),
            worth: <Points n={way.amount} signed bare />,
            limit: <Limits way={way} />,
            left: <Left way={way} />,
          },
        }))}
      />
    </section>
  )
}

function Limits({ way }: { way: EarningWay }) {
  const { t } = useTranslation('points')
  const { daily, lifetime, fullTimes, minAgeDays } = way
  const isFree = daily === null && lifetime === null
  const said = [
    daily !== null && t('earn.daily', { count: daily }),
    lifetime !== null && t('earn.lifetime', { count: lifetime }),
    isFree && t('earn.always'),
    fullTimes !== null && t('earn.half', { count: fullTimes }),
    minAgeDays > 0 && t('earn.age', { count: minAgeDays }),
  ]
  const delay = useDelay(way.delayHours)
  return <>{[...said, delay].filter(Boolean).join(', ')}</>
}

/** After how long it is confirmed, in words; '' for at once. */
function useDelay(hours: number) {
  const { t } = useTranslation('points')
  if (hours >= 24) return t('earn.delayDays', { count: Math.round(hours / 24) })
  return hours > 0 ? t('earn.delayHours', { count: hours }) : ''
}

function Left({ way: { leftToday, leftEver } }: { way: EarningWay }) {
  const { t } = useTranslation('points')
  if (leftEver === 0) return <>{t('earn.done')}</>
  if (leftToday === 0) return <>{t('earn.noneLeft')}</>
  return <>{leftToday === null ? t('earn.free') : leftToday}</>
}
