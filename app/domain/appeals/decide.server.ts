import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { appeals, resubmissions } from '#db/schema/appeals.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { rewordIdea } from '../ideas/reword.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { bringBack } from '../workflow/bring-back.server.ts'
import { speaksFor } from '../workflow/move.server.ts'
import type { Reason } from '../workflow/workflow.rules.ts'
import { type AppealCase, findCase, mayDecide, type ResubmissionCase } from './case.server.ts'
import { standingOf, type StagedIdea } from './receipt.server.ts'

/** `from` is the status that the reviewer saw; `to` where a yes leads; `note` is for everybody. */
type Wish<Outcome> = { outcome: Outcome; answer: string; from: string; to?: string; note: string }
export type AppealWish = Wish<'upheld' | 'overturned'>
export type ResubmissionWish = Wish<'taken' | 'refused'> & { reason?: Reason; couldChange?: string }

/**
 * Decides on the appeal of this id, with an `answer` to its author. `upheld` leaves the idea where
 * it stands; `overturned` brings it back, with a row in its public timeline, unless it has left the
 * refusal already. Answers the outcome; `not-allowed`, `hiding`, `own-idea` or `own-decision` (see
 * `mayDecide`); `decided`, somebody was faster; `stale`, the idea was moved since; `no-way`, not to
 * that status; `undefined`, no such appeal. Only the outcome itself changes anything.
 */
export async function decideAppeal(tx: Tx, reviewer: Person, id: string, wish: AppealWish) {
  const found = await findCase(tx, reviewer, id)
  if (found?.kind !== 'appeal') return undefined
  const refusal = await refusalOf(tx, reviewer, found, wish)
  if (refusal) return refusal

  const said = { outcome: wish.outcome, answer: wish.answer, ...(await signed(tx, reviewer)) }
  const waiting = and(eq(appeals.id, id), isNull(appeals.decidedAt))
  const [row] = await tx.update(appeals).set(said).where(waiting).returning()
  if (!row) return 'decided'
  if (wish.outcome === 'overturned') {
    const outcome = await returned(tx, reviewer, found, wish)
    if (outcome !== 'moved') throw new Refused(outcome)
  }
  const { id: ideaId, number } = found.idea
  const { outcome } = wish
  await audit(tx, reviewer.id, 'appeal.decided', { subject: ideaId, number, appealId: id, outcome })
  const told = { actorId: reviewer.id, ideaId, subjectId: id, data: { outcome } }
  await record(tx, { verb: 'appeal.decided', ...told })
  return outcome
}

/**
 * Decides on new words. `taken` puts them on the idea's page, the old ones into its history, and
 * moves the idea on; `refused` needs a `reason` and leaves all as it is. Answers as `decideAppeal`,
 * and `reason-needed`.
 */
export async function decideResubmission(
  tx: Tx,
  reviewer: Person,
  id: string,
  wish: ResubmissionWish,
) {
  const found = await findCase(tx, reviewer, id)
  if (found?.kind !== 'resubmission') return undefined
  const refusal = (await refusalOf(tx, reviewer, found, wish)) ?? missingIn(wish)
  if (refusal) return refusal

  const { outcome, answer } = wish
  const said = { outcome, answer, ...whyIn(wish), ...(await signed(tx, reviewer)) }
  const waiting = and(eq(resubmissions.id, id), isNull(resubmissions.decidedAt))
  const [row] = await tx.update(resubmissions).set(said).where(waiting).returning()
  if (!row) return 'decided'
  if (outcome === 'taken') await take(tx, reviewer, found, wish)
  const { id: ideaId, number } = found.idea
  const facts = { subject: ideaId, number, resubmissionId: id, outcome }
  await audit(tx, reviewer.id, 'resubmission.decided', facts)
  const told = { actorId: reviewer.id, ideaId, subjectId: id, data: { outcome } }
  await record(tx, { verb: 'resubmission.decided', ...told })
  return outcome
}

const missingIn = ({ outcome, reason }: ResubmissionWish) =>
  outcome === 'refused' && !reason ? 'reason-needed' : undefined

const whyIn = ({ outcome, reason, couldChange = '' }: ResubmissionWish) =>
  outcome === 'refused' ? { reason, couldChange } : {}

/** What came between a decision and its effect: the transaction is undone, the reviewer told. */
export class Refused extends Error {
  override name = 'Refused'
  constructor(readonly outcome: 'stale' | 'no-way') {
    super(outcome)
  }
}

type Case = AppealCase | ResubmissionCase

async function refusalOf(tx: Tx, reviewer: Person, found: Case, wish: { from: string }) {
  const answer = await mayDecide(tx, reviewer, found)
  if (answer !== 'yes') return answer
  if (found.row.decidedAt) return 'decided'
  return found.idea.status === wish.from ? undefined : 'stale'
}

async function signed(tx: Tx, reviewer: Person) {
  return { decidedBy: reviewer.id, decidedAt: now(), team: await speaksFor(tx, reviewer) }
}

async function take(tx: Tx, reviewer: Person, found: ResubmissionCase, wish: ResubmissionWish) {
  const { row, idea } = found
  const { title, body, categoryId, tags, authorId } = row
  const reworded = await rewordIdea(tx, idea, authorId, { title, body, categoryId, tags })
  if (!reworded) throw new Refused('stale')
  const outcome = await returned(tx, reviewer, found, wish)
  if (outcome !== 'moved') throw new Refused(outcome)
}

/** Moves the idea to where the wish says, if it still stands by a refusal; else it has moved on by itself. */
async function returned(
  tx: Tx,
  reviewer: Person,
  { idea, decision, row }: Case,
  { to, note }: Wish<string>,
) {
  if (!(await standsRefused(tx, idea))) return 'moved'
  const stoodAt = decision.fromStatus
  const wish = { to: to ?? stoodAt ?? '', note, stoodAt, answersId: row.id }
  const outcome = await bringBack(tx, reviewer, idea, wish)
  return outcome === 'not-allowed' ? 'no-way' : outcome
}

/** Whether an idea still stands by a refusal, this one or a later one. */
export const standsRefused = async (tx: Tx, idea: StagedIdea) =>
  (await standingOf(tx, idea))?.stands ?? false
