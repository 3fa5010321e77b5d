import { useTranslation } from 'react-i18next'
import type { Subject } from '#app/domain/points/statement-subject.server.ts'
import { useFormat } from '#app/ui/format.ts'
import { Points } from '#app/ui/points.tsx'
import { Table } from '#app/ui/table.tsx'
import { aboutOf, actOf } from './why.ts'

type Line = {
  seq: number
  amount: number
  rule: string
  actedAt: Date | string
  confirmsAt: Date | string
  isHeld: boolean
  subject: Subject
}
type Props = { waiting: { lines: Line[]; hasMore: boolean }; locale: 'it' | 'en' }

/** What was earned and is not confirmed yet, and when it will be. */
export function Waiting({ waiting: { lines, hasMore }, locale }: Props) {
  const { t } = useTranslation('points')
  const { date } = useFormat()
  if (!lines.length) return null
  const stateOf = ({ isHeld, confirmsAt }: Line) => {
    if (isHeld) return t('statement.isHeld')
    if (+new Date(confirmsAt) <= Date.now()) return t('statement.soon')
    return t('statement.waitsUntil', { date: date(confirmsAt) })
  }
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t('statement.waiting')}</h2>
      <p className="quiet">{t('statement.waitingLead')}</p>
      <Table
        caption={t('statement.waitingCaption')}
        columns={[
          { key: 'why', label: t('statement.why') },
          { key: 'state', label: t('statement.when') },
          { key: 'change', label: t('statement.change'), numeric: true },
        ]}
        rows={lines.map((line) => ({
          key: String(line.seq),
          cells: {
            why: <Why line={line} locale={locale} />,
            state: stateOf(line),
            change: <Points n={line.amount} signed bare />,
          },
        }))}
      />
      {hasMore && <p className="quiet">{t('statement.waitingMore')}</p>}
    </section>
  )
}

function Why({ line, locale }: { line: Line; locale: 'it' | 'en' }) {
  const { t } = useTranslation('points')
  const { date } = useFormat()
  const about = aboutOf(line.subject, locale)
  return (
    <span className="why">
      <span>{actOf(t, line.rule)}</span>
      {about && <a href={about.href}>{about.text}</a>}
      <span className="quiet">{t('statement.doneOn', { date: date(line.actedAt) })}</span>
    </span>
  )
}
