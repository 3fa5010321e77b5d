import { and, asc, eq, gte, isNotNull, isNull, lt, type SQL } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { ideas } from '#db/schema/ideas.ts'
import { promises, questions } from '#db/schema/promises.ts'
import { now } from '#db/time.ts'

const { dueAt, endedAt, pausedAt } = promises
const isRunning = isNull(endedAt)
const ticks = and(isRunning, isNull(pausedAt))
const stands = and(isRunning, isNotNull(pausedAt))

const columns = {
  id: promises.id,
  dueAt,
  pausedAt,
  days: promises.days,
  startedAt: promises.startedAt,
  status: promises.status,
  idea: {
    number: ideas.number,
    title: ideas.title,
    locale: ideas.locale,
    votesCount: ideas.votesCount,
  },
}
/** A promise that somebody waits on, with its idea; for the staff. */
export type Watched = Awaited<ReturnType<typeof latePromises>>[number]

const withIdea = <Row extends { idea: object | null }>(rows: Row[]) =>
  rows.flatMap(({ idea, ...row }) =>
    idea ? [{ ...row, ...(idea as NonNullable<Row['idea']>) }] : [],
  )

// Left joins: with an inner one SQLite begins at the ideas, all of them.
const watched = (db: Read, where: SQL | undefined, limit: number) =>
  db
    .select(columns)
    .from(promises)
    .leftJoin(ideas, eq(ideas.id, promises.ideaId))
    .where(where)
    .orderBy(asc(dueAt), asc(promises.id))
    .limit(limit)

/** The promises without an answer after their day, the longest overdue first; 50 unless said otherwise. */
export const latePromises = async (db: Read, limit = 50) =>
  withIdea(await watched(db, and(ticks, lt(dueAt, now())), limit))

/** The promises whose day is still to come, the next first. */
export const nextPromises = async (db: Read, limit = 50) =>
  withIdea(await watched(db, and(ticks, gte(dueAt, now())), limit))

/** The promises that stand still because their authors were asked something, the longest first. */
export async function pausedPromises(db: Read, limit = 50) {
  const isOpen = and(eq(questions.ideaId, promises.ideaId), isNull(questions.answeredAt))
  const rows = await db
    .select({ ...columns, question: questions.body })
    .from(promises)
    .leftJoin(ideas, eq(ideas.id, promises.ideaId))
    .leftJoin(questions, isOpen)
    .where(stands)
    .orderBy(asc(pausedAt), asc(promises.id))
    .limit(limit)
  return withIdea(rows)
}

/** How many promises are late, run, and stand still. */
export async function promiseCounts(db: Read) {
  const moment = now()
  const count = async (where: ReturnType<typeof and>) => {
    const [counted] = await db.select({ n: howMany() }).from(promises).where(where)
    return counted!.n
  }
  const [late, running, paused] = await Promise.all([
    count(and(ticks, lt(dueAt, moment))),
    count(and(ticks, gte(dueAt, moment))),
    count(stands),
  ])
  return { late, running, paused }
}
