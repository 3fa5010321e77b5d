// First, so that it hears of every statement.
import { asked } from '#tests/asked.ts'
import Database from 'better-sqlite3'
import { beforeAll, expect, test } from 'vitest'
import { communityFigures } from '#app/domain/ideas/roadmap-figures.server.ts'
import { countedCategories } from '#app/domain/ideas/categories.server.ts'
import { highestNumber, mappedIdeas } from '#app/domain/ideas/idea-feed-map.server.ts'
import { newsOf } from '#app/domain/ideas/idea-feed-news.server.ts'
import { type Cursor, type FeedWish, type Sort, sorts } from '#app/domain/ideas/idea-feed.rules.ts'
import { ideaFeed } from '#app/domain/ideas/idea-feed.server.ts'
import { ideasOf, publicProfile } from '#app/domain/ideas/profile.server.ts'
import { realisedIdeas, roadmap } from '#app/domain/ideas/roadmap.server.ts'
import { searchIdeas } from '#app/domain/ideas/idea-search.server.ts'
import { relatedIdeas, similarIdeas } from '#app/domain/ideas/similar.server.ts'
import { writtenBy } from '#app/domain/comments/written.server.ts'
import { commentThreads } from '#app/domain/comments/thread.server.ts'
import { followedBy } from '#app/domain/follows/followed.server.ts'
import { votedBy } from '#app/domain/votes/voted.server.ts'
import { newId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { ideas, ideaTags } from '#db/schema/ideas.ts'
import { sqliteFile } from '#db/sqlite.server.ts'
import { world } from '#tests/world.ts'

const explainer = new Database(sqliteFile(process.env.DATABASE_URL), { readonly: true })
let house: Awaited<ReturnType<typeof world>>

beforeAll(async () => {
  house = await world()
  await transaction(async (tx) => {
    const rows = Array.from({ length: 401 }, (_, i) => ({
      ...house.refillStation,
      id: newId(),
      number: 10_000 + i,
    }))
    await tx.insert(ideas).values(rows)
    await tx.insert(ideaTags).values(rows.map(({ id }) => ({ ideaId: id, tag: 'common' })))
  })
})

/** What SQLite will do for every question that `work` is the first to ask. */
async function plansOf(work: () => Promise<unknown>) {
  const before = new Set(asked)
  await work()
  return [...asked]
    .filter((query) => /^select/i.test(query) && !before.has(query))
    .map((query) => {
      const marks = query.match(/\?/g) ?? []
      const steps = explainer
        .prepare(`explain query plan ${query}`)
        .all(...marks.map(() => null)) as { detail: string }[]
      return { query, steps: steps.map(({ detail }) => detail) }
    })
}

/** Small tables that hold the brand's own settings are read whole. */
const small = /^SCAN (settings|statuses|categories|idea_tallies|transitions)\b/
const isSlow = (step: string) =>
  /USE TEMP B-TREE/.test(step) ||
  (/^SCAN /.test(step) && !/USING (COVERING )?INDEX|VIRTUAL TABLE/.test(step))

async function expectIndexed(work: () => Promise<unknown>) {
  const plans = await plansOf(work)
  const large = plans.filter(({ steps }) => !small.test(steps[0] ?? ''))
  expect(large.filter(({ steps }) => steps.some(isSlow))).toEqual([])
}

const afters: Record<Sort, Cursor> = {
  hot: ['hot', 3, 7],
  top: ['top', 3, 7],
  new: ['new', 1_700_000_000_000, 7],
  updated: ['updated', 1_700_000_000_000, 7],
}
const filters: [string, Partial<FeedWish>][] = [
  ['the whole board', {}],
  ['a status', { status: 'voting' }],
  ['a category', { category: 'packaging' }],
  ['a status and a category', { status: 'voting', category: 'packaging' }],
  ['a tag of many ideas', { tag: 'common' }],
  ['a tag of few ideas', { tag: 'refill' }],
  ['an author of many ideas', { author: 'ann' }],
  ['an author and a tag', { author: 'ann', tag: 'common' }],
  ['official answers', { answered: true }],
  ['official answers of a category', { answered: true, category: 'packaging' }],
  ['official answers of a status', { answered: true, status: 'realised' }],
  ['a tag of many ideas in a status', { tag: 'common', status: 'voting' }],
]

test.for(sorts.flatMap((sort) => filters.map(([name, wish]) => ({ sort, name, wish }))))(
  '[#124] the board, $sort first, of $name: no sorting, no scan, on every page',
  async ({ sort, wish }) => {
    const author = wish.author && house.ann.handle
    await expectIndexed(async () => {
      await ideaFeed(db, { ...wish, author, sort })
      await ideaFeed(db, { ...wish, author, sort, after: afters[sort] })
    })
  },
)

test('[#124] the lists around the board walk along an index too', async () => {
  const { ann, refillStation } = house
  const place = { at: new Date(), id: newId() }
  const lists: [string, () => Promise<unknown>][] = [
    ['roadmap', () => roadmap(db)],
    ['realised', () => realisedIdeas(db, { after: afters.updated })],
    ['figures', () => communityFigures(db)],
    ['categories', () => countedCategories(db)],
    ['site map', () => mappedIdeas(db, 1)],
    ['site map sheets', () => highestNumber(db)],
    ['news of an idea', () => newsOf(db, refillStation.id)],
    ['profile', () => publicProfile(db, ann.handle)],
    ['own ideas', () => ideasOf(db, ann.id, afters.new)],
    ['own votes', () => votedBy(db, ann.id, place)],
    ['own comments', () => writtenBy(db, ann.id, place)],
    ['threads', () => commentThreads(db, refillStation.id)],
  ]
  for (const [, list] of lists) await expectIndexed(list)
})

test('a few known rows may be sorted: search results, and what one person follows', async () => {
  const { ann, refillStation } = house
  const works = [
    () => searchIdeas(db, 'refill station', { category: 'packaging' }),
    () => similarIdeas(db, 'A refill station', { limit: 3 }),
    () => relatedIdeas(db, refillStation),
    () => followedBy(db, ann.id),
  ]
  for (const work of works) {
    const steps = (await plansOf(work)).flatMap(({ steps }) => steps)
    expect(
      steps.filter((step) => /^SCAN (?!idea_search|found)/.test(step) && isSlow(step)),
    ).toEqual([])
  }
})

test('the questions were really heard', () => {
  const lists = [...asked].filter((query) => /order by/i.test(query))
  expect(lists.length).toBeGreaterThan(40)
})
