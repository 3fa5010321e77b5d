import { and, asc, notInArray } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { isOneOf, isTrue } from '#db/expressions.ts'
import { activity } from '#db/schema/activity.ts'

const isLeft = (leftOut: string[]) =>
  and(isTrue(activity.isUnsettled), leftOut.length ? notInArray(activity.id, leftOut) : undefined)

/** The events that the points have not heard of, the oldest first, up to `most`; none of `leftOut`. */
export const unsettledEvents = (db: Read, most: number, leftOut: string[] = []) =>
  db.select().from(activity).where(isLeft(leftOut)).orderBy(asc(activity.id)).limit(most)

/** Notes that the points have heard of events. */
export async function markSettled(tx: Tx, ids: string[]) {
  await tx.update(activity).set({ isUnsettled: false }).where(isOneOf(activity.id, ids))
}
