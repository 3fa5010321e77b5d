import { and, eq, isNull, lt, or } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { reviewItems } from '#db/schema/moderation.ts'
import { now } from '#db/time.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { claimMs } from './act.rules.ts'

/**
 * Shows the others for five minutes that `moderator` looks at an item. Whoever looked first keeps
 * it: nobody is kept from deciding, they only see who is at it.
 */
export async function claimItem(tx: Tx, moderator: Person, itemId: string) {
  const { id, state, claimedBy, claimedAt } = reviewItems
  const over = new Date(+now() - claimMs)
  const isFree = or(isNull(claimedBy), eq(claimedBy, moderator.id), lt(claimedAt, over))
  await tx
    .update(reviewItems)
    .set({ claimedBy: moderator.id, claimedAt: now() })
    .where(and(eq(id, itemId), eq(state, 'open'), isFree))
}
