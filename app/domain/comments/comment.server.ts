import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { newId } from '#db/columns.ts'
import { prepared, type Read, type Tx } from '#db/database.server.ts'
import { placeholder } from '#db/expressions.ts'
import { commentRevisions, comments } from '#db/schema/comments.ts'
import { ideas, statuses } from '#db/schema/ideas.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { followByTakingPart } from '../follows/follow.server.ts'
import { countComment, findIdea, isInSight } from '../ideas/idea.server.ts'
import { hasTooManyLinks } from '../ideas/post-rights.server.ts'
import { may, type Person, type Viewer } from '../identity/viewer.rules.ts'
import { calledIn, callsTooMany } from './called.server.ts'
import { isEditable } from './thread.rules.ts'

export type Comment = typeof comments.$inferSelect

const byId = (db: Read) => () =>
  db
    .select({ comment: comments, idea: ideas, stage: statuses })
    .from(comments)
    .innerJoin(ideas, eq(ideas.id, comments.ideaId))
    .innerJoin(statuses, eq(statuses.id, ideas.status))
    .where(eq(comments.id, placeholder('commentId')))
    .prepare('comment_by_id')

/** A comment with its idea, as far as `viewer` may see that; deleted and hidden ones are found too. */
export async function findComment(db: Read, commentId: string, viewer: Viewer) {
  const [row] = await prepared(db, 'comment_by_id', byId(db)).execute({ commentId })
  if (!row || !isInSight(row.idea, viewer)) return undefined
  return { ...row.comment, idea: { ...row.idea, stage: row.stage } }
}

/** True when nobody can read it any more. */
export const isGone = ({ deletedAt, hiddenAt }: Pick<Comment, 'deletedAt' | 'hiddenAt'>) =>
  !!deletedAt || !!hiddenAt

/**
 * Says `body` under the idea of `number`, as an answer to `parentId` when given. Whoever may speak
 * for the brand and has a team does so. Answers the comment; `comments-closed`; `parent-gone` when
 * what it answers was removed; `too-many-links` or `too-many-calls` for their level, nothing written;
 * `undefined` when the viewer sees no such idea, or the parent is not of this idea. With `waits`
 * nobody but the moderators reads it, and nobody is told, until `showComment`.
 */
export async function postComment(
  tx: Tx,
  author: Person,
  number: number,
  { body, parentId, waits = false }: { body: string; parentId?: string; waits?: boolean },
) {
  const idea = await findIdea(tx, number, author)
  if (!idea) return undefined
  if (!idea.stage.commentsOpen) return 'comments-closed'
  const parent = await parentIn(tx, idea.id, parentId)
  if (parent === undefined || parent === 'parent-gone') return parent
  const refusal = await beyondLevel(tx, author, body)
  if (refusal) return refusal

  const comment = await write(tx, author, idea.id, { body, parent, waits })
  if (!waits) await publish(tx, comment)
  return comment
}

async function publish(tx: Tx, comment: Comment) {
  await countComment(tx, comment.ideaId, +1)
  if (comment.authorId) await followByTakingPart(tx, comment.authorId, comment.ideaId)
  await tell(tx, comment)
}

/** Shows a comment that waited, as if it were said now: `shown`, or `not-waiting` (nothing changed). */
export async function showComment(tx: Tx, commentId: string) {
  const waiting = and(eq(comments.id, commentId), isNotNull(comments.heldAt))
  const [comment] = await tx
    .update(comments)
    .set({ heldAt: null, hiddenAt: null })
    .where(and(waiting, isNull(comments.deletedAt)))
    .returning()
  if (!comment) return 'not-waiting'
  await publish(tx, comment)
  return 'shown'
}

async function beyondLevel(tx: Tx, author: Person, body: string, before = '') {
  if (await hasTooManyLinks(tx, author, body, before)) return 'too-many-links'
  return (await callsTooMany(tx, author, body, before)) ? 'too-many-calls' : undefined
}

type Words = { body: string; parent: Comment | null; waits: boolean }

async function write(tx: Tx, author: Person, ideaId: string, { body, parent, waits }: Words) {
  const team = may(author, 'comments.speak') ? author.team : null
  const place = parent
    ? { parentId: parent.id, rootId: parent.rootId ?? parent.id, depth: parent.depth + 1 }
    : { parentId: null, rootId: null, depth: 0 }
  const sight = waits ? { hiddenAt: now(), heldAt: now() } : {}
  const [comment] = await tx
    .insert(comments)
    .values({ id: newId(), ideaId, authorId: author.id, body, team, ...place, ...sight })
    .returning()
  return comment!
}

async function parentIn(tx: Tx, ideaId: string, parentId: string | undefined) {
  if (!parentId) return null
  const [parent] = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.id, parentId), eq(comments.ideaId, ideaId)))
  return parent && isGone(parent) ? 'parent-gone' : parent
}

async function tell(tx: Tx, { id, ideaId, body, authorId }: Comment) {
  const mentions = await calledIn(tx, body)
  await record(tx, {
    verb: 'comment.posted',
    actorId: authorId,
    ideaId,
    subjectId: id,
    data: { mentions: mentions.filter((personId) => personId !== authorId) },
  })
}

/**
 * New words for a comment of one's own within 15 minutes; the old ones are kept. Answers `edited`,
 * `unchanged`, `too-late`, `too-many-links` or `too-many-calls` for their level, or `undefined` when
 * there is no such comment of theirs.
 */
export async function editComment(tx: Tx, author: Person, commentId: string, body: string) {
  const comment = await findComment(tx, commentId, author)
  if (!comment || comment.authorId !== author.id || isGone(comment)) return undefined
  if (!isEditable(comment, now())) return 'too-late'
  if (comment.body === body) return 'unchanged'
  const refusal = await beyondLevel(tx, author, body, comment.body)
  if (refusal) return refusal

  await tx.insert(commentRevisions).values({ commentId, body: comment.body })
  await tx.update(comments).set({ body, editedAt: now() }).where(eq(comments.id, commentId))
  return 'edited'
}

/**
 * Takes one's own comment back, at any time; answers to it stay. Answers `deleted`,
 * `already-deleted`, or `undefined` when there is no such comment of theirs.
 */
export async function deleteComment(tx: Tx, author: Person, commentId: string) {
  const comment = await findComment(tx, commentId, author)
  if (!comment || comment.authorId !== author.id) return undefined

  const standing = and(eq(comments.id, commentId), isNull(comments.deletedAt))
  const [deleted] = await tx
    .update(comments)
    .set({ deletedAt: now(), deletedBy: author.id })
    .where(standing)
    .returning()
  if (!deleted) return 'already-deleted'

  if (!deleted.hiddenAt) await countComment(tx, comment.ideaId, -1)
  const { id: subjectId, ideaId } = comment
  await record(tx, { verb: 'comment.deleted', actorId: author.id, ideaId, subjectId })
  return 'deleted'
}
