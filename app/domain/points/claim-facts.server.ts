import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import { prepared, type Read } from '#db/database.server.ts'
import { isAmong, isOneOf, isTupleAmong, listOf, tuplesOf } from '#db/expressions.ts'
import { comments, usefulMarks } from '#db/schema/comments.ts'
import { ideas } from '#db/schema/ideas.ts'
import { thanks } from '#db/schema/thanks.ts'
import { realisationComments } from '#db/schema/realised.ts'
import { votes } from '#db/schema/votes.ts'
import { usefulMarkers } from './claim.rules.ts'
import { independentMarkers } from './ring.server.ts'

/** An event as it was written down. */
export type Written = {
  id: string
  verb: string
  actorId: string | null
  ideaId: string | null
  subjectId: string | null
  data: Record<string, unknown>
  at: Date
}

export type Facts = {
  ideas: Map<string, IdeaFact>
  comments: Map<string, CommentFact>
  /** `idea person` of every vote of one's own. */
  votes: Set<string>
  /** Comments that enough members who are no ring found useful. */
  useful: Set<string>
  /** `idea:comment` (or `idea:`) for what the brand said thanks for. */
  thanked: Set<string>
  /** The comments that changed an idea which was realised. */
  changes: { ideaId: string; commentId: string }[]
}
type IdeaFact = Awaited<ReturnType<typeof ideasOf>>[number]
type CommentFact = Awaited<ReturnType<typeof commentsOf>>[number]

/** What is so now of everything that some events are about. */
export async function factsOf(db: Read, events: Written[]): Promise<Facts> {
  const changes = await changesOf(db, idsOf(events, /^idea\.realised$/, 'ideaId'))
  const commentIds = [
    ...idsOf(events, /^comment\./, 'subjectId'),
    ...changes.map(({ commentId }) => commentId),
  ]
  const found = await commentsOf(db, commentIds)
  const byId = new Map(found.map((comment) => [comment.id, comment]))
  const ideaIds = [...idsOf(events, /./, 'ideaId'), ...found.map(({ ideaId }) => ideaId)]
  const marked = idsOf(events, /^comment\.(found-useful|unmarked|restored)$/, 'subjectId')
  return {
    ideas: new Map((await ideasOf(db, [...new Set(ideaIds)])).map((idea) => [idea.id, idea])),
    comments: byId,
    votes: await votesOf(db, events),
    useful: await usefulAmong(db, marked, byId),
    thanked: await thankedAmong(db, idsOf(events, /^(idea|comment)\./, 'ideaId')),
    changes,
  }
}

const idsOf = (events: Written[], verb: RegExp, of: 'ideaId' | 'subjectId') => [
  ...new Set(events.flatMap((event) => (verb.test(event.verb) && event[of] ? [event[of]] : []))),
]

const someIdeas = (db: Read) => () =>
  db
    .select({
      id: ideas.id,
      authorId: ideas.authorId,
      categoryId: ideas.categoryId,
      place: ideas.place,
      status: ideas.status,
      votesCount: ideas.votesCount,
    })
    .from(ideas)
    .where(isAmong(ideas.id, 'ids'))
    .prepare('ideas_of_claims')

const ideasOf = async (db: Read, ids: string[]) =>
  ids.length ? prepared(db, 'ideas_of_claims', someIdeas(db)).execute({ ids: listOf(ids) }) : []

const commentsOf = async (db: Read, ids: string[]) => {
  if (!ids.length) return []
  const { id, ideaId, authorId, team, usefulCount, deletedAt, hiddenAt } = comments
  const rows = await db
    .select({ id, ideaId, authorId, team, usefulCount, deletedAt, hiddenAt })
    .from(comments)
    .where(isOneOf(id, ids))
  return rows.map((row) => ({ ...row, isReadable: !row.deletedAt && !row.hiddenAt }))
}

const someVotes = (db: Read) => () =>
  db
    .select({ ideaId: votes.ideaId, voterId: votes.voterId })
    .from(votes)
    .where(
      and(
        isTupleAmong([votes.ideaId, votes.voterId], 'pairs'),
        isNull(votes.mergeId),
        isNull(votes.castBy),
        isNull(votes.burstId),
      ),
    )
    .prepare('votes_of_claims')

async function votesOf(db: Read, events: Written[]) {
  const cast = events.filter(({ verb }) => verb === 'vote.cast' || verb === 'vote.withdrawn')
  if (!cast.length) return new Set<string>()
  const pairs = tuplesOf(cast.map(({ ideaId, actorId }) => [ideaId!, actorId!]))
  const own = await prepared(db, 'votes_of_claims', someVotes(db)).execute({ pairs })
  return new Set(own.map(({ ideaId, voterId }) => `${ideaId} ${voterId}`))
}

async function usefulAmong(db: Read, ids: string[], known: Map<string, CommentFact>) {
  const useful = new Set<string>()
  for (const id of ids) {
    const comment = known.get(id)
    if (!comment?.authorId || comment.usefulCount < usefulMarkers) continue
    const marks = await db
      .select({ personId: usefulMarks.personId })
      .from(usefulMarks)
      .where(eq(usefulMarks.commentId, id))
      .orderBy(asc(usefulMarks.markedAt))
      .limit(50)
    const ids = marks.map(({ personId }) => personId)
    const independent = await independentMarkers(db, comment.authorId, ids)
    if (independent.length >= usefulMarkers) useful.add(id)
  }
  return useful
}

async function thankedAmong(db: Read, ideaIds: string[]) {
  if (!ideaIds.length) return new Set<string>()
  const rows = await db
    .select({ ideaId: thanks.ideaId, commentId: thanks.commentId })
    .from(thanks)
    .where(isOneOf(thanks.ideaId, ideaIds))
  return new Set(rows.map(({ ideaId, commentId }) => `${ideaId}:${commentId}`))
}

async function changesOf(db: Read, ideaIds: string[]) {
  if (!ideaIds.length) return []
  return db
    .select({ ideaId: realisationComments.ideaId, commentId: comments.id })
    .from(realisationComments)
    .innerJoin(comments, eq(comments.id, realisationComments.commentId))
    .where(and(isOneOf(realisationComments.ideaId, ideaIds), isNotNull(comments.authorId)))
    .orderBy(asc(realisationComments.position))
}
