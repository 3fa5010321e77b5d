import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { pageAfter } from '#db/expressions.ts'
import { redemptions, rewardCodes, rewards } from '#db/schema/rewards.ts'
import { now } from '#db/time.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { addressOf } from './postal.server.ts'
import { canGiveBack } from './redemption.rules.ts'
import { heldRedemption, stepsOf, walk } from './redemption.server.ts'
import { opened } from '../identity/seal.server.ts'

const pageSize = 20

/** A place in the list of one's redemptions. */
export type Place = { at: Date; id: string }

/** What a member took, the latest first, 20 a page. No code is in it, and no address. */
export async function redemptionsOf(db: Read, personId: string, after?: Place) {
  const { id, state, price, createdAt } = redemptions
  const { slug, kind, titleIt, titleEn } = rewards
  const found = await db
    .select({ id, state, price, createdAt, slug, kind, titleIt, titleEn })
    .from(redemptions)
    .innerJoin(rewards, eq(rewards.id, redemptions.rewardId))
    .where(
      and(
        eq(redemptions.personId, personId),
        after && pageAfter([createdAt, id], [after.at, after.id]),
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(pageSize + 1)
  const page = found.slice(0, pageSize)
  const last = page.at(-1)
  return { page, next: found.length > pageSize && last ? placeOf(last) : undefined }
}

const placeOf = ({ createdAt, id }: { createdAt: Date; id: string }): Place => ({
  at: createdAt,
  id,
})

/**
 * A redemption as only its owner sees it, with its steps, where it goes, and, once they asked to see
 * it, the coupon's code: `'unreadable'` where another `SESSION_SECRET` sealed it. `undefined` for
 * everybody else, as where there is none.
 */
export async function ownRedemption(db: Read, owner: Person, id: string) {
  const [found] = await db
    .select({ redemption: redemptions, reward: rewards, sealed: rewardCodes.sealed })
    .from(redemptions)
    .innerJoin(rewards, eq(rewards.id, redemptions.rewardId))
    .leftJoin(rewardCodes, eq(rewardCodes.redemptionId, redemptions.id))
    .where(and(eq(redemptions.id, id), eq(redemptions.personId, owner.id)))
  if (!found) return undefined
  const { redemption, reward, sealed } = found
  return {
    redemption,
    reward,
    steps: await stepsOf(db, id),
    address: addressOf(redemption),
    code: redemption.shownAt && sealed ? codeIn(reward.id, sealed) : null,
    canGiveBack: canGiveBack({ ...redemption, kind: reward.kind }),
  }
}

const codeIn = (rewardId: string, sealed: string) =>
  opened({ what: 'code', of: rewardId }, sealed) ?? 'unreadable'

/**
 * Notes that the owner of a coupon looks at its code, from when on it is spent for good. `shown`,
 * `already-shown`; `not-yet` while nobody has said yes, or when it was given back; `undefined` where
 * they have no such coupon.
 */
export async function showCode(tx: Tx, owner: Person, id: string) {
  const held = await heldRedemption(tx, id)
  if (held?.personId !== owner.id || held.kind !== 'coupon') return undefined
  const [shown] = await tx
    .update(redemptions)
    .set({ shownAt: now() })
    .where(
      and(eq(redemptions.id, id), eq(redemptions.state, 'delivered'), isNull(redemptions.shownAt)),
    )
    .returning({ id: redemptions.id })
  if (shown) return 'shown'
  return held.shownAt ? 'already-shown' : 'not-yet'
}

/**
 * Gives a redemption back as its owner: the points come back, once. `cancelled`, `already-cancelled`,
 * `too-late` (sent, looked at, or done); `undefined` where they have none.
 */
export async function cancelRedemption(tx: Tx, owner: Person, id: string) {
  const held = await heldRedemption(tx, id)
  if (held?.personId !== owner.id) return undefined
  if (held.state === 'cancelled') return 'already-cancelled'
  if (!canGiveBack(held)) return 'too-late'
  if (await walk(tx, held, 'cancelled', { actorId: owner.id })) return 'cancelled'
  // Somebody was quicker: whoever clicked twice at once is told what they did.
  return (await heldRedemption(tx, id))?.state === 'cancelled' ? 'already-cancelled' : 'too-late'
}
