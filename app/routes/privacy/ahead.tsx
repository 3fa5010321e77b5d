import { useTranslation } from 'react-i18next'
import type { RetentionKind } from '#app/domain/privacy/retention.rules.ts'
import { useFormat } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

type Kind = {
  kind: RetentionKind
  count: number
  before: string
  oldest: string | null
  ids: string[]
  last: { at: string; removed: number } | null
}

const columns = ['kind', 'before', 'count', 'oldest', 'ids', 'last'] as const

/** What retention would delete at this moment, and what it did the last time. */
export function Ahead({ kinds }: { kinds: Kind[] }) {
  const { t } = useTranslation('privacy')
  const { number, date } = useFormat()
  return (
    <section className="stack">
      <h2>{t('retention.ahead.title')}</h2>
      <p>{t('retention.ahead.text')}</p>
      <Table
        caption={t('retention.ahead.title')}
        columns={columns.map((key) => ({
          ...{ key, label: t(`retention.ahead.${key}`) },
          numeric: key === 'count',
        }))}
        rows={kinds.map(({ kind, count, before, oldest, ids, last }) => ({
          key: kind,
          cells: {
            kind: t(`retention.kinds.${kind}.name`),
            before: date(before),
            count: count ? number(count) : t('retention.ahead.none'),
            oldest: oldest ? date(oldest) : '–',
            ids: ids.length ? <Ids ids={ids} /> : '–',
            last: last ? (
              <span>
                <Time at={last.at} />, {t('retention.ahead.removed', { count: last.removed })}
              </span>
            ) : (
              t('retention.ahead.never')
            ),
          },
        }))}
      />
    </section>
  )
}

const Ids = ({ ids }: { ids: string[] }) => (
  <span>
    {ids.map((id) => (
      <code key={id} title={id}>
        {id.slice(-8)}{' '}
      </code>
    ))}
  </span>
)
