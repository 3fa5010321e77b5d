import { eq } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { redemptions, rewards } from '#db/schema/rewards.ts'

/** The reward that a redemption is of, and what it cost. */
export async function rewardOf(db: Read, redemptionId: string) {
  const [found] = await db
    .select({
      titleIt: rewards.titleIt,
      titleEn: rewards.titleEn,
      kind: rewards.kind,
      price: redemptions.price,
      tracking: redemptions.tracking,
    })
    .from(redemptions)
    .innerJoin(rewards, eq(rewards.id, redemptions.rewardId))
    .where(eq(redemptions.id, redemptionId))
  return found
}
