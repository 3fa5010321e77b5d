import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { ideas } from '#db/schema/ideas.ts'
import { roundEntries, rounds } from '#db/schema/rounds.ts'

export type Round = typeof rounds.$inferSelect
export type Entry = typeof roundEntries.$inferSelect

const mostListed = 200

/** Every round, the latest first, at most 200. */
export const roundList = (db: Read): Promise<Round[]> =>
  db.select().from(rounds).orderBy(desc(rounds.number)).limit(mostListed)

/** The round of a public number; `undefined` when there is none. */
export async function findRound(db: Read, number: number): Promise<Round | undefined> {
  const [round] = await db.select().from(rounds).where(eq(rounds.number, number))
  return round
}

/** The round that opens next, of those that are planned. */
export async function nextRound(db: Read): Promise<Round | undefined> {
  const [round] = await db
    .select()
    .from(rounds)
    .where(eq(rounds.state, 'planned'))
    .orderBy(asc(rounds.opensAt), asc(rounds.id))
    .limit(1)
  return round
}

const told = {
  ideaId: ideas.id,
  number: ideas.number,
  slug: ideas.slug,
  title: ideas.title,
  locale: ideas.locale,
  status: ideas.status,
  place: ideas.place,
  categoryId: ideas.categoryId,
  votesCount: ideas.votesCount,
  publishedAt: ideas.publishedAt,
  mergedIntoId: ideas.mergedIntoId,
}
const byEntry = (one: { entry: Entry }, other: { entry: Entry }) =>
  other.entry.votesAtEntry - one.entry.votesAtEntry ||
  +one.entry.enteredAt - +other.entry.enteredAt ||
  (one.entry.ideaId < other.entry.ideaId ? -1 : 1)

/** The ideas that a round took in, or that are declared for it, with all that the staff may know. */
export async function entriesOf(db: Read, roundId: string) {
  const rows = await db
    .select({ entry: roundEntries, idea: told })
    .from(roundEntries)
    .innerJoin(ideas, eq(ideas.id, roundEntries.ideaId))
    .where(and(eq(roundEntries.roundId, roundId), eq(roundEntries.state, 'in')))
  return rows.sort(byEntry)
}
export type EntryRow = Awaited<ReturnType<typeof entriesOf>>[number]

/** The entry of the idea of `number` in a round; `undefined` when it is not in it. */
export async function findEntry(db: Read, roundId: string, number: number) {
  const [row] = await db
    .select({ entry: roundEntries, idea: told })
    .from(ideas)
    .innerJoin(roundEntries, eq(roundEntries.ideaId, ideas.id))
    .where(
      and(
        eq(ideas.number, number),
        eq(roundEntries.roundId, roundId),
        eq(roundEntries.state, 'in'),
      ),
    )
  return row
}

/** How many ideas each of some rounds took in, and how many of these are decided. */
export async function entryCounts(db: Read, roundIds: string[]) {
  if (!roundIds.length) return new Map<string, { taken: number; decided: number }>()
  const counts = async (decided: boolean) => {
    const rows = await db
      .select({ roundId: roundEntries.roundId, n: howMany() })
      .from(roundEntries)
      .where(
        and(
          inArray(roundEntries.roundId, roundIds),
          eq(roundEntries.state, 'in'),
          decided ? ne(roundEntries.toStatus, '') : undefined,
        ),
      )
      .groupBy(roundEntries.roundId)
    return new Map(rows.map(({ roundId, n }) => [roundId, n]))
  }
  const [taken, decided] = [await counts(false), await counts(true)]
  return new Map(
    roundIds.map((id) => [id, { taken: taken.get(id) ?? 0, decided: decided.get(id) ?? 0 }]),
  )
}

/** Why an idea that a round took in is no longer its to decide; `undefined` while it is. */
export function leftBecause(
  { status, place, mergedIntoId }: Pick<EntryRow['idea'], 'status' | 'place' | 'mergedIntoId'>,
  review: string,
) {
  if (mergedIntoId) return 'merged'
  if (place === 'private') return 'private'
  return status === review ? undefined : 'moved-apart'
}

/** Whether the outcomes of a round are late: it is past its day and still open. */
export const isLate = ({ state, closesAt }: Pick<Round, 'state' | 'closesAt'>, moment: Date) =>
  state === 'open' && closesAt < moment

/** How many ideas of each of some rounds came to which status. */
export async function outcomesOf(db: Read, roundIds: string[]) {
  if (!roundIds.length) return []
  return db
    .select({ roundId: roundEntries.roundId, status: roundEntries.toStatus, n: howMany() })
    .from(roundEntries)
    .where(and(inArray(roundEntries.roundId, roundIds), eq(roundEntries.outcome, 'moved')))
    .groupBy(roundEntries.roundId, roundEntries.toStatus)
}
