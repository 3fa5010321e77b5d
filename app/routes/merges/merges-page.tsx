import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { SortTabs } from '#app/ui/sort-tabs.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { type mergesPage, type Show } from './list-loader.server.ts'
import { Likeness, SideView } from './side-view.tsx'

type Page = typeof mergesPage
const shows: Show[] = ['candidates', 'asked', 'done', 'dismissed']
const pathOf = (show: Show, after?: string) => {
  const query = new URLSearchParams({
    ...(show !== 'candidates' && { show }),
    ...(after && { after }),
  })
  return query.size ? `/staff/merges?${query}` : '/staff/merges'
}

/** What may be the same, what was asked, and what was done. */
export function MergesPage() {
  const { t } = useTranslation('merges')
  const { show } = useLoaderData<Page>()
  return (
    <>
      <Pagehead title={t('title')} lead={t('lead')} />
      <div className="stack merges">
        <SortTabs
          label={t('shows.label')}
          tabs={shows.map((one) => ({
            href: pathOf(one),
            label: t(`shows.${one}`),
            current: one === show,
          }))}
        />
        {show === 'candidates' && <Candidates />}
        {show === 'dismissed' && <Dismissed />}
        {(show === 'asked' || show === 'done') && <Rows />}
        <Pages />
      </div>
    </>
  )
}

function Nothing() {
  const { t } = useTranslation('merges')
  const { show } = useLoaderData<Page>()
  const text = t(`none.${show}Text`)
  return <Empty icon="git-merge" title={t(`none.${show}`)} text={text} />
}

function Candidates() {
  const { t } = useTranslation('merges')
  const { number } = useFormat()
  const { pairs, looked } = useLoaderData<Page>()
  return (
    <>
      {pairs.length ? (
        <ul className="pairs">
          {pairs.map((pair) => (
            <Pair key={`${pair.source.number} ${pair.target.number}`} pair={pair} />
          ))}
        </ul>
      ) : (
        <Nothing />
      )}
      <p className="quiet">
        {t('looked', { count: looked, n: number(looked) })} {t('likenessHow')}
      </p>
    </>
  )
}

function Pair({ pair }: { pair: ReturnType<typeof useLoaderData<Page>>['pairs'][number] }) {
  const { t } = useTranslation('merges')
  const { source, target, likeness } = pair
  return (
    <li className="pair">
      <Likeness of={likeness} />
      <SideView idea={source} level={2} />
      <SideView idea={target} level={2} />
      <div className="row acts">
        <ButtonLink
          href={`/staff/ideas/${source.number}/merge?with=${target.number}`}
          icon="git-merge"
        >
          {t('compare')}
        </ButtonLink>
        <PairForm intent="dismiss" one={source.number} other={target.number} />
      </div>
    </li>
  )
}

function PairForm({
  intent,
  ...pair
}: {
  intent: 'dismiss' | 'restore'
  one: number
  other: number
}) {
  const { t } = useTranslation('merges')
  const { show } = useLoaderData<Page>()
  return (
    <form method="post" action="/staff/merges">
      <input type="hidden" name="one" value={pair.one} />
      <input type="hidden" name="other" value={pair.other} />
      <input type="hidden" name="redirectTo" value={pathOf(show)} />
      <Button kind="plain" name="intent" value={intent}>
        {t(intent)}
      </Button>
    </form>
  )
}

function Dismissed() {
  const { dismissed } = useLoaderData<Page>()
  if (!dismissed.length) return <Nothing />
  return (
    <ul className="pairs">
      {dismissed.map(({ at, one, other }) => (
        <li className="pair apart" key={`${one.number} ${other.number}`}>
          <p>
            <a href={one.path}>{one.title}</a> · <a href={other.path}>{other.title}</a>
          </p>
          <p className="quiet">
            <Time at={at} />
          </p>
          <PairForm intent="restore" one={one.number} other={other.number} />
        </li>
      ))}
    </ul>
  )
}

function Rows() {
  const { t } = useTranslation('merges')
  const { number } = useFormat()
  const { rows, show } = useLoaderData<Page>()
  if (!rows.length) return <Nothing />
  return (
    <Table
      caption={t(`shows.${show}`)}
      columns={[
        { key: 'idea', label: t('list.idea') },
        { key: 'into', label: t('list.into') },
        { key: 'state', label: t('list.state') },
        { key: 'votes', label: t('list.votes'), numeric: true },
        { key: 'by', label: t('list.by') },
        { key: 'when', label: t('list.when') },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: {
          idea: (
            <a href={`/staff/merges/${row.id}`} lang={row.source.lang}>
              {row.source.title}
            </a>
          ),
          into: (
            <a href={row.target.path} lang={row.target.lang}>
              {row.target.title}
            </a>
          ),
          state: t(`state.${row.state}`),
          votes: show === 'done' ? number(row.votesCarried) : '–',
          by: row.by,
          when: <Time at={row.at} />,
        },
      }))}
    />
  )
}

function Pages() {
  const { t } = useTranslation('merges')
  const { show, next, isFirst } = useLoaderData<Page>()
  if (!next && isFirst) return null
  const isLooking = show === 'candidates'
  return (
    <nav className="row" aria-label={t('pages')}>
      {!isFirst && <a href={pathOf(show)}>{t(isLooking ? 'fromTop' : 'newest')}</a>}
      {next && (
        <a className="btn plain" rel="next" href={pathOf(show, next)}>
          {t(isLooking ? 'further' : 'older')}
        </a>
      )}
    </nav>
  )
}
