import { and, asc, eq, gt, isNull, or } from 'drizzle-orm'
import { newId } from '#db/columns.ts'
import type { Read, Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { redemptions, rewardCodes, rewards } from '#db/schema/rewards.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { lockAccount } from '../points/account.server.ts'
import { spend } from '../points/spend.server.ts'
import { spendKey } from './cancel.server.ts'
import { findReward, type Reward, standingsBefore } from './catalogue.server.ts'
import { type Address, sealedAddress } from './postal.server.ts'
import { noteStep, walk } from './redemption.server.ts'
import type { Standing } from './reward.rules.ts'
import { fingerprintOf } from '../identity/seal.server.ts'

/** What a member asks for: `key` is the form's own, `price` the one they had before them. */
export type Wish = {
  slug: string
  key: string
  price?: number
  address?: Address
  creditName?: string
}

export type Redeemed =
  | { is: 'redeemed'; id: string }
  | { is: 'other-wish' | 'price-changed' | 'address-needed' }
  | { is: Exclude<Standing['is'], 'can'>; missing: number }

/**
 * Takes a reward for a member, whole or not at all: its place in the stock, a coupon's code, the
 * points, the first steps. The same `key` for the same wish answers the same redemption again;
 * for another it is `other-wish`. Refusals change nothing: `soon`, `over`, `sold-out`, `limit` (as
 * many as one may have), `level`, `points` (with how many are missing), `price-changed`,
 * `address-needed`. `undefined` where there is no such reward.
 */
export async function redeemReward(
  tx: Tx,
  member: Person,
  wish: Wish,
): Promise<Redeemed | undefined> {
  // Alone with the ledger from here on: what is read stays so until the points are spent.
  await lockAccount(tx, member.id)
  const reward = await findReward(tx, wish.slug)
  if (!reward) return undefined
  const asked = fingerprintOf(JSON.stringify([reward.id, wish.address, wish.creditName]))
  const before = await wishOf(tx, member.id, wish.key)
  if (before)
    return before.asked === asked ? { is: 'redeemed', id: before.id } : { is: 'other-wish' }

  const refusal = await refusalOf(tx, member, reward, wish)
  if (refusal) return refusal
  const id = newId()
  if (!(await takeOne(tx, reward, id))) return { is: 'sold-out', missing: 0 }
  await write(tx, member, reward, { ...wish, id, asked })
  const paid = await spend(tx, member.id, reward.price, { key: spendKey(id), subjectId: id })
  if (paid === 'too-few-points') throw new Error(`The balance of ${member.id} moved under the lock`)
  await begin(tx, member, reward, id)
  return { is: 'redeemed', id }
}

/**
 * Why a wish would be refused as things are, asked without holding anything: a crowd at a reward that is
 * gone need not wait for the ledger. `undefined` where only `redeemReward` can tell.
 */
export async function refusalAhead(db: Read, member: Person, wish: Wish) {
  const reward = await findReward(db, wish.slug)
  if (!reward || (await wishOf(db, member.id, wish.key))) return undefined
  return refusalOf(db, member, reward, wish)
}

async function wishOf(db: Read, personId: string, key: string) {
  const { id, asked } = redemptions
  const mine = and(eq(redemptions.personId, personId), eq(redemptions.key, key))
  const [before] = await db.select({ id, asked }).from(redemptions).where(mine)
  return before
}

async function refusalOf(
  db: Read,
  member: Person,
  reward: Reward,
  wish: Wish,
): Promise<Redeemed | undefined> {
  const standing = (await standingsBefore(db, member.id, [reward])).get(reward.id)!
  if (standing.is !== 'can') return { is: standing.is, missing: standing.missing }
  if (wish.price !== undefined && wish.price !== reward.price) return { is: 'price-changed' }
  if (reward.kind === 'prize' && !wish.address) return { is: 'address-needed' }
  return undefined
}

/** One less in the stock, and a coupon's next free code; false when there is none. */
export async function takeOne(
  tx: Tx,
  { id: rewardId, kind }: Pick<Reward, 'id' | 'kind'>,
  redemptionId: string,
) {
  const here = eq(rewards.id, rewardId)
  const [taken] = await tx
    .update(rewards)
    .set({ stock: plus(rewards.stock, -1), takenCount: plus(rewards.takenCount, 1) })
    .where(and(here, or(isNull(rewards.stock), gt(rewards.stock, 0))))
    .returning({ id: rewards.id })
  if (!taken) return false
  if (kind !== 'coupon' || (await takeCode(tx, rewardId, redemptionId))) return true
  // The pool is what counts: a stock that says more is put right.
  await tx
    .update(rewards)
    .set({ stock: 0, takenCount: plus(rewards.takenCount, -1) })
    .where(here)
  return false
}

/** Whoever changed the reward's row is alone with its pool. */
async function takeCode(tx: Tx, rewardId: string, redemptionId: string) {
  const [free] = await tx
    .select({ id: rewardCodes.id })
    .from(rewardCodes)
    .where(and(eq(rewardCodes.rewardId, rewardId), isNull(rewardCodes.redemptionId)))
    .orderBy(asc(rewardCodes.id))
    .limit(1)
  if (!free) return false
  await tx.update(rewardCodes).set({ redemptionId }).where(eq(rewardCodes.id, free.id))
  return true
}

async function write(
  tx: Tx,
  member: Person,
  { id: rewardId, kind, price }: Reward,
  { id, key, asked, address, creditName }: Wish & { id: string; asked: string },
) {
  await tx.insert(redemptions).values({
    ...{ id, rewardId, key, asked, price, personId: member.id, movedAt: now() },
    state: 'requested',
    address: kind === 'prize' && address ? sealedAddress(id, address) : null,
    creditName: kind === 'thanks' ? creditName || member.displayName : '',
  })
  await noteStep(tx, id, 'requested', { actorId: member.id })
}

/** Where nobody has to look first, the house says yes by itself. */
async function begin(tx: Tx, member: Person, { kind, slug, needsApproval }: Reward, id: string) {
  if (needsApproval) {
    const data = { personId: member.id, to: 'requested' }
    await record(tx, { verb: 'redemption.moved', actorId: member.id, subjectId: id, data })
    return
  }
  const [written] = await tx.select().from(redemptions).where(eq(redemptions.id, id))
  await walk(tx, { ...written!, kind, slug }, 'approved', { actorId: null })
}
