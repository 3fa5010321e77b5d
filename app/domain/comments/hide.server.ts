import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { comments } from '#db/schema/comments.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { countComment } from '../ideas/idea.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { type Comment, findComment } from './comment.server.ts'

type Why = { reason: string; note?: string }

/**
 * Takes a comment out of sight, with a reason that the audit keeps. Answers `hidden`,
 * `already-hidden`, `not-allowed`, or `undefined` when there is no such comment.
 */
export async function hideComment(tx: Tx, moderator: Person, commentId: string, why: Why) {
  const comment = await findComment(tx, commentId, moderator)
  if (!comment) return undefined
  if (!may(moderator, 'comments.hide')) return 'not-allowed'
  if (!(await coverComment(tx, moderator.id, comment))) return 'already-hidden'
  await audit(tx, moderator.id, 'comment.hidden', { subject: commentId, ...why })
  return 'hidden'
}

/** Brings a hidden comment back: `restored`, `not-hidden`, `not-allowed`, or `undefined` as above. */
export async function restoreComment(tx: Tx, moderator: Person, commentId: string) {
  const comment = await findComment(tx, commentId, moderator)
  if (!comment) return undefined
  if (!may(moderator, 'comments.hide')) return 'not-allowed'
  if (!(await uncoverComment(tx, moderator.id, comment))) return 'not-hidden'
  await audit(tx, moderator.id, 'comment.restored', { subject: commentId })
  return 'restored'
}

type Covered = Pick<Comment, 'id' | 'ideaId'>

/**
 * Takes a comment out of sight without asking who may; its count and its points go with it. Answers
 * whether it was in sight. Who decided so is asked first, and notes it.
 */
export async function coverComment(tx: Tx, actorId: string | null, { id, ideaId }: Covered) {
  const inSight = and(eq(comments.id, id), isNull(comments.hiddenAt))
  const [hidden] = await tx.update(comments).set({ hiddenAt: now() }).where(inSight).returning()
  if (!hidden) return false
  if (!hidden.deletedAt) await countComment(tx, ideaId, -1)
  await record(tx, { verb: 'comment.hidden', actorId, ideaId, subjectId: id })
  return true
}

/** Brings it back as it was, to its place in the thread; answers whether it was out of sight. */
export async function uncoverComment(tx: Tx, actorId: string | null, { id, ideaId }: Covered) {
  const outOfSight = and(eq(comments.id, id), isNotNull(comments.hiddenAt))
  const [restored] = await tx
    .update(comments)
    .set({ hiddenAt: null, heldAt: null })
    .where(outOfSight)
    .returning()
  if (!restored) return false
  if (!restored.deletedAt) await countComment(tx, ideaId, +1)
  await record(tx, { verb: 'comment.restored', actorId, ideaId, subjectId: id })
  return true
}

/** Lets go of the mark of a comment that waits: it stays out of sight, by a decision; or, back `since`, waits again. */
export async function markHeld(tx: Tx, id: string, since: Date | null) {
  await tx.update(comments).set({ heldAt: since }).where(eq(comments.id, id))
}
