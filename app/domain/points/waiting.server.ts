import { asc, eq, isNotNull, isNull, sum, and } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { pointEntries, pointPending } from '#db/schema/points.ts'
import { subjectsOf } from './statement-subject.server.ts'

const most = 50

/**
 * What somebody earned and waits to be confirmed, the oldest first, up to fifty: when it is confirmed,
 * or that somebody of the staff looks first (`isHeld`).
 */
export async function waitingOf(db: Read, personId: string) {
  const rows = await db
    .select({ pending: pointPending, subjectId: pointEntries.subjectId })
    .from(pointPending)
    .innerJoin(pointEntries, eq(pointEntries.seq, pointPending.seq))
    .where(eq(pointPending.personId, personId))
    .orderBy(asc(pointPending.seq))
    .limit(most + 1)
  const shown = rows.slice(0, most)
  const subjects = await subjectsOf(
    db,
    personId,
    shown.map(({ pending, subjectId }) => ({ ...pending, subjectId, kind: 'earn', note: null })),
  )
  return {
    hasMore: rows.length > most,
    lines: shown.map(({ pending: { seq, amount, rule, actedAt, confirmsAt, heldBy } }) => ({
      ...{ seq, amount, rule, actedAt, confirmsAt },
      isHeld: heldBy !== null,
      subject: subjects.get(seq) ?? null,
    })),
  }
}

/** How much of what waits is held until somebody of the staff has looked. */
export async function heldOf(db: Read, personId: string) {
  const [held] = await db
    .select({ points: sum(pointPending.amount).mapWith(Number), times: howMany() })
    .from(pointPending)
    .where(and(eq(pointPending.personId, personId), isNotNull(pointPending.heldBy)))
  return { points: held!.points ?? 0, times: held!.times }
}

/** When the next of what waits, and is not held, is confirmed. */
export async function nextConfirmation(db: Read, personId: string) {
  const [next] = await db
    .select({ at: pointPending.confirmsAt })
    .from(pointPending)
    .where(and(eq(pointPending.personId, personId), isNull(pointPending.heldBy)))
    .orderBy(asc(pointPending.confirmsAt))
    .limit(1)
  return next?.at
}
