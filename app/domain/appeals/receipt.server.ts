import { asc, desc, eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { appeals, resubmissions } from '#db/schema/appeals.ts'
import { moves } from '#db/schema/workflow.ts'
import { findIdea, type Idea, type Status } from '../ideas/idea.server.ts'
import { holdIdea } from '../ideas/reword.server.ts'
import { textAt } from '../ideas/text-at.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { appealUntil, lastRefusal } from './appeal.rules.ts'

export type Decision = typeof moves.$inferSelect
export type Appeal = typeof appeals.$inferSelect
export type Resubmission = typeof resubmissions.$inferSelect

/**
 * What there is to say of the latest refusal of an idea: the `decision`, whether the idea still
 * `stands` by it, its appeal, the `resubmissions` that were sent for it (oldest first), how many
 * were `sent` for the idea in all, and `until` when the author may appeal. `undefined` where the
 * idea was never refused.
 */
export async function standingOf(db: Read, idea: Idea) {
  const [all, sent, settings] = await Promise.all([
    movesOf(db, idea.id),
    resubmissionsOf(db, idea.id),
    siteSettings(db),
  ])
  const last = lastRefusal(all)
  if (!last) return undefined
  const { decision } = last
  const mine = sent.filter(({ moveId }) => moveId === decision.id)
  return {
    ...last,
    until: appealUntil(settings, decision.movedAt, mine.filter(wasRefused)),
    appeal: await appealAgainst(db, decision.id),
    resubmissions: mine,
    sent: sent.length,
  }
}

export type Standing = NonNullable<Awaited<ReturnType<typeof standingOf>>>

/**
 * The receipt of the latest decision against the idea of `number`, for its `author` alone, with the
 * idea's text at that moment; `undefined` for everybody else, and where nothing was ever refused.
 */
export async function findReceipt(db: Read, author: Person, number: number) {
  const idea = await findIdea(db, number, author)
  if (!idea || idea.authorId !== author.id) return undefined
  const standing = await standingOf(db, idea)
  return standing && { idea, ...standing, text: await textAt(db, idea, standing.decision.movedAt) }
}

/**
 * As `findReceipt`, with the idea's row locked until the commit: whoever moves it, appeals or sends
 * new words at the same moment waits, or is seen. `over` when it no longer stands by `decision`.
 */
export async function heldReceipt(tx: Tx, author: Person, number: number, decision: string) {
  const seen = await findReceipt(tx, author, number)
  if (!seen) return undefined
  const held = await holdIdea(tx, seen.idea)
  const receipt = held && (await findReceipt(tx, author, number))
  return receipt?.decision.id === decision ? receipt : 'over'
}

export type Receipt = NonNullable<Awaited<ReturnType<typeof findReceipt>>>
export type StagedIdea = Idea & { stage: Status }

const wasRefused = ({ outcome }: Resubmission) => outcome === 'refused'

/** Every move of an idea, oldest first. */
export const movesOf = (db: Read, ideaId: string): Promise<Decision[]> =>
  db.select().from(moves).where(eq(moves.ideaId, ideaId)).orderBy(asc(moves.movedAt), asc(moves.id))

const resubmissionsOf = (db: Read, ideaId: string): Promise<Resubmission[]> =>
  db
    .select()
    .from(resubmissions)
    .where(eq(resubmissions.ideaId, ideaId))
    .orderBy(asc(resubmissions.sentAt))

async function appealAgainst(db: Read, moveId: string): Promise<Appeal | undefined> {
  const [appeal] = await db.select().from(appeals).where(eq(appeals.moveId, moveId))
  return appeal
}

/** Every appeal and resubmission of an idea, the latest first: its history for the staff. */
export async function pastOf(db: Read, ideaId: string) {
  const [asked, sent] = await Promise.all([
    db.select().from(appeals).where(eq(appeals.ideaId, ideaId)).orderBy(desc(appeals.sentAt)),
    resubmissionsOf(db, ideaId),
  ])
  return { appeals: asked, resubmissions: sent.reverse() }
}
