import { and, asc, desc, eq, gt, inArray, isNull, lt, lte } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { ideas } from '#db/schema/ideas.ts'
import { promises } from '#db/schema/promises.ts'
import { now } from '#db/time.ts'
import { addWorkingDays } from '../site/calendar.rules.ts'
import { siteSettings } from '../site/site.server.ts'

/** More than this many at once are told of as one: a clock that jumped must not flood anybody. */
const mostToldApart = 10
const together = 500

export type Alarm = 'near' | 'overdue'
/** What the team is told: a promise, and how many others are meant with it. */
export type Told = { id: string; ideaId: string; more: number }

const { dueAt, endedAt, pausedAt, warnedAt, escalatedAt, startedAt } = promises
const ticking = and(isNull(endedAt), isNull(pausedAt))
const mark = { near: warnedAt, overdue: escalatedAt }

async function isDueFor(db: Read, alarm: Alarm) {
  const moment = now()
  if (alarm === 'overdue') return and(ticking, lt(dueAt, moment), isNull(escalatedAt))
  const { calendar, promiseWarning } = await siteSettings(db)
  const soon = addWorkingDays(calendar, moment, promiseWarning)
  return and(ticking, lte(dueAt, soon), isNull(warnedAt), isNull(escalatedAt))
}

/** Whether the team must hear of any promise now. */
export async function anyAlarm(db: Read) {
  for (const alarm of ['overdue', 'near'] as const) {
    const due = await isDueFor(db, alarm)
    const [some] = await db.select({ id: promises.id }).from(promises).where(due).limit(1)
    if (some) return true
  }
  return false
}

/**
 * Marks promises that are near their day, or late, and answers what the team is told of them: each
 * by itself, or beyond ten the most wanted with the number of the others. `silent` ones were told
 * before. Some hundreds at a time; call it again while there are `more`.
 */
export async function raise(tx: Tx, alarm: Alarm, silent: boolean) {
  const due = await isDueFor(tx, alarm)
  const batch = await tx
    .select({ id: promises.id, ideaId: promises.ideaId })
    .from(promises)
    .where(due)
    .orderBy(asc(dueAt), asc(promises.id))
    .limit(together)
  if (!batch.length) return { told: [], more: false }
  const told = silent ? [] : await tellable(tx, due, batch)

  const ids = batch.map(({ id }) => id)
  const marked = alarm === 'near' ? { warnedAt: now() } : { warnedAt: now(), escalatedAt: now() }
  await tx
    .update(promises)
    .set(marked)
    .where(and(inArray(promises.id, ids), isNull(mark[alarm])))
  return { told, more: batch.length === together }
}

type Batch = { id: string; ideaId: string }[]

async function tellable(tx: Tx, due: Awaited<ReturnType<typeof isDueFor>>, batch: Batch) {
  if (batch.length <= mostToldApart) return batch.map((one): Told => ({ ...one, more: 0 }))
  const [all] = await tx.select({ n: howMany() }).from(promises).where(due)
  const [first] = await tx
    .select({ id: promises.id, ideaId: promises.ideaId })
    .from(promises)
    .innerJoin(ideas, eq(ideas.id, promises.ideaId))
    .where(
      inArray(
        promises.id,
        batch.map(({ id }) => id),
      ),
    )
    .orderBy(desc(ideas.votesCount), desc(ideas.number))
    .limit(1)
  return [{ ...first!, more: all!.n - 1 } satisfies Told]
}

/**
 * The clock of the machine was put back: what it marked in a time that has not come is unmarked,
 * unless it holds now as well, and what began in it begins now.
 */
export async function repairFuture(tx: Tx) {
  const moment = now()
  const { calendar, promiseWarning } = await siteSettings(tx)
  const soon = addWorkingDays(calendar, moment, promiseWarning)
  const standing = isNull(endedAt)
  await tx
    .update(promises)
    .set({ escalatedAt: null })
    .where(and(standing, gt(escalatedAt, moment), gt(dueAt, moment)))
  await tx
    .update(promises)
    .set({ warnedAt: null })
    .where(and(standing, gt(warnedAt, moment), gt(dueAt, soon)))
  const early = await tx
    .select({ id: promises.id, days: promises.days })
    .from(promises)
    .where(and(standing, gt(startedAt, new Date(+moment + toleranceMs))))
    .limit(together)
  for (const { id, days } of early)
    await tx
      .update(promises)
      .set({ startedAt: moment, dueAt: addWorkingDays(calendar, moment, days) })
      .where(eq(promises.id, id))
  await tx
    .update(promises)
    .set({ pausedAt: moment })
    .where(and(standing, gt(pausedAt, new Date(+moment + toleranceMs))))
}

/** Machines of one house may differ by as much. */
const toleranceMs = 300_000
