import { useTranslation } from 'react-i18next'
import { BoardFilter, type Choice, type Query } from './board-filter.tsx'
import { FilterChips } from './filter-chips.tsx'
import { useFormat } from './format.ts'
import { Hole } from './hole.tsx'
import { SortTabs } from './sort-tabs.tsx'

const sorts = ['hot', 'top', 'new', 'updated'] as const

type Props = {
  query: Query
  /** The address of the board's first page with these changes to the query. */
  addressWith: (changes: Partial<Query>) => string
  total?: number
  search?: { more: boolean; allWords: boolean }
  statuses: Choice[]
  categories: Choice[]
}

/** How the list is ordered and narrowed, and the ways to change that: all of it links and one form. */
export function BoardOrders({ query, addressWith, total, search, ...choices }: Props) {
  const { t } = useTranslation('ideas')
  const { number } = useFormat()
  const count = total ?? 0
  const tabs = sorts.map((sort) => ({
    href: addressWith({ sort }),
    label: t(`board.${sort}`),
    current: sort === query.sort,
  }))
  return (
    <>
      {search ? <FoundLine total={count} search={search} /> : <SortTabs tabs={tabs} />}
      <div className="board-tools">
        <BoardFilter query={query} {...choices} />
        {!search && query.sort === 'hot' && (
          <details>
            <summary>{t('board.hotHow')}</summary>
            <p>{t('board.hotText')}</p>
          </details>
        )}
        <Hole
          of="viewer"
          cases={{ guest: null, member: <a href="/ideas?author=%handle%">{t('board.mine')}</a> }}
        />
        {!search && total !== undefined && (
          <p className="total">{t('board.total', { count, n: number(count) })}</p>
        )}
      </div>
      <Chips query={query} addressWith={addressWith} {...choices} />
    </>
  )
}

function FoundLine({ total, search }: { total: number; search: NonNullable<Props['search']> }) {
  const { t } = useTranslation('ideas')
  const { number } = useFormat()
  if (!total) return null
  const n = number(total)
  return (
    <p className="found">
      {!search.allWords && `${t('board.someWords')} `}
      {search.more ? t('board.foundMost', { n }) : t('board.found', { count: total, n })}
    </p>
  )
}

type ChipsProps = Pick<Props, 'query' | 'addressWith' | 'statuses' | 'categories'>

function Chips({ query, addressWith, statuses, categories }: ChipsProps) {
  const { t } = useTranslation('ideas')
  const labelled = (among: Choice[], key?: string) => among.find((one) => one.key === key)?.label
  const labels: [keyof Query, string | undefined][] = [
    ['q', query.q && t('board.bySearch', { q: query.q })],
    ['status', labelled(statuses, query.status)],
    ['category', labelled(categories, query.category)],
    ['tag', query.tag && t('board.byTag', { tag: query.tag })],
    ['answered', query.answered && t('board.answered')],
    ['author', query.author && t('board.byAuthor', { author: query.author })],
  ]
  const filters = labels.flatMap(([name, label]) =>
    label ? [{ label, removeHref: addressWith({ [name]: undefined }) }] : [],
  )
  return <FilterChips filters={filters} clearHref="/ideas" />
}
