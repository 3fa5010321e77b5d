import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { pointEntries, pointPending } from '#db/schema/points.ts'
import { now } from '#db/time.ts'
import { holdChain } from './account.server.ts'
import { awarded, awardFor } from './badge.server.ts'
import { book, type Entry } from './ledger.server.ts'

const isDue = () => and(isNull(pointPending.heldBy), lte(pointPending.confirmsAt, now()))

/** Whether any points are due to be confirmed. */
export async function anyToConfirm(db: Read) {
  const [due] = await db
    .select({ seq: pointPending.seq })
    .from(pointPending)
    .where(isDue())
    .limit(1)
  return !!due
}

/**
 * Confirms up to `most` of what is due, the oldest first, with the badges that come of it. Answers how
 * many there were, and the events to tell of.
 */
export async function confirmDue(tx: Tx, most = 30) {
  await holdChain(tx)
  const due = await tx
    .select({ earn: pointEntries })
    .from(pointPending)
    .innerJoin(pointEntries, eq(pointEntries.seq, pointPending.seq))
    .where(isDue())
    .orderBy(asc(pointPending.confirmsAt), asc(pointPending.seq))
    .limit(most)
  const booked = await book(
    tx,
    due.map(({ earn }) => confirmationOf(earn)),
  )
  const awards = await awardFor(tx, booked)
  return { confirmed: due.length, events: awards.map(awarded) }
}

const confirmationOf = ({ seq, personId, amount, actedAt, ...earn }: Entry) => {
  const { rule, ideaId, categoryId, subjectId } = earn
  const about = { personId, amount, actedAt, rule, ideaId, categoryId, subjectId }
  return { kind: 'confirm', key: `confirm:${seq}`, answers: seq, ...about } as const
}
