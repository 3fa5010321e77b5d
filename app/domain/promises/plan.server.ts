import { and, eq, inArray, isNull, max, notExists } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { ideas, statuses } from '#db/schema/ideas.ts'
import { promises } from '#db/schema/promises.ts'
import { moves } from '#db/schema/workflow.ts'
import { now } from '#db/time.ts'
import { addWorkingDays } from '../site/calendar.rules.ts'
import { changeSettings, siteSettings } from '../site/site.server.ts'

const together = 300

/** Whether ideas that stood in promising statuses before the house kept clocks still wait for theirs. */
export const needsPlanning = async (db: Read) => !(await siteSettings(db)).promisesPlannedAt

/**
 * Gives some hundreds of such ideas a promise: it began with their last move, and is due the status's
 * days from today, so that none is late at once. Answers whether there may be more; once in the life
 * of a house.
 */
export async function planExisting(tx: Tx) {
  const found = await waiting(tx)
  if (found.length) await plan(tx, found)
  if (found.length === together) return true
  await changeSettings(tx, { promisesPlannedAt: now().toISOString() })
  return false
}

type Waiting = Awaited<ReturnType<typeof waiting>>

async function waiting(db: Read) {
  const promising = await db.select().from(statuses)
  const days = new Map(promising.map(({ id, promiseDays }) => [id, promiseDays ?? 0]))
  const ids = [...days].filter(([, days]) => days > 0).map(([id]) => id)
  if (!ids.length) return []
  const known = db
    .select({ id: promises.id })
    .from(promises)
    .where(and(eq(promises.ideaId, ideas.id), isNull(promises.endedAt)))
  const rows = await db
    .select({ id: ideas.id, status: ideas.status, publishedAt: ideas.publishedAt })
    .from(ideas)
    .where(and(inArray(ideas.status, ids), notExists(known)))
    .limit(together)
  return rows.map((row) => ({ ...row, days: days.get(row.status)! }))
}

async function plan(tx: Tx, found: Waiting) {
  const { calendar } = await siteSettings(tx)
  const moment = now()
  const last = await tx
    .select({ ideaId: moves.ideaId, at: max(moves.movedAt) })
    .from(moves)
    .where(
      inArray(
        moves.ideaId,
        found.map(({ id }) => id),
      ),
    )
    .groupBy(moves.ideaId)
  const movedAt = new Map(last.map(({ ideaId, at }) => [ideaId, at]))
  const due = new Map(
    [...new Set(found.map(({ days }) => days))].map((days) => [
      days,
      addWorkingDays(calendar, moment, days),
    ]),
  )
  const rows = found.map(({ id, status, days, publishedAt }) => {
    const since = movedAt.get(id) ?? publishedAt
    return {
      ideaId: id,
      status,
      days,
      origin: 'planning' as const,
      startedAt: since < moment ? since : moment,
      dueAt: due.get(days)!,
    }
  })
  await tx.insert(promises).values(rows).onConflictDoNothing()
}
