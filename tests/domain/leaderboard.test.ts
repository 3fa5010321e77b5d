import fc from 'fast-check'
import { and, eq, gt, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { holdChain } from '#app/domain/points/account.server.ts'
import {
  type BoardCursor,
  ranked,
  readBoardCursor,
  writtenBoardCursor,
} from '#app/domain/points/board.rules.ts'
import {
  countAbove,
  leaderboard,
  presentPeriod,
  showOnBoard,
  standingOn,
} from '#app/domain/points/board.server.ts'
import type { Scored } from '#app/domain/points/score.rules.ts'
import { score, settleOnBoard } from '#app/domain/points/score.server.ts'
import { shelfEnd, shelfOf } from '#app/domain/points/shelf.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { people, personRoles } from '#db/schema/identity.ts'
import { pointScores, pointShelves } from '#db/schema/boards.ts'
import { at } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

const all = { period: 'all', categoryId: '' }
const monday = new Date('2026-11-16T10:00:00Z')

const earn = (rows: Scored[]) =>
  transaction(async (tx) => {
    await holdChain(tx)
    await score(tx, rows)
  })
const row = (personId: string, amount: number, more: Partial<Scored> = {}): Scored => ({
  ...{ personId, amount, actedAt: monday, categoryId: null },
  ...more,
})
const crowd = (n: number) =>
  transaction(async (tx) => {
    const some = []
    for (let i = 0; i < n; i++) some.push(await person(tx, 'crowd'))
    return some
  })
const forget = () =>
  transaction(async (tx) => {
    await tx.delete(pointScores).where(gt(pointScores.period, ''))
    await tx.delete(pointShelves).where(gt(pointShelves.period, ''))
  })
const ranksOf = async (board = all) =>
  (await leaderboard(db, board)).rows.map(({ displayName, rank, amount }) => [
    displayName,
    rank,
    amount,
  ])

test('every amount stands on one shelf, and more never stands on a lower one', () => {
  const most = 2 ** 31 - 1
  fc.assert(
    fc.property(fc.integer({ min: 0, max: most }), (amount) => {
      const shelf = shelfOf(amount)
      expect(shelfOf(Math.min(most, amount + 1))).toBeGreaterThanOrEqual(shelf)
      expect(shelfEnd(shelf)).toBeGreaterThan(amount)
      expect(shelfOf(shelfEnd(shelf))).toBe(shelf + 1)
      expect(shelfOf(shelfEnd(shelf) - 1)).toBe(shelf)
    }),
  )
  expect(shelfOf(most)).toBeLessThan(7_000)
})

test('equal points share a rank, and the next rank leaves room: 1, 2, 2, 4', async () => {
  await forget()
  const { ann, ben } = await world()
  const [cy, di] = await crowd(2)
  await earn([row(ann.id, 50), row(ben.id, 30), row(cy!.id, 30), row(di!.id, 7)])
  expect((await ranksOf()).map(([, rank, amount]) => [rank, amount])).toEqual([
    [1, 50],
    [2, 30],
    [2, 30],
    [4, 7],
  ])
  expect(await standingOn(db, all, di!.id)).toEqual({ amount: 7, rank: 4, members: 4 })
  expect(await standingOn(db, all, cy!.id)).toMatchObject({ rank: 2 })
})

test('ranks go on over the pages, whatever the ties, and nobody is left out or named twice', async () => {
  await forget()
  const some = await crowd(120)
  await earn(some.map(({ id }, i) => row(id, 1 + (i % 7) * 400)))
  const seen: { personId: string; amount: number; rank: number }[] = []
  let after: BoardCursor | undefined
  do {
    const page = await leaderboard(db, all, after)
    seen.push(...page.rows)
    after = page.next && readBoardCursor(writtenBoardCursor(page.next))
  } while (after)
  expect(new Set(seen.map(({ personId }) => personId)).size).toBe(120)
  for (const { amount, rank } of seen)
    expect(rank).toBe(1 + seen.filter((other) => other.amount > amount).length)
})

test('ranks of a page need two questions, however many rows and ties it has', async () => {
  const amounts = [9, 9, 5, 5, 5, 4, 1]
  let asked = 0
  const above = (n: number) => {
    asked++
    return Promise.resolve(100 + amounts.filter((other) => other > n).length)
  }
  const rows = await ranked(
    amounts.map((amount) => ({ amount })),
    above,
  )
  expect(rows.map(({ rank }) => rank)).toEqual([101, 101, 103, 103, 103, 106, 107])
  expect(asked).toBe(2)
  expect(await ranked([], above)).toEqual([])
})

test('a week, a season and all time are counted apart, in the category and in all of them', async () => {
  await forget()
  const { ben } = await world()
  await earn([
    row(ben.id, 5, { categoryId: 'packaging' }),
    row(ben.id, 7, { actedAt: new Date('2026-11-09T10:00:00Z') }),
    row(ben.id, 11, { actedAt: new Date('2026-09-30T10:00:00Z') }),
  ])
  const on = async (period: string, categoryId = '') =>
    (await standingOn(db, { period, categoryId }, ben.id)) as { amount: number } | undefined
  expect(await on('2026-W47')).toMatchObject({ amount: 5 })
  expect(await on('2026-W46')).toMatchObject({ amount: 7 })
  expect(await on('season:2026-10-01')).toMatchObject({ amount: 12 })
  expect(await on('season:2026-07-01')).toMatchObject({ amount: 11 })
  expect(await on('all')).toMatchObject({ amount: 23 })
  expect(await on('all', 'packaging')).toMatchObject({ amount: 5 })
  expect(await on('all', 'taste')).toBeUndefined()
  await at(monday, async () => {
    expect(await presentPeriod(db, 'week')).toBe('2026-W47')
    expect(await presentPeriod(db, 'season')).toBe('season:2026-10-01')
  })
})

test('whoever opts out is gone at once, for the ranks of others too, and comes back with all they have', async () => {
  await forget()
  const { ann, ben } = await world()
  await earn([row(ann.id, 50), row(ben.id, 30)])
  const choose = (isShown: boolean) => transaction((tx) => showOnBoard(tx, ann.id, isShown))

  await choose(false)
  await choose(false)
  expect(await ranksOf()).toEqual([['ben', 1, 30]])
  expect(await standingOn(db, all, ann.id)).toBe('hidden')
  expect(await standingOn(db, all, ben.id)).toMatchObject({ rank: 1, members: 1 })
  // What is earned meanwhile shows nobody, not even in a week that is new.
  await earn([row(ann.id, 9, { actedAt: new Date('2026-11-23T10:00:00Z') })])
  expect(await ranksOf({ period: '2026-W48', categoryId: '' })).toEqual([])

  await choose(true)
  expect(await ranksOf()).toEqual([
    ['ann', 1, 59],
    ['ben', 2, 30],
  ])
})

test('the staff and the suspended are on no leaderboard, from the moment that they are', async () => {
  await forget()
  const { ann, ben, eva } = await world()
  await earn([row(ann.id, 50), row(ben.id, 30), row(eva.id, 90)])
  expect(await ranksOf()).toEqual([
    ['ann', 1, 50],
    ['ben', 2, 30],
  ])
  const settle = (personId: string) =>
    transaction(async (tx) => {
      await holdChain(tx)
      await settleOnBoard(tx, personId)
    })
  const turn = (suspendedAt: Date | null) =>
    transaction((tx) => tx.update(people).set({ suspendedAt }).where(eq(people.id, ann.id)))
  await turn(new Date())
  await settle(ann.id)
  await transaction((tx) => tx.insert(personRoles).values({ personId: ben.id, role: 'care' }))
  await settle(ben.id)
  expect(await ranksOf()).toEqual([])
  await turn(null)
  await settle(ann.id)
  expect(await ranksOf()).toEqual([['ann', 1, 50]])
})

test('what is taken back lowers a place, and whoever has nothing left is not shown', async () => {
  await forget()
  const { ann, ben } = await world()
  await earn([row(ann.id, 50), row(ben.id, 30), row(ann.id, -25)])
  expect(await ranksOf()).toEqual([
    ['ben', 1, 30],
    ['ann', 2, 25],
  ])
  await earn([row(ann.id, -25)])
  expect(await ranksOf()).toEqual([['ben', 1, 30]])
  expect(await standingOn(db, all, ann.id)).toBeUndefined()
})

const moves = fc.array(
  fc.oneof(
    {
      arbitrary: fc.record({ who: fc.nat(4), amount: fc.integer({ min: -30, max: 3000 }) }),
      weight: 5,
    },
    { arbitrary: fc.record({ who: fc.nat(4), isShown: fc.boolean() }), weight: 1 },
  ),
  { maxLength: 16 },
)

test('whatever is earned, taken back, hidden and shown, every rank is the count of those above', async () => {
  const some = await crowd(5)
  const ids = some.map(({ id }) => id)
  const check = async () => {
    const shown = await db
      .select()
      .from(pointScores)
      .where(
        and(
          eq(pointScores.period, 'all'),
          eq(pointScores.categoryId, ''),
          inArray(pointScores.personId, ids),
        ),
      )
    const amounts = shown.filter((mine) => !mine.isHidden && mine.amount > 0)
    for (const n of [0, 1, 20, 1023, 1024, 1500, 4000])
      expect(await countAbove(db, all, n)).toBe(amounts.filter(({ amount }) => amount > n).length)
  }
  await fc.assert(
    fc.asyncProperty(moves, async (steps) => {
      await forget()
      for (const step of steps)
        if ('amount' in step)
          await earn([row(ids[step.who]!, step.amount, { categoryId: 'taste' })])
        else await transaction((tx) => showOnBoard(tx, ids[step.who]!, step.isShown))
      await check()
    }),
    { numRuns: 12 },
  )
})

test('many who earn and opt out at the same time leave the ranks right', async () => {
  await forget()
  const some = await crowd(12)
  await Promise.all(
    some.flatMap(({ id }, i) => [
      earn([row(id, 10 + i), row(some[(i + 1) % 12]!.id, 5)]),
      transaction((tx) => showOnBoard(tx, id, i % 3 !== 0)),
    ]),
  )
  const { rows } = await leaderboard(db, all)
  expect(rows).toHaveLength(8)
  expect(await countAbove(db, all, 0)).toBe(8)
  for (const { amount, rank } of rows)
    expect(rank).toBe(1 + rows.filter((other) => other.amount > amount).length)
})
