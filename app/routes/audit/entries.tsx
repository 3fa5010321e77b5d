import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { isAuditAct } from '#app/domain/audit/act.rules.ts'
import { useFormat } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { AuditData } from '../staff/audit.tsx'

type Row = ReturnType<typeof useLoaderData<AuditData>>['rows'][number]

/** A row for each entry: when, who, what, on what, and its details. */
export function Entries() {
  const { t } = useTranslation('moderation')
  const { rows } = useLoaderData<AuditData>()
  const { number } = useFormat()
  return (
    <Table
      caption={t('audit.list')}
      columns={[
        { key: 'seq', label: t('audit.columns.seq'), numeric: true },
        { key: 'at', label: t('audit.columns.at') },
        { key: 'who', label: t('audit.columns.who') },
        { key: 'act', label: t('audit.columns.act') },
        { key: 'details', label: t('audit.columns.details') },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: {
          seq: row.seq === null ? '–' : number(row.seq),
          at: <Time at={row.at} as="dateTime" />,
          who: <Who row={row} />,
          act: (
            <a href={`/staff/audit?act=${encodeURIComponent(row.act)}`}>
              <Act of={row.act} />
            </a>
          ),
          details: <Details row={row} />,
        },
      }))}
    />
  )
}

/** What was done, in words; acts of another time may have none. */
function Act({ of }: { of: string }) {
  const { t } = useTranslation('moderation')
  return isAuditAct(of) ? <>{t(`audit.acts.${of}`)}</> : <code>{of}</code>
}

function Who({ row: { name, handle } }: { row: Row }) {
  const { t } = useTranslation('moderation')
  if (!handle) return <a href="/staff/audit?person=-">{t('audit.house')}</a>
  return <a href={`/staff/audit?person=${handle}`}>{name}</a>
}

/** What it was about, and the rest where there is some; what is kept from here says so. */
function Details({ row: { subject, details } }: { row: Row }) {
  const { t } = useTranslation('moderation')
  return (
    <dl className="details">
      <div>
        <dt>{t('audit.subject')}</dt>
        <dd>
          <code>{subject}</code>
        </dd>
      </div>
      {details.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? <span className="quiet">{t('audit.kept')}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
