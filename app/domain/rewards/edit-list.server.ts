import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { rewardCodes, rewards } from '#db/schema/rewards.ts'

const most = 200
const states = ['shown', 'draft', 'ended'] as const

/** The rewards as the staff see them: what is shown first, then drafts, then what is over; each in its order. */
export async function rewardDesk(db: Read) {
  const { id, slug, kind, titleIt, titleEn, price, stock, takenCount } = rewards
  const { state, opensAt, closesAt, imageId, imageAlt } = rewards
  const lists = await Promise.all(
    states.map((each) =>
      db
        .select({
          ...{ id, slug, kind, titleIt, titleEn, price, stock, takenCount },
          ...{ state, opensAt, closesAt, imageId, imageAlt },
        })
        .from(rewards)
        .where(eq(state, each))
        .orderBy(asc(rewards.position), asc(id))
        .limit(most),
    ),
  )
  return lists.flat()
}

/** The titles of all rewards, for a choice. */
export const rewardNames = (db: Read) =>
  db
    .select({ id: rewards.id, titleIt: rewards.titleIt, titleEn: rewards.titleEn })
    .from(rewards)
    .orderBy(asc(rewards.state), asc(rewards.position), asc(rewards.id))
    .limit(3 * most)

/** How many codes of a pool are left, and how many were taken. */
export async function poolCounts(db: Read, rewardId: string) {
  const [[all], [free]] = await Promise.all([
    db.select({ n: howMany() }).from(rewardCodes).where(eq(rewardCodes.rewardId, rewardId)),
    db
      .select({ n: howMany() })
      .from(rewardCodes)
      .where(and(eq(rewardCodes.rewardId, rewardId), isNull(rewardCodes.redemptionId))),
  ])
  return { free: free!.n, taken: all!.n - free!.n }
}
