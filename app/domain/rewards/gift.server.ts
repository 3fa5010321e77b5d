import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { redemptions, rewards } from '#db/schema/rewards.ts'
import { now } from '#db/time.ts'
import { lockAccount } from '../points/account.server.ts'
import { takeOne } from './redeem.server.ts'
import { noteStep, walk } from './redemption.server.ts'
import { fingerprintOf } from '../identity/seal.server.ts'

type Gift = { id: string; rewardId: string; personId: string; actorId: string }

/** The coupons of which there are codes to give, in the order of the catalogue. */
export const couponsToGive = (db: Read) =>
  db
    .select({
      id: rewards.id,
      titleIt: rewards.titleIt,
      titleEn: rewards.titleEn,
      stock: rewards.stock,
    })
    .from(rewards)
    .where(and(eq(rewards.kind, 'coupon'), eq(rewards.state, 'shown'), gt(rewards.stock, 0)))
    .orderBy(asc(rewards.position), asc(rewards.id))

/** What rewards are called, by their ids. */
export async function rewardTitles(db: Read, ids: string[]) {
  if (!ids.length) return new Map<string, { titleIt: string; titleEn: string }>()
  const { id, titleIt, titleEn } = rewards
  const rows = await db.select({ id, titleIt, titleEn }).from(rewards).where(inArray(id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Gives a code of a coupon's pool without cost, once for each `id`, which becomes the redemption's:
 * it is delivered like one that was redeemed, to its member alone. `given`; `no-code` where the pool
 * is empty or there is no such coupon, with nothing changed.
 */
export async function giveCoupon(tx: Tx, { id, rewardId, personId, actorId }: Gift) {
  await lockAccount(tx, personId)
  const coupon = and(eq(rewards.id, rewardId), eq(rewards.kind, 'coupon'))
  const [reward] = await tx.select().from(rewards).where(coupon)
  if (reward?.state !== 'shown' || !(await takeOne(tx, reward, id))) return 'no-code'
  const key = `remedy:${id}`
  const [written] = await tx
    .insert(redemptions)
    .values({
      ...{ id, rewardId, personId, key, asked: fingerprintOf(key), price: 0 },
      ...{ state: 'requested', movedAt: now() },
    })
    .returning()
  await noteStep(tx, id, 'requested', { actorId })
  await walk(tx, { ...written!, kind: reward.kind, slug: reward.slug }, 'approved', { actorId })
  return 'given'
}
