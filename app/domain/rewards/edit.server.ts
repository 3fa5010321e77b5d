import { and, eq, gte, like, or } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { redemptions, rewardCodes, rewards } from '#db/schema/rewards.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { stockChange } from './edit.rules.ts'

export type Reward = typeof rewards.$inferSelect

/** What an editor says of a reward. Moments are moments, money is in cents. */
export type RewardText = Pick<
  Reward,
  | 'kind'
  | 'state'
  | 'titleIt'
  | 'titleEn'
  | 'textIt'
  | 'textEn'
  | 'termsIt'
  | 'termsEn'
  | 'price'
  | 'level'
  | 'opensAt'
  | 'closesAt'
  | 'perMember'
  | 'needsApproval'
  | 'goal'
  | 'costCents'
  | 'position'
  | 'imageId'
  | 'imageAlt'
>
/** The stock that was typed, and the one the form was drawn with; `undefined` for no end of it. */
export type StockSaid = { typed?: number; seen?: number }

/** A reward by its id, whatever its state; for the staff. */
export async function rewardById(db: Read, id: string): Promise<Reward | undefined> {
  const [found] = await db.select().from(rewards).where(eq(rewards.id, id))
  return found
}

/**
 * Makes a reward; `slug` is the readable part of its address, numbered where another has it. A coupon
 * begins without stock: codes bring it. Answers the reward, or `not-allowed`.
 */
export async function createReward(
  tx: Tx,
  editor: Person,
  said: RewardText,
  { slug, stock }: { slug: string; stock?: number },
) {
  if (!may(editor, 'rewards.edit')) return 'not-allowed'
  const begins = said.kind === 'coupon' ? 0 : (stock ?? null)
  const [made] = await tx
    .insert(rewards)
    .values({ ...said, slug: await freeSlug(tx, slug), stock: begins })
    .returning()
  const { id, kind, price, state } = made!
  await audit(tx, editor.id, 'reward.created', { subject: id, kind, price, state })
  return made!
}

/**
 * Writes a reward anew. What was taken keeps the price it had. `version` is the one that the editor
 * had before them. Answers `saved`; `stale` when somebody else wrote meanwhile; `kind-fixed` when it
 * would change its kind though somebody took it or codes wait in its pool; `was-taken` when it would
 * go back among the drafts; `stock-gone` when less is left than would be taken away; `no-codes` when
 * a coupon would be shown without any; `not-allowed`; `undefined` where there is none. Only `saved`
 * changes anything.
 */
export async function saveReward(
  tx: Tx,
  editor: Person,
  { id, version }: { id: string; version: number },
  { stock, ...said }: RewardText & { stock: StockSaid },
) {
  if (!may(editor, 'rewards.edit')) return 'not-allowed'
  const before = await rewardById(tx, id)
  if (!before) return undefined
  if (before.version !== version) return 'stale'
  const refusal = await refusalOf(tx, before, said)
  if (refusal) return refusal
  const saved = await written(tx, before, { stock, ...said })
  // Somebody wrote, or somebody took the last of it, since it was read above.
  if (!saved) return (await rewardById(tx, id))?.version === version ? 'stock-gone' : 'stale'
  await audit(tx, editor.id, 'reward.saved', { subject: id, ...changesOf(before, saved) })
  return 'saved'
}

async function written(
  tx: Tx,
  before: Reward,
  { stock, ...said }: RewardText & { stock: StockSaid },
) {
  const { id, version } = before
  const change = said.kind === 'coupon' ? pooled(before) : stockChange(stock)
  const becomes = 'by' in change ? relative(change.by) : { stock: change.to }
  const enough = 'by' in change && change.by < 0 ? gte(rewards.stock, -change.by) : undefined
  const [saved] = await tx
    .update(rewards)
    .set({ ...said, ...becomes, version: plus(rewards.version, 1) })
    .where(and(eq(rewards.id, id), eq(rewards.version, version), enough))
    .returning()
  return saved
}

/** What a coupon has in stock is what its pool holds, whatever was typed. */
const pooled = ({ kind }: Reward) => (kind === 'coupon' ? { by: 0 } : { to: 0 })

const relative = (by: number) => (by ? { stock: plus(rewards.stock, by) } : {})

async function refusalOf(tx: Tx, before: Reward, { kind, state }: RewardText) {
  const [isTaken, isFilled] = [await wasTaken(tx, before.id), await hasCodes(tx, before.id)]
  const isCoupon = kind === 'coupon'
  const refusals = {
    'kind-fixed': kind !== before.kind && (isTaken || isFilled),
    'was-taken': isTaken && goesFrom(before, state, 'draft'),
    'no-codes': isCoupon && !isFilled && goesFrom(before, state, 'shown'),
  }
  return names.find((name) => refusals[name])
}

const names = ['kind-fixed', 'was-taken', 'no-codes'] as const

const goesFrom = (before: Reward, to: Reward['state'], where: Reward['state']) =>
  to === where && before.state !== where

/** Whether anybody ever took a reward, given back or not. */
export async function wasTaken(db: Read, rewardId: string) {
  const [one] = await db
    .select({ id: redemptions.id })
    .from(redemptions)
    .where(eq(redemptions.rewardId, rewardId))
    .limit(1)
  return !!one
}

/** Whether a reward ever had codes. */
export async function hasCodes(db: Read, rewardId: string) {
  const [one] = await db
    .select({ id: rewardCodes.id })
    .from(rewardCodes)
    .where(eq(rewardCodes.rewardId, rewardId))
    .limit(1)
  return !!one
}

const told = ['kind', 'state', 'price', 'stock', 'level', 'perMember', 'costCents', 'goal'] as const

/** What changed of all that members or the accounts would ask about. */
function changesOf(before: Reward, after: Reward) {
  const changed = told.filter((name) => before[name] !== after[name])
  return Object.fromEntries(changed.map((name) => [name, [before[name], after[name]]]))
}

async function freeSlug(tx: Tx, slug: string) {
  const taken = await tx
    .select({ slug: rewards.slug })
    .from(rewards)
    .where(or(eq(rewards.slug, slug), like(rewards.slug, `${slug}-%`)))
  const known = new Set(taken.map((row) => row.slug))
  for (let n = 1; ; n++) {
    const free = n === 1 ? slug : `${slug}-${n}`
    if (!known.has(free)) return free
  }
}
