import { useTranslation } from 'react-i18next'
import { casePriorities } from '#app/domain/care/state.rules.ts'
import { useFormat } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import { useReport } from './report-use.ts'

type Report = ReturnType<typeof useReport>['clocks'][number]

/** How long one kind of answer took, by topic and by priority, with what is not counted beside it. */
export function ClockTable({ report: { clock, all, byTopic, byPriority } }: { report: Report }) {
  const { t } = useTranslation('care')
  const { number } = useFormat()
  const { i18n } = useTranslation()
  const { topics } = useReport()
  const share = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 })
  const took = useSpan()
  const priorities = byPriority.toSorted((one, other) => orderOf(one.group) - orderOf(other.group))
  const rows = [
    { key: 'all', label: t('report.all'), of: all },
    ...byTopic.map((of) => ({ key: `t-${of.group}`, label: topics[of.group] ?? of.group, of })),
    ...priorities.map((of) => ({
      key: `p-${of.group}`,
      label: t('report.priority', { name: t(`talk.priority.${priorityOf(of.group)}`) }),
      of,
    })),
  ]
  return (
    <section className="stack" aria-labelledby={`clock-${clock}`}>
      <h2 id={`clock-${clock}`}>{t(`sla.clock.${clock}`)}</h2>
      <p className="quiet">{t(`report.how.${clock}`)}</p>
      <Table
        caption={t(`sla.clock.${clock}`)}
        columns={[
          { key: 'label', label: t('report.group') },
          { key: 'median', label: t('report.median'), numeric: true },
          { key: 'kept', label: t('report.kept'), numeric: true },
          { key: 'counted', label: t('report.counted'), numeric: true },
          { key: 'excluded', label: t('report.excluded') },
        ]}
        rows={rows.map(({ key, label, of }) => ({
          key,
          cells: {
            label,
            median: of.median === null ? '–' : took(of.median),
            kept: of.counted ? share.format(of.kept / of.counted) : '–',
            counted: number(of.counted),
            excluded: t('report.left', { running: number(of.running), voided: number(of.voided) }),
          },
        }))}
      />
    </section>
  )
}

const priorityOf = (group: string) => casePriorities.find((each) => each === group) ?? 'normal'
const orderOf = (group: string) => casePriorities.indexOf(priorityOf(group))

/** Working minutes in hours and minutes. */
function useSpan() {
  const { t } = useTranslation('care')
  return (minutes: number) => {
    const whole = Math.round(minutes)
    if (whole < 60) return t('report.minutes', { m: whole })
    return t('report.hours', { h: Math.floor(whole / 60), m: whole % 60 })
  }
}
