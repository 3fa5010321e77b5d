import { and, eq, inArray, isNull } from 'drizzle-orm'
import { newId } from '#db/columns.ts'
import { prepared, type Read, type Tx } from '#db/database.server.ts'
import { placeholder } from '#db/expressions.ts'
import { commentRevisions, comments } from '#db/schema/comments.ts'
import { ideas, statuses } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { followByTakingPart } from '../follows/follow.server.ts'
import { countComment, findIdea, isInSight } from '../ideas/idea.server.ts'
import { mentionsIn } from '../ideas/markdown.rules.ts'
import { may, type Person, type Viewer } from '../identity/viewer.rules.ts'
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
 * what it answers was removed; `undefined` when the viewer sees no such idea, or the parent is not
 * of this idea.
 */
export async function postComment(
  tx: Tx,
  author: Person,
  number: number,
  { body, parentId }: { body: string; parentId?: string },
) {
  const idea = await findIdea(tx, number, author)
  if (!idea) return undefined
  if (!idea.stage.commentsOpen) return 'comments-closed'
  const parent = parentId ? await parentIn(tx, idea.id, parentId) : null
  if (parent === undefined) return undefined
  if (parent && isGone(parent)) return 'parent-gone'

  const comment = await write(tx, author, idea.id, { body, parent })
  await countComment(tx, idea.id, +1)
  await followByTakingPart(tx, author.id, idea.id)
  await tell(tx, author, comment)
  return comment
}

type Words = { body: string; parent: Comment | null }

async function write(tx: Tx, author: Person, ideaId: string, { body, parent }: Words) {
  const team = may(author, 'comments.speak') ? author.team : null
  const place = parent
    ? { parentId: parent.id, rootId: parent.rootId ?? parent.id, depth: parent.depth + 1 }
    : { parentId: null, rootId: null, depth: 0 }
  const [comment] = await tx
    .insert(comments)
    .values({ id: newId(), ideaId, authorId: author.id, body, team, ...place })
    .returning()
  return comment!
}

async function parentIn(tx: Tx, ideaId: string, parentId: string) {
  const [parent] = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.id, parentId), eq(comments.ideaId, ideaId)))
  return parent
}

async function tell(tx: Tx, author: Person, { id, ideaId, body }: Comment) {
  const mentions = await calledIn(tx, body)
  await record(tx, {
    verb: 'comment.posted',
    actorId: author.id,
    ideaId,
    subjectId: id,
    data: { mentions: mentions.filter((personId) => personId !== author.id) },
  })
}

/** The ids of the people whom a text calls by `@handle`. */
async function calledIn(tx: Tx, body: string) {
  const handles = mentionsIn(body)
  if (!handles.length) return []
  const called = await tx
    .select({ id: people.id })
    .from(people)
    .where(inArray(people.handle, handles))
  return called.map(({ id }) => id)
}

/**
 * New words for a comment of one's own within 15 minutes; the old ones are kept. Answers `edited`,
 * `unchanged`, `too-late`, or `undefined` when there is no such comment of theirs.
 */
export async function editComment(tx: Tx, author: Person, commentId: string, body: string) {
  const comment = await findComment(tx, commentId, author)
  if (!comment || comment.authorId !== author.id || isGone(comment)) return undefined
  if (!isEditable(comment, now())) return 'too-late'
  if (comment.body === body) return 'unchanged'

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
