import { and, desc, eq, gt, lt, sum } from 'drizzle-orm'
import { prepared, type Read, type Tx } from '#db/database.server.ts'
import { howMany, pageAfter, placeholder } from '#db/expressions.ts'
import { people } from '#db/schema/identity.ts'
import { pointScores, pointShelves } from '#db/schema/boards.ts'
import { pointAccounts } from '#db/schema/points.ts'
import { now } from '#db/time.ts'
import { siteSettings } from '../site/site.server.ts'
import { lockAccount } from './account.server.ts'
import { type BoardCursor, type BoardPeriod, ranked } from './board.rules.ts'
import { settleOnBoard } from './score.server.ts'
import { periodsOf } from './season.rules.ts'
import { shelfEnd, shelfOf } from './shelf.rules.ts'

const pageSize = 50
const { period, categoryId, isHidden, amount, personId } = pointScores

/** Which board: the name of the period as `point_scores` has it, and a category or '' for all. */
export type Board = { period: string; categoryId: string }

/** What `point_scores` calls the present week, the present season, or all time. */
export async function presentPeriod(db: Read, said: BoardPeriod) {
  const { seasonMonths, calendar } = await siteSettings(db)
  return periodsOf(now(), seasonMonths, calendar.timeZone)[said]
}

/**
 * A page of a leaderboard, the most points first, 50 rows; equal points share a rank. Whoever is of the
 * staff, suspended or would rather not be shown is not on it, and counts for nobody's rank.
 */
export async function leaderboard(db: Read, board: Board, after?: BoardCursor) {
  const { handle, displayName, avatarId } = people
  const rows = await db
    .select({ personId, amount, handle, displayName, avatarId, earned: pointAccounts.earned })
    .from(pointScores)
    .innerJoin(people, eq(people.id, personId))
    .leftJoin(pointAccounts, eq(pointAccounts.personId, personId))
    .where(
      and(
        eq(period, board.period),
        eq(categoryId, board.categoryId),
        eq(isHidden, false),
        gt(amount, 0),
        after && pageAfter([amount, personId], [after.amount, after.personId]),
      ),
    )
    .orderBy(desc(amount), desc(personId))
    .limit(pageSize + 1)
  const page = rows.slice(0, pageSize)
  return {
    rows: await ranked(page, (n) => countAbove(db, board, n)),
    next: rows.length > pageSize ? page.at(-1) : undefined,
  }
}

const shelved = (db: Read) => () =>
  db
    .select({ members: sum(pointShelves.members).mapWith(Number) })
    .from(pointShelves)
    .where(
      and(
        eq(pointShelves.period, placeholder('period')),
        eq(pointShelves.categoryId, placeholder('categoryId')),
        gt(pointShelves.shelf, placeholder('shelf')),
      ),
    )
    .prepare('members_shelved')

const onShelf = (db: Read) => () =>
  db
    .select({ members: howMany() })
    .from(pointScores)
    .where(
      and(
        eq(period, placeholder('period')),
        eq(categoryId, placeholder('categoryId')),
        eq(isHidden, false),
        gt(amount, placeholder('amount')),
        lt(amount, placeholder('end')),
      ),
    )
    .prepare('members_on_shelf')

/** How many people on a board have more than `least` points. */
export async function countAbove(db: Read, board: Board, least: number) {
  const shelf = shelfOf(least)
  const end = shelfEnd(shelf)
  const ask = prepared(db, 'members_shelved', shelved(db))
  const [higher] = await ask.execute({ ...board, shelf })
  const above = higher?.members ?? 0
  // A shelf of one amount holds nobody with more.
  if (end === least + 1) return above
  const beside = prepared(db, 'members_on_shelf', onShelf(db))
  const [same] = await beside.execute({ ...board, amount: least, end })
  return above + same!.members
}

/**
 * Where somebody stands: their points, rank and how many there are; `hidden` for whoever is not
 * shown, `undefined` for whoever earned nothing on this board.
 */
export async function standingOn(db: Read, board: Board, ownerId: string) {
  const [mine] = await db
    .select({ amount, isHidden })
    .from(pointScores)
    .where(and(eq(period, board.period), eq(categoryId, board.categoryId), eq(personId, ownerId)))
  if (mine?.isHidden) return 'hidden'
  if (!mine || mine.amount <= 0) return undefined
  const [above, members] = await Promise.all([
    countAbove(db, board, mine.amount),
    countAbove(db, board, 0),
  ])
  return { amount: mine.amount, rank: above + 1, members }
}

/** Takes a member off all leaderboards at once, or puts them back. */
export async function showOnBoard(tx: Tx, ownerId: string, isShown: boolean) {
  await lockAccount(tx, ownerId)
  await tx
    .update(pointAccounts)
    .set({ isOffBoard: !isShown })
    .where(eq(pointAccounts.personId, ownerId))
  await settleOnBoard(tx, ownerId)
}
