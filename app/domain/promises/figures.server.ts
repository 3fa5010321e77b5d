import { and, gt, inArray, isNull, lt } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { promises } from '#db/schema/promises.ts'
import { now } from '#db/time.ts'
import { medianOf } from './promise.rules.ts'
import { promiseCounts } from './watch.server.ts'

const { status, outcome, tookDays, endedAt, pausedAt, dueAt } = promises
const beginning = new Date(0)

/** How the promises of a status went; `days` are the median working days to the answer. */
export type Kept = { kept: number; late: number; days: number | undefined }
type Row = { outcome: 'kept' | 'late'; tookDays: number | null; count: number }

/**
 * How the brand kept its word since a moment (all of it without one), in all and by status: kept are
 * the answers in time, late those after it and the promises past their day that still have none.
 * `running` and `paused` are the others of now, which nobody can judge yet.
 */
export async function promiseFigures(db: Read, since = beginning) {
  const [ended, waiting, { running, paused }] = await Promise.all([
    endedSince(db, since),
    overdueSince(db, since),
    promiseCounts(db),
  ])
  const byStatus = new Map<string, Row[]>()
  const put = (key: string, row: Row) => byStatus.set(key, [...(byStatus.get(key) ?? []), row])
  for (const { status, outcome, ...row } of ended)
    if (outcome === 'kept' || outcome === 'late') put(status, { outcome, ...row })
  for (const { status, count } of waiting) put(status, { outcome: 'late', tookDays: null, count })
  return {
    all: summed([...byStatus.values()].flat()),
    byStatus: new Map([...byStatus].map(([key, rows]) => [key, summed(rows)])),
    waiting: waiting.reduce((sum, { count }) => sum + count, 0),
    running,
    paused,
  }
}

function summed(rows: Row[]): Kept {
  const count = (outcome: Row['outcome']) =>
    rows.reduce((sum, row) => sum + (row.outcome === outcome ? row.count : 0), 0)
  const took = rows.flatMap(({ tookDays: value, count }) =>
    value === null ? [] : { value, count },
  )
  return { kept: count('kept'), late: count('late'), days: medianOf(took) }
}

const endedSince = (db: Read, since: Date) =>
  db
    .select({ status, outcome, tookDays, count: howMany() })
    .from(promises)
    .where(and(gt(endedAt, since), inArray(outcome, ['kept', 'late'])))
    .groupBy(status, outcome, tookDays)

const overdueSince = (db: Read, since: Date) =>
  db
    .select({ status, count: howMany() })
    .from(promises)
    .where(and(isNull(endedAt), isNull(pausedAt), lt(dueAt, now()), gt(dueAt, since)))
    .groupBy(status)
