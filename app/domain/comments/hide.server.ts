import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { comments } from '#db/schema/comments.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { countComment } from '../ideas/idea.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { findComment } from './comment.server.ts'

type Why = { reason: string; note?: string }

/**
 * Takes a comment out of sight, with a reason that the audit keeps. Answers `hidden`,
 * `already-hidden`, `not-allowed`, or `undefined` when there is no such comment.
 */
export async function hideComment(tx: Tx, moderator: Person, commentId: string, why: Why) {
  const comment = await findComment(tx, commentId, moderator)
  if (!comment) return undefined
  if (!may(moderator, 'comments.hide')) return 'not-allowed'

  const inSight = and(eq(comments.id, commentId), isNull(comments.hiddenAt))
  const [hidden] = await tx.update(comments).set({ hiddenAt: now() }).where(inSight).returning()
  if (!hidden) return 'already-hidden'

  if (!hidden.deletedAt) await countComment(tx, comment.ideaId, -1)
  await audit(tx, moderator.id, 'comment.hidden', { subject: commentId, ...why })
  return 'hidden'
}

/** Brings a hidden comment back: `restored`, `not-hidden`, `not-allowed`, or `undefined` as above. */
export async function restoreComment(tx: Tx, moderator: Person, commentId: string) {
  const comment = await findComment(tx, commentId, moderator)
  if (!comment) return undefined
  if (!may(moderator, 'comments.hide')) return 'not-allowed'

  const outOfSight = and(eq(comments.id, commentId), isNotNull(comments.hiddenAt))
  const [restored] = await tx.update(comments).set({ hiddenAt: null }).where(outOfSight).returning()
  if (!restored) return 'not-hidden'

  if (!restored.deletedAt) await countComment(tx, comment.ideaId, +1)
  await audit(tx, moderator.id, 'comment.restored', { subject: commentId })
  return 'restored'
}
