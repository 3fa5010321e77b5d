import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ObjectionRows } from '../staff/objections.tsx'

type Row = SerializeFrom<ObjectionRows>[number]

/** Objections, a row each, with by when an answer was promised or what it was. */
export function ObjectionTable({ rows, isWaiting }: { rows: Row[]; isWaiting: boolean }) {
  const { t } = useTranslation('moderation')
  const say = t as (key: string) => string
  return (
    <Table
      caption={t('objections.list')}
      columns={[
        { key: 'act', label: t('objections.columns.act') },
        { key: 'rule', label: t('objections.columns.rule') },
        { key: 'person', label: t('objections.columns.person') },
        { key: 'by', label: t('objections.columns.by') },
        isWaiting
          ? { key: 'due', label: t('objections.columns.due') }
          : { key: 'outcome', label: t('objections.columns.outcome') },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: {
          act: (
            <span data-row="">
              <a href={`/staff/moderation/objections/${row.id}`}>
                {t(`objections.acts.${row.act}`)} · {t(`objections.subjects.${row.subject}`)}
              </a>
            </span>
          ),
          rule: row.reason ? say(`statement.rules.${row.reason}.name`) : '–',
          person: row.person ?? t('objections.former'),
          by: <By row={row} />,
          due: <Due row={row} />,
          outcome: <Outcome row={row} />,
        },
      }))}
    />
  )
}

function By({ row: { isOwn, isAutomated } }: { row: Row }) {
  const { t } = useTranslation('moderation')
  if (isOwn) return <b>{t('objections.you')}</b>
  return t(isAutomated ? 'objections.house' : 'objections.colleague')
}

function Due({ row: { dueAt, isLate } }: { row: Row }) {
  const { t } = useTranslation('moderation')
  const { date } = useFormat()
  return (
    <span className="due" data-late={isLate || undefined}>
      {isLate && <Icon name="triangle-alert" />} {date(dueAt)}
      {isLate && ` · ${t('objections.overdue')}`}
    </span>
  )
}

function Outcome({ row: { outcome, decidedAt } }: { row: Row }) {
  const { t } = useTranslation('moderation')
  if (!outcome || !decidedAt) return null
  return (
    <>
      {t(`objections.is.${outcome}`)} · <Time at={decidedAt} as="date" />
    </>
  )
}
