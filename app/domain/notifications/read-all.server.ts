import { and, isNull, lt } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { notifications } from '#db/schema/notifications.ts'
import { now } from '#db/time.ts'

/** Marks every notification from before a moment as read, whoever it is for. */
export async function readAllBefore(tx: Tx, moment: Date) {
  const old = and(isNull(notifications.readAt), lt(notifications.createdAt, moment))
  await tx.update(notifications).set({ readAt: now() }).where(old)
}
