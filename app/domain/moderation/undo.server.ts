import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { decisions, reviewItems } from '#db/schema/moderation.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { beforeOf, type Decision } from './act.rules.ts'
import { revert } from './carry-out.server.ts'
import { markLifted } from './decision.server.ts'
import { holdBack } from './hold.server.ts'
import { reopenReview } from './review.server.ts'

const mostAtOnce = 50

/** What is published, or back, for everybody who waits for it cannot be unsaid. */
const isFinal = ({ act, before }: Decision) =>
  act === 'restore' || (act === 'approve' && beforeOf({ before }).wasHeld === 'unseen')

/** The decisions that `moderator` may still take back, the latest first, with the milliseconds left. */
export async function undoableDecisions(db: Read, moderator: Person) {
  const { decidedBy, tellAt, toldAt, undoneAt, decidedAt, id } = decisions
  const isOpen = [gt(tellAt, now()), isNull(toldAt), isNull(undoneAt)]
  const mine = await db
    .select()
    .from(decisions)
    .where(and(eq(decidedBy, moderator.id), ...isOpen))
    .orderBy(desc(decidedAt), desc(id))
    .limit(mostAtOnce)
  return mine
    .filter((decision) => !isFinal(decision))
    .map(({ id, act, excerpt, tellAt }) => ({ id, act, excerpt, leftMs: +tellAt! - +now() }))
}

/**
 * Takes `moderator`'s own decision back within ten seconds, before anybody was told: everything is as
 * it was, and the item is in the queue again; only the sessions that a suspension ended are not.
 * Answers `undone`; `told-already`, too late; `final`, it published something; `undefined` where there
 * is no such decision of theirs.
 */
export async function undoDecision(tx: Tx, moderator: Person, id: string) {
  const theirs = and(eq(decisions.id, id), eq(decisions.decidedBy, moderator.id))
  const [decision] = await tx.select().from(decisions).where(theirs)
  if (!decision) return undefined
  if (isFinal(decision)) return 'final'
  const { tellAt, toldAt, undoneAt } = decisions
  const isOpen = [gt(tellAt, now()), isNull(toldAt), isNull(undoneAt)]
  const [undone] = await tx
    .update(decisions)
    .set({ undoneAt: now() })
    .where(and(theirs, ...isOpen))
    .returning()
  if (!undone) return 'told-already'

  await (decision.act === 'approve' ? holdAgain(tx, decision) : revert(tx, moderator.id, decision))
  if (decision.itemId) await reopenReview(tx, decision.itemId)
  const { subject: kind, subjectId: subject, act } = decision
  await audit(tx, moderator.id, 'moderation.undone', { subject, kind, act, decisionId: id })
  return 'undone'
}

async function holdAgain(tx: Tx, decision: Decision) {
  const { itemId, subject, subjectId } = decision
  const { wasHeld, lifted = [] } = beforeOf(decision)
  if (!itemId || !wasHeld) return
  await markLifted(tx, lifted, null)
  const held = await holdBack(tx, { subject, subjectId })
  const [item] = await tx.select().from(reviewItems).where(eq(reviewItems.id, itemId))
  const matched = { ...item!.matched, ...held }
  await tx.update(reviewItems).set({ matched }).where(eq(reviewItems.id, itemId))
}
