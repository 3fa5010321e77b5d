import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { boardChoices, boardPage, knownQuery } from '#app/domain/ideas/board.server.ts'
import { boardAddress, BoardQuery } from '#app/domain/ideas/idea-feed.form.ts'
import { cardOf, chipOf, labelOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { realisedIdeas } from '#app/domain/ideas/roadmap.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import type { Handle } from '#app/root.tsx'
import { BoardAside } from '#app/ui/board-aside.tsx'
import { BoardList } from '#app/ui/board-list.tsx'
import { BoardOrders } from '#app/ui/board-orders.tsx'
import { Columns } from '#app/ui/columns.tsx'
import { IdeaSearch } from '#app/ui/idea-search.tsx'
import { ogMeta } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { db } from '#db/database.server.ts'

export const handle: Handle = { section: 'ideas' }

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  ogMeta(matches, {
    title: data?.query.q
      ? { key: 'ideas:board.results', values: { q: data.query.q } }
      : { key: 'ideas:board.title' },
    path: data?.address ?? '/ideas',
  })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { locale } = context.visit
  const asked = BoardQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  const choices = await boardChoices(db)
  const query = knownQuery(asked, choices)
  const [page, realised, { threshold, promise }] = await Promise.all([
    boardPage(db, query),
    realisedIdeas(db, { limit: 3 }),
    siteSettings(db),
  ])
  return {
    query,
    threshold,
    promise: promise[locale],
    address: boardAddress(query),
    cards: page.ideas.map((idea) => cardOf(idea, locale)),
    total: page.total,
    search: page.search,
    nextHref: page.next && boardAddress({ ...query, after: undefined, ...page.next }),
    statuses: choices.statuses.map((status) => chipOf(status, locale)),
    categories: choices.categories.map((one) => ({
      key: one.id,
      label: labelOf(one, locale),
      count: one.ideasCount,
    })),
    realised: {
      total: realised.total,
      ideas: realised.ideas.map(({ number, slug, title }) => ({ number, slug, title })),
    },
  }
}

export default function Board() {
  const { t } = useTranslation('ideas')
  const { query, cards, address, promise, ...data } = useLoaderData<typeof loader>()
  const { q, after, page, ...filters } = query
  const addressWith = (changes: Partial<typeof query>) =>
    boardAddress({ ...filters, q, ...changes })
  const proposeHref = q ? `/ideas/new?title=${encodeURIComponent(q)}` : '/ideas/new'
  const categories = data.categories.map((one) => ({
    ...one,
    href: addressWith({ category: one.key }),
    current: one.key === query.category,
  }))
  return (
    <>
      <Pagehead
        title={q ? t('board.results', { q }) : t('board.heading')}
        lead={q ? undefined : promise}
      >
        <IdeaSearch q={q} keep={spoken(filters)} proposeHref={proposeHref} />
      </Pagehead>
      <Columns
        label={t('board.side')}
        aside={
          <BoardAside threshold={data.threshold} realised={data.realised} categories={categories} />
        }
      >
        <BoardOrders {...data} query={query} addressWith={addressWith} />
        <BoardList
          cards={cards}
          address={address}
          nextHref={data.nextHref}
          firstHref={after || page > 1 ? addressWith({}) : undefined}
          q={q}
          isFiltered={Object.keys(spoken(filters)).some((name) => name !== 'sort')}
          proposeHref={proposeHref}
        />
      </Columns>
    </>
  )
}

/** What the search form carries along: the filters in force, and the sort unless it is the usual one. */
const spoken = ({ sort, ...filters }: Record<string, string | undefined> & { sort: string }) =>
  Object.fromEntries(
    Object.entries({ ...filters, sort: sort === 'hot' ? undefined : sort }).filter(
      (field): field is [string, string] => !!field[1],
    ),
  )
