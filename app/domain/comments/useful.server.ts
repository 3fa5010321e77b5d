import { and, eq } from 'drizzle-orm'
import { prepared, type Read, type Tx } from '#db/database.server.ts'
import { isAmong, listOf, placeholder, plus } from '#db/expressions.ts'
import { comments, usefulMarks } from '#db/schema/comments.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { findComment, isGone } from './comment.server.ts'
import { isEditable } from './thread.rules.ts'

/**
 * `reader` found a comment useful. Answers `found-useful`, `already-useful` (nothing changed),
 * `own-comment`, or `undefined` when they can read no such comment.
 */
export async function markUseful(tx: Tx, reader: Person, commentId: string) {
  const comment = await findComment(tx, commentId, reader)
  if (!comment || isGone(comment)) return undefined
  if (comment.authorId === reader.id) return 'own-comment'

  const [mark] = await tx
    .insert(usefulMarks)
    .values({ commentId, personId: reader.id })
    .onConflictDoNothing()
    .returning()
  if (!mark) return 'already-useful'

  await countMark(tx, commentId, +1)
  await record(tx, {
    verb: 'comment.found-useful',
    actorId: reader.id,
    ideaId: comment.ideaId,
    subjectId: commentId,
  })
  return 'found-useful'
}

/** Takes the mark back: `not-useful`, `never-useful` (nothing changed), or `undefined` as above. */
export async function unmarkUseful(tx: Tx, reader: Person, commentId: string) {
  const comment = await findComment(tx, commentId, reader)
  if (!comment || isGone(comment)) return undefined

  const mine = and(eq(usefulMarks.commentId, commentId), eq(usefulMarks.personId, reader.id))
  const [mark] = await tx.delete(usefulMarks).where(mine).returning()
  if (!mark) return 'never-useful'

  await countMark(tx, commentId, -1)
  await record(tx, {
    verb: 'comment.unmarked',
    actorId: reader.id,
    ideaId: comment.ideaId,
    subjectId: commentId,
  })
  return 'not-useful'
}

async function countMark(tx: Tx, commentId: string, change: 1 | -1) {
  await tx
    .update(comments)
    .set({ usefulCount: plus(comments.usefulCount, change) })
    .where(eq(comments.id, commentId))
}

export type Stance = 'own' | 'marked' | 'unmarked'

const { id, authorId, createdAt, deletedAt, hiddenAt } = comments
const stances = (db: Read) => () =>
  db
    .select({ id, authorId, marker: usefulMarks.personId })
    .from(comments)
    .leftJoin(
      usefulMarks,
      and(eq(usefulMarks.commentId, id), eq(usefulMarks.personId, placeholder('personId'))),
    )
    .where(isAmong(id, 'commentIds'))
    .prepare('comment_stances')
const written = (db: Read) => () =>
  db
    .select({ id, createdAt, deletedAt, hiddenAt })
    .from(comments)
    .where(and(isAmong(id, 'commentIds'), eq(authorId, placeholder('personId'))))
    .prepare('comments_own')

/** How a person stands to each of `commentIds`: they wrote it, marked it useful, or neither. */
export async function stancesAmong(db: Read, personId: string, commentIds: string[]) {
  const ask = prepared(db, 'comment_stances', stances(db))
  const rows = await ask.execute({ personId, commentIds: listOf(commentIds) })
  const all = new Map<string, Stance>()
  for (const { id, authorId, marker } of rows)
    all.set(id, authorId === personId ? 'own' : marker ? 'marked' : 'unmarked')
  return all
}

/** Which of `commentIds` the person wrote, and may still edit (`editable`) or only delete (`own`). */
export async function ownAmong(db: Read, personId: string, commentIds: string[]) {
  const own = new Map<string, 'editable' | 'own'>()
  const ask = prepared(db, 'comments_own', written(db))
  const rows = await ask.execute({ personId, commentIds: listOf(commentIds) })
  for (const row of rows) own.set(row.id, isEditable(row, now()) ? 'editable' : 'own')
  return own
}
