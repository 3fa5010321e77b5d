import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { AppealRows } from '../staff/appeals.tsx'

type Row = SerializeFrom<AppealRows>[number]

/** Appeals and new words, a row each, with by when an answer was promised or what it was. */
export function AppealTable({ rows, isWaiting }: { rows: Row[]; isWaiting: boolean }) {
  const { t } = useTranslation('appeals')
  const last = isWaiting
    ? { key: 'due', label: t('desk.due') }
    : { key: 'outcome', label: t('desk.outcome') }
  return (
    <Table
      caption={t('desk.list')}
      columns={[
        { key: 'idea', label: t('desk.what') },
        { key: 'kind', label: t('desk.type') },
        { key: 'author', label: t('desk.from') },
        { key: 'first', label: t('desk.first') },
        last,
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: {
          idea: (
            <a href={`/staff/appeals/${row.id}`} lang={row.lang}>
              {row.title}
            </a>
          ),
          kind: (
            <span className="clock">
              <Icon name={row.kind === 'appeal' ? 'scale' : 'pencil'} />
              {t(`desk.kind.${row.kind}`)}
            </span>
          ),
          author: row.author ?? t('desk.former'),
          first: row.isOwn ? <b>{t('desk.you')}</b> : row.team,
          due: <Due row={row} />,
          outcome: <Outcome row={row} />,
        },
      }))}
    />
  )
}

function Due({ row: { dueAt, isLate } }: { row: Row }) {
  const { t } = useTranslation('appeals')
  const { date } = useFormat()
  if (!dueAt) return '–'
  return (
    <span className="due" data-late={isLate || undefined}>
      {isLate && <Icon name="triangle-alert" />} {date(dueAt)}
      {isLate && ` · ${t('desk.overdue')}`}
    </span>
  )
}

function Outcome({ row: { outcome, decidedAt } }: { row: Row }) {
  const { t } = useTranslation('appeals')
  if (!outcome || !decidedAt) return null
  return (
    <>
      {t(`desk.is.${outcome}`)} · <Time at={decidedAt} as="date" />
    </>
  )
}
