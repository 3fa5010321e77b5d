import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { appeals, resubmissions } from '#db/schema/appeals.ts'
import { comments } from '#db/schema/comments.ts'
import { dossiers, evaluations } from '#db/schema/dossiers.ts'
import { follows } from '#db/schema/follows.ts'
import { ideas } from '#db/schema/ideas.ts'
import { questions } from '#db/schema/promises.ts'
import { realisationComments, realisationSources } from '#db/schema/realised.ts'
import { moves } from '#db/schema/workflow.ts'
import { holdersOf } from '../identity/holder.server.ts'

const known = (rows: { id: string | null }[]) => [
  ...new Set(rows.flatMap(({ id }) => (id ? [id] : []))),
]

/** The author of an idea, or nobody. */
export const authorOf = async (db: Read, ideaId: string) =>
  known(await db.select({ id: ideas.authorId }).from(ideas).where(eq(ideas.id, ideaId)))

/** Who wrote the comment that this one replies to. */
export async function repliedTo(db: Read, commentId: string) {
  const [comment] = await db
    .select({ parentId: comments.parentId })
    .from(comments)
    .where(eq(comments.id, commentId))
  if (!comment?.parentId) return []
  return known(
    await db
      .select({ id: comments.authorId })
      .from(comments)
      .where(eq(comments.id, comment.parentId)),
  )
}

/** Those of `personIds` who did not mute the idea. */
export async function unmuted(db: Read, ideaId: string, personIds: string[]) {
  if (!personIds.length) return []
  const muted = await db
    .select({ id: follows.personId })
    .from(follows)
    .where(
      and(
        eq(follows.ideaId, ideaId),
        inArray(follows.personId, personIds),
        eq(follows.state, 'muted'),
      ),
    )
  return personIds.filter((id) => !muted.some((row) => row.id === id))
}

/** Who asked a question. */
export const askerOf = async (db: Read, questionId: string) =>
  known(
    await db.select({ id: questions.askedBy }).from(questions).where(eq(questions.id, questionId)),
  )

/** Who weighs the idea now, else everybody who may move it. */
export async function answerable(db: Read, ideaId: string) {
  const assigned = await db
    .select({ id: evaluations.evaluatorId })
    .from(evaluations)
    .innerJoin(dossiers, eq(dossiers.id, evaluations.dossierId))
    .where(and(eq(dossiers.ideaId, ideaId), eq(dossiers.state, 'open')))
  return assigned.length ? known(assigned) : holdersOf(db, 'ideas.move')
}

/** Who may look at a decision again: everybody who decides appeals, but for who made it. */
export async function reviewers(db: Read, subjectId: string) {
  const [[appeal], [again]] = await Promise.all([
    db
      .select({ id: moves.actorId })
      .from(appeals)
      .innerJoin(moves, eq(moves.id, appeals.moveId))
      .where(eq(appeals.id, subjectId)),
    db
      .select({ id: moves.actorId })
      .from(resubmissions)
      .innerJoin(moves, eq(moves.id, resubmissions.moveId))
      .where(eq(resubmissions.id, subjectId)),
  ])
  const decider = (appeal ?? again)?.id
  return (await holdersOf(db, 'appeals.decide')).filter((id) => id !== decider)
}

/** The ideas that what was realised comes from: the one that carries it, its sources, those merged into it. */
export async function ideasBehind(db: Read, ideaId: string) {
  const [sources, merged] = await Promise.all([
    db
      .select({ id: realisationSources.sourceId })
      .from(realisationSources)
      .where(eq(realisationSources.ideaId, ideaId)),
    db.select({ id: ideas.id }).from(ideas).where(eq(ideas.mergedIntoId, ideaId)),
  ])
  return known([{ id: ideaId }, ...sources, ...merged])
}

/** Who made it: the authors of the ideas behind it, and of the comments that changed it. */
export async function makersOf(db: Read, ideaId: string) {
  const [authors, changers] = await Promise.all([
    db
      .select({ id: ideas.authorId })
      .from(ideas)
      .where(inArray(ideas.id, await ideasBehind(db, ideaId))),
    db
      .select({ id: comments.authorId })
      .from(realisationComments)
      .innerJoin(comments, eq(comments.id, realisationComments.commentId))
      .where(and(eq(realisationComments.ideaId, ideaId), isNotNull(comments.authorId))),
  ])
  return known([...authors, ...changers])
}
