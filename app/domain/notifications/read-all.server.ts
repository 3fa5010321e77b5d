import { and, desc, eq, inArray, isNull, lt } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { notifications } from '#db/schema/notifications.ts'
import { now } from '#db/time.ts'

/** Marks every notification from before a moment as read, whoever it is for. */
export async function readAllBefore(tx: Tx, moment: Date) {
  const old = and(isNull(notifications.readAt), lt(notifications.createdAt, moment))
  await tx.update(notifications).set({ readAt: now() }).where(old)
}

/** Leaves somebody the newest of each kind of news to read: a story shows them all. */
export async function leaveUnread(tx: Tx, personId: string) {
  const { id, event, createdAt } = notifications
  const mine = await tx
    .select({ id, event })
    .from(notifications)
    .where(eq(notifications.personId, personId))
    .orderBy(desc(createdAt))
    .limit(500)
  const newest = new Map<string, string>()
  for (const row of mine) if (!newest.has(row.event)) newest.set(row.event, row.id)
  await tx
    .update(notifications)
    .set({ readAt: null })
    .where(inArray(id, [...newest.values()]))
}
