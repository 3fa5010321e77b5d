import fc from 'fast-check'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { boardPage } from '#app/domain/ideas/board.server.ts'
import { countListed } from '#app/domain/ideas/categories.server.ts'
import {
  BoardQuery,
  readCursor,
  readPlace,
  writtenCursor,
} from '#app/domain/ideas/idea-feed.form.ts'
import { cardOf, type FeedWish, type Sort, sorts } from '#app/domain/ideas/idea-feed.rules.ts'
import { ideaFeed } from '#app/domain/ideas/idea-feed.server.ts'
import { placeIdea, publishIdea } from '#app/domain/ideas/publish.server.ts'
import { newId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { ideas, ideaTags } from '#db/schema/ideas.ts'
import { at } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

const start = new Date('2026-03-01T08:00:00Z')
const day = 86_400_000

/** Ideas by `name`, one a day, with these votes; ties on purpose. */
async function told(
  name: string,
  votes: number[],
  more: { tags?: string[]; category?: string } = {},
) {
  return transaction(async (tx) => {
    const author = await person(tx, name)
    const made = []
    for (const [i, count] of votes.entries()) {
      const moment = new Date(start.getTime() + Math.floor(i / 2) * day)
      const idea = await at(moment, () =>
        publishIdea(tx, author, {
          title: `Idea ${name} ${i}`,
          body: 'Words **of** [mine](https://example.org).',
          categoryId: more.category ?? 'products',
          tags: more.tags ?? [],
        }),
      )
      await tx
        .update(ideas)
        .set({ votesCount: count, hot: Math.log10(count + 1) })
        .where(eq(ideas.id, idea.id))
      made.push(idea)
    }
    return { author, made }
  })
}

async function everyPage(wish: FeedWish) {
  const numbers: number[] = []
  for (let after = wish.after, more = true; more;) {
    const page = await ideaFeed(db, { ...wish, after })
    numbers.push(...page.ideas.map(({ number }) => number))
    after = page.next && readCursor(writtenCursor(page.next))
    more = !!after
  }
  return numbers
}

test('every order shows every idea once, page after page, ties included', async () => {
  await world()
  const { author } = await told('pia', [5, 5, 5, 0, 0, 9, 9, 9, 1, 1, 1], { tags: ['pages'] })
  const keys = {
    hot: (idea: typeof ideas.$inferSelect) => idea.hot,
    top: (idea: typeof ideas.$inferSelect) => idea.votesCount,
    new: (idea: typeof ideas.$inferSelect) => +idea.publishedAt,
    updated: (idea: typeof ideas.$inferSelect) => +idea.updatedAt,
  }
  const all = await db.select().from(ideas)
  const inOrder = (sort: Sort, among: typeof all) =>
    [...among]
      .sort((one, other) => keys[sort](other) - keys[sort](one) || other.number - one.number)
      .map(({ number }) => number)
  const mine = all.filter(({ authorId }) => authorId === author.id)
  for (const sort of sorts) {
    expect(await everyPage({ sort, limit: 2 })).toEqual(inOrder(sort, all))
    expect(await everyPage({ sort, limit: 3, category: 'products' })).toEqual(inOrder(sort, mine))
    expect(await everyPage({ sort, limit: 3, status: 'voting' })).toEqual(inOrder(sort, all))
    expect(await everyPage({ sort, limit: 4, author: author.handle })).toEqual(inOrder(sort, mine))
    expect(await everyPage({ sort, limit: 4, tag: 'pages' })).toEqual(inOrder(sort, mine))
  }
})

test('filters hold together, and the total is that of the filters', async () => {
  const { ben } = await world()
  const { made, author } = await told('filippa', [3, 2, 1], { tags: ['bread', 'filtered'] })
  await transaction((tx) =>
    tx.update(ideas).set({ answeredAt: start }).where(eq(ideas.id, made[1]!.id)),
  )
  const ask = async (wish: Partial<FeedWish>) => {
    const { ideas: found, total } = await ideaFeed(db, { sort: 'top', ...wish })
    return [found.map(({ number }) => number), total]
  }
  const numbers = made.map(({ number }) => number)
  expect(await ask({ tag: 'filtered' })).toEqual([numbers, 3])
  expect(await ask({ tag: 'filtered', answered: true })).toEqual([[numbers[1]], 1])
  expect(await ask({ answered: true })).toEqual([[numbers[1]], 1])
  expect(await ask({ tag: 'filtered', author: author.handle })).toEqual([numbers, 3])
  expect(await ask({ tag: 'filtered', author: ben.handle })).toEqual([[], 0])
  expect(await ask({ tag: 'filtered', category: 'packaging' })).toEqual([[], 0])
  expect(await ask({ tag: 'nobody-said-this' })).toEqual([[], 0])
  expect(await ask({ author: 'nobody_at_all' })).toEqual([[], 0])
})

test('a tag of very many ideas is shown as that of a few', async () => {
  await world()
  const { made } = await told('moltissima', [1])
  await transaction(async (tx) => {
    const rows = Array.from({ length: 450 }, (_, i) => ({
      ...made[0]!,
      id: newId(),
      number: 100_000 + i,
      votesCount: i % 7,
    }))
    await tx.insert(ideas).values(rows)
    await tx.insert(ideaTags).values(rows.map(({ id }) => ({ ideaId: id, tag: 'many' })))
  })
  const numbers = await everyPage({ sort: 'top', tag: 'many', limit: 100 })
  expect(numbers.length).toBe(450)
  expect(new Set(numbers).size).toBe(450)
})

test('[#48] what is private is on no list, whatever is asked; what was put aside only when asked for', async () => {
  await world()
  const { made, author } = await told('sofia', [7, 7, 7], { tags: ['secret'] })
  const counted = await countListed(db)
  await transaction(async (tx) => {
    await placeIdea(tx, made[0]!, { status: 'hidden', place: 'private' }, ['secret'])
    await placeIdea(tx, made[1]!, { status: 'archived', place: 'aside' }, ['secret'])
  })
  expect(await countListed(db)).toBe(counted - 2)
  const wishes: Partial<FeedWish>[] = [
    ...[{}, { tag: 'secret' }, { author: author.handle }, { category: 'products' }],
    ...[{ status: 'hidden' }, { status: 'hidden', tag: 'secret' }, { status: 'voting' }],
  ]
  for (const sort of sorts)
    for (const wish of wishes) {
      const shown = (await ideaFeed(db, { ...wish, sort, limit: 500 })).ideas
      expect(shown.map(({ number }) => number)).not.toContain(made[0]!.number)
      expect(shown.map(({ number }) => number)).not.toContain(made[1]!.number)
    }
  const aside = await ideaFeed(db, { sort: 'hot', status: 'archived' })
  expect(aside.ideas.map(({ number }) => number)).toEqual([made[1]!.number])
})

test('a card tells tags, author, status and a plain beginning of the text, in the reader’s language', async () => {
  await world()
  const { author } = await told('carla', [2], { tags: ['zeta', 'alfa'], category: 'packaging' })
  const { ideas: found } = await ideaFeed(db, { sort: 'new', author: author.handle })
  expect(cardOf(found[0]!, 'it')).toMatchObject({
    excerpt: 'Words of mine.',
    tags: ['alfa', 'zeta'],
    status: { key: 'voting', label: 'Si vota' },
    category: { key: 'packaging', label: 'Confezioni' },
    author: { handle: author.handle, stranger: false },
    votesOpen: true,
    answered: false,
  })
})

test('[#10] [#49] whatever an address says, the board answers with a page', async () => {
  await world()
  const odd = [
    { sort: 'id";--', status: "' or 1=1", category: 'x', tag: '%_', answered: 'yes', after: 'zz' },
    { sort: ['hot', 'top'], page: '-4', q: '', author: '../..', 'author.email': 'a@b.it' },
    { page: '1e999', sort: '__proto__', tag: '\u0000', status: '\ud800', q: '\u0000"' },
  ]
  for (const each of odd) {
    const query = BoardQuery.parse(each)
    expect(query.sort).toBe('hot')
    expect(query).not.toHaveProperty('author.email')
    const { total } = await boardPage(db, { ...query, status: undefined, category: undefined })
    expect(total).toBeGreaterThanOrEqual(0)
  }
})

test('[#10] a cursor that was tampered with is as none, and breaks nothing', async () => {
  await world()
  const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const forged = [
    ...[
      ['top', 1.5, 1],
      ['top', 1e12, 1],
      ['new', 1e300, 1],
      ['new', '1', 1],
      ['new', -1, 1],
      ['hot', null, 1],
    ],
    ...[['hot', 1, 1e10], ['id', 1, 1], [], {}, 'top', ['hot', 1, 1, 1], ['__proto__', 1, 1]],
  ]
  for (const each of forged) expect(readCursor(written(each))).toBeUndefined()
  expect(readPlace(written([1e300, 'x']))).toBeUndefined()

  const extreme: [Sort, number, number][] = [
    ['hot', Number.MAX_VALUE, 1],
    ['top', -2_147_483_647, 2_147_483_647],
    ['new', 253_402_300_799_999, 1],
    ['updated', 0, -1],
  ]
  for (const after of extreme)
    await ideaFeed(db, { sort: after[0], after: readCursor(written(after)) })
})

test('[#10] no text at all is a cursor by accident', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      readCursor(text)
      readPlace(text)
      expect(BoardQuery.safeParse({ sort: text, after: text, page: text }).success).toBe(true)
    }),
  )
})
