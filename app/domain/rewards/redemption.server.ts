import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { redemptions, redemptionSteps, rewards } from '#db/schema/rewards.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { lockAccount } from '../points/account.server.ts'
import { siteSettings } from '../site/site.server.ts'
import { giveBack } from './cancel.server.ts'
import { canMove, follows, type Kind, type RedemptionState } from './redemption.rules.ts'

const day = 86_400_000

export type Redemption = typeof redemptions.$inferSelect
export type Held = Redemption & { kind: Kind; slug: string }

/** A step on the road: who took it (null for the house), and what they said. */
export type Step = { actorId: string | null; note?: string; tracking?: string }

/** A redemption, whoever's it is, with the kind of its reward; `undefined` where there is none. */
export async function heldRedemption(db: Read, id: string): Promise<Held | undefined> {
  const [found] = await db
    .select({ redemption: redemptions, kind: rewards.kind, slug: rewards.slug })
    .from(redemptions)
    .innerJoin(rewards, eq(rewards.id, redemptions.rewardId))
    .where(eq(redemptions.id, id))
  return found && { ...found.redemption, kind: found.kind, slug: found.slug }
}

/**
 * Takes a redemption a step further, as the staff; `note` is for its owner to read, `tracking` what
 * the courier calls the parcel. Cancelled means given back: the points, the stock, a code nobody saw.
 * Answers `moved`; `already-there`; `not-possible` when its state does not lead there (any more);
 * `own`, since nobody moves what they asked for themselves; `not-allowed`; `undefined` where there
 * is none. Only `moved` changes anything.
 */
export async function moveRedemption(
  tx: Tx,
  actor: Person,
  { id, to }: { id: string; to: RedemptionState },
  said: { note?: string; tracking?: string } = {},
) {
  const found = await heldRedemption(tx, id)
  if (!found) return undefined
  if (!may(actor, 'rewards.fulfil')) return 'not-allowed'
  if (found.personId === actor.id) return 'own'
  if (found.state === to) return 'already-there'
  if (!canMove(found, to)) return 'not-possible'
  if (!(await walk(tx, found, to, { ...said, actorId: actor.id }))) return 'not-possible'
  const { state: from, rewardId } = found
  await audit(tx, actor.id, 'redemption.moved', { subject: id, from, to, rewardId })
  return 'moved'
}

/**
 * Writes the step, does what comes with it, and tells of where that led; false, with nothing written,
 * when somebody else was quicker.
 */
export async function walk(tx: Tx, held: Held, to: RedemptionState, step: Step) {
  // In the order in which redeeming takes them: the account, then the redemption, then the ledger.
  if (to === 'cancelled') await lockAccount(tx, held.personId)
  if (!(await stepTo(tx, held, to, step))) return false
  if (to === 'cancelled') await giveBack(tx, held, step.actorId)
  const { id, personId, kind } = held
  const next = follows(kind, to)
  if (next) await stepTo(tx, { ...held, state: to }, next, { actorId: null })
  await record(tx, {
    verb: 'redemption.moved',
    actorId: step.actorId,
    subjectId: id,
    data: { personId, to: next ?? to },
  })
  return true
}

async function stepTo(tx: Tx, held: Held, to: RedemptionState, step: Step) {
  const unseen = to === 'cancelled' ? isNull(redemptions.shownAt) : undefined
  const [moved] = await tx
    .update(redemptions)
    .set({
      state: to,
      movedAt: now(),
      ...(step.tracking && { tracking: step.tracking }),
      ...(await addressKept(tx, to)),
    })
    .where(and(eq(redemptions.id, held.id), eq(redemptions.state, held.state), unseen))
    .returning({ id: redemptions.id })
  if (moved) await noteStep(tx, held.id, to, step)
  return !!moved
}

/** An address is of no use when nothing is sent, and of little when it has arrived. */
async function addressKept(tx: Tx, to: RedemptionState) {
  if (to === 'cancelled') return { address: null }
  if (to !== 'delivered') return {}
  const { addressDays } = await siteSettings(tx)
  return { addressUntil: new Date(now().getTime() + addressDays * day) }
}

/** Writes down what happened to a redemption. */
export async function noteStep(tx: Tx, id: string, state: RedemptionState, step: Step) {
  const { actorId, note = '' } = step
  await tx.insert(redemptionSteps).values({ redemptionId: id, state, actorId, note })
}

const order = ['requested', 'approved', 'sent', 'delivered', 'cancelled'] as const

/** What happened to a redemption, in order. */
export async function stepsOf(db: Read, redemptionId: string) {
  const { id, state, at, note, actorId } = redemptionSteps
  const steps = await db
    .select({ id, state, at, note, actorId })
    .from(redemptionSteps)
    .where(eq(redemptionSteps.redemptionId, redemptionId))
    .orderBy(asc(at), asc(id))
  // Steps of one moment have ids in any order.
  return steps.sort((a, b) => +a.at - +b.at || order.indexOf(a.state) - order.indexOf(b.state))
}
