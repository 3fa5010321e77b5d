import { useTranslation } from 'react-i18next'
import { useFormat } from './format.ts'
import { Icon } from './icon.tsx'
import { type Card as PromiseCard, PromiseLine } from './promise-panel.tsx'
import { drawn, type Status } from './status-chip.tsx'

type Item = {
  id: string
  number: number
  slug: string
  title: string
  lang?: string
  votesCount: number
  category?: string | null
  when?: string | null
  promise?: (PromiseCard & { timeZone: string }) | null
}
export type RoadmapColumn = Status & {
  note?: string | null
  total?: number
  moreHref?: string | null
  items: Item[]
}

/** Where everything stands: a column for each status, one under the other on a phone. */
export function Roadmap({ columns }: { columns: RoadmapColumn[] }) {
  return (
    <div className="roadmap">
      {columns.map((column) => (
        <Column key={column.key} column={column} />
      ))}
    </div>
  )
}

function Column({ column }: { column: RoadmapColumn }) {
  const { t } = useTranslation('ui')
  const { number } = useFormat()
  const { key, label, tone, icon, note, items, moreHref, total = items.length } = column
  return (
    <section aria-labelledby={`roadmap-${key}`} data-tone={tone}>
      <h2 id={`roadmap-${key}`}>
        <Icon name={drawn(icon)} />
        {label} <span className="quiet tnum">{number(total)}</span>
      </h2>
      {note && <p className="quiet">{note}</p>}
      {items.length ? (
        <ul>
          {items.map((item) => (
            <Card key={item.id} item={item} />
          ))}
        </ul>
      ) : (
        <p className="quiet">{t('roadmap.empty')}</p>
      )}
      {moreHref && <a href={moreHref}>{t('roadmap.more', { n: number(total) })}</a>}
    </section>
  )
}

function Card({ item }: { item: Item }) {
  const { t } = useTranslation('ui')
  const { number } = useFormat()
  const { votesCount: count, category, when, promise } = item
  return (
    <li>
      <h3>
        <a href={`/ideas/${item.number}/${item.slug}`} lang={item.lang}>
          {item.title}
        </a>
      </h3>
      <p className="meta">
        <span className="tnum">
          <Icon name="wheat" />
          {t('vote.count', { count, n: number(count) })}
        </span>
        {category && <span>{category}</span>}
        {when && <span>{when}</span>}
        {promise && <PromiseLine promise={promise} timeZone={promise.timeZone} />}
      </p>
    </li>
  )
}
