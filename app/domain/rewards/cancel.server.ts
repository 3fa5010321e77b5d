import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { rewardCodes, rewards } from '#db/schema/rewards.ts'
import { refund } from '../points/spend.server.ts'
import type { Redemption } from './redemption.server.ts'

/** The key under which the points of a redemption were spent. */
export const spendKey = (redemptionId: string) => `redeem:${redemptionId}`

/** Gives back what a redemption took: the points, its place in the stock, a code that nobody saw. */
export async function giveBack(
  tx: Tx,
  { id, rewardId, price }: Pick<Redemption, 'id' | 'rewardId' | 'price'>,
  actorId: string | null,
) {
  await tx
    .update(rewards)
    .set({ stock: plus(rewards.stock, 1), takenCount: plus(rewards.takenCount, -1) })
    .where(eq(rewards.id, rewardId))
  await tx
    .update(rewardCodes)
    .set({ redemptionId: null })
    .where(and(eq(rewardCodes.rewardId, rewardId), eq(rewardCodes.redemptionId, id)))
  // What care gave had no price.
  if (!price) return
  const booked = await refund(tx, spendKey(id), { key: `${spendKey(id)}:refund`, actorId })
  if (typeof booked === 'string') throw new Error(`Redemption ${id} was not given back: ${booked}`)
}
