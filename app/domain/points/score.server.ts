import { and, eq, isNotNull, or } from 'drizzle-orm'
import { prepared, type Read, type Tx } from '#db/database.server.ts'
import { insertAll } from '#db/bulk.server.ts'
import { isOneOf, isTupleAmong, plusGiven, tuplesOf } from '#db/expressions.ts'
import { people, personRoles } from '#db/schema/identity.ts'
import { pointScores, pointShelves } from '#db/schema/boards.ts'
import { pointAccounts } from '#db/schema/points.ts'
import { siteSettings } from '../site/site.server.ts'
import { keyOf, type Place, type Scored, scoresOf } from './score.rules.ts'
import { shelfOf } from './shelf.rules.ts'

const atOnce = 500
const adding = {
  target: [pointScores.period, pointScores.categoryId, pointScores.personId],
  set: { amount: plusGiven(pointScores.amount) },
}
const shelving = {
  target: [pointShelves.period, pointShelves.categoryId, pointShelves.shelf],
  set: { members: plusGiven(pointShelves.members) },
}

/**
 * Adds what was earned to the leaderboards of the week, the season and all time, in its category and
 * in all of them. For whoever holds the chain of the ledger: no two do this at once.
 */
export async function score(tx: Tx, earned: Scored[]) {
  const sums = await summed(tx, earned)
  if (!sums.length) return
  const hidden = await absentAmong(tx, [...new Set(sums.map(({ personId }) => personId))])
  const before = await scoresAt(tx, sums)
  const moves: Move[] = []
  for (const sum of sums) {
    const { amount = 0, isHidden = hidden.has(sum.personId) } = before.get(keyOf(sum)) ?? {}
    if (isHidden) continue
    const { period, categoryId } = sum
    moves.push({ period, categoryId, amount, members: -1 })
    moves.push({ period, categoryId, amount: amount + sum.amount, members: +1 })
  }
  const rows = sums.map((sum) => ({ ...sum, isHidden: hidden.has(sum.personId) }))
  for (let from = 0; from < rows.length; from += atOnce)
    await insertAll(tx, pointScores, rows.slice(from, from + atOnce), adding)
  await reshelve(tx, moves)
}

const { period, categoryId, personId } = pointScores
const someScores = (db: Read) => () =>
  db
    .select()
    .from(pointScores)
    .where(isTupleAmong([period, categoryId, personId], 'places'))
    .prepare('some_scores')

async function scoresAt(db: Read, places: Place[]) {
  const list = tuplesOf(places.map((place) => [place.period, place.categoryId, place.personId]))
  const rows = await prepared(db, 'some_scores', someScores(db)).execute({ places: list })
  return new Map(rows.map((row) => [keyOf(row), row]))
}

async function summed(tx: Tx, rows: Scored[]) {
  const { seasonMonths: months, calendar } = await siteSettings(tx)
  return scoresOf(rows, { months, zone: calendar.timeZone })
}

/** Who of `ids` stands on no leaderboard: the staff, the suspended, and those who would rather not. */
async function absentAmong(db: Read, ids: string[]) {
  const absent = await db
    .selectDistinct({ id: people.id })
    .from(people)
    .leftJoin(personRoles, eq(personRoles.personId, people.id))
    .leftJoin(pointAccounts, eq(pointAccounts.personId, people.id))
    .where(
      and(
        isOneOf(people.id, ids),
        or(
          isNotNull(people.suspendedAt),
          isNotNull(personRoles.role),
          eq(pointAccounts.isOffBoard, true),
        ),
      ),
    )
  return new Set(absent.map(({ id }) => id))
}

/** `members` more (or, negative, fewer) people are shown with this amount. */
type Move = { period: string; categoryId: string; amount: number; members: number }
type Shelf = typeof pointShelves.$inferSelect

async function reshelve(tx: Tx, moves: Move[]) {
  const shelves = new Map<string, Shelf>()
  for (const { period, categoryId, amount, members } of moves) {
    // Whoever has nothing left is not shown.
    if (amount <= 0) continue
    const shelf = shelfOf(amount)
    const key = [period, categoryId, shelf].join(' ')
    const before = shelves.get(key)?.members ?? 0
    shelves.set(key, { period, categoryId, shelf, members: before + members })
  }
  const changed = [...shelves.values()].filter(({ members }) => members)
  for (let from = 0; from < changed.length; from += atOnce)
    await insertAll(tx, pointShelves, changed.slice(from, from + atOnce), shelving)
}

/**
 * Takes somebody off the leaderboards, or shows them there again, as their choice, their roles and
 * their suspension now say. For whoever holds the chain of the ledger.
 */
export async function settleOnBoard(tx: Tx, personId: string) {
  const isHidden = (await absentAmong(tx, [personId])).has(personId)
  const theirs = and(eq(pointScores.personId, personId), eq(pointScores.isHidden, !isHidden))
  const turned = await tx.update(pointScores).set({ isHidden }).where(theirs).returning()
  await reshelve(
    tx,
    turned.map((row) => ({ ...row, members: isHidden ? -1 : +1 })),
  )
}

/** Sets what somebody has on one leaderboard. For whoever holds the chain of the ledger. */
export async function setScore(tx: Tx, { personId, period, categoryId }: Place, amount: number) {
  const isHere = [eq(pointScores.period, period), eq(pointScores.categoryId, categoryId)]
  const isTheirs = and(eq(pointScores.personId, personId), ...isHere)
  const [before] = await tx.delete(pointScores).where(isTheirs).returning()
  const isHidden = (await absentAmong(tx, [personId])).has(personId)
  await tx.insert(pointScores).values({ personId, period, categoryId, amount, isHidden })
  const board = { period, categoryId }
  const moves: Move[] = isHidden ? [] : [{ ...board, amount, members: +1 }]
  if (before && !before.isHidden) moves.push({ ...board, amount: before.amount, members: -1 })
  await reshelve(tx, moves)
}
