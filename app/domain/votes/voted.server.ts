import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { pageAfter } from '#db/expressions.ts'
import { ideas } from '#db/schema/ideas.ts'
import { votes } from '#db/schema/votes.ts'

const pageSize = 20

export type VotePlace = { at: Date; id: string }

/**
 * Which ideas (by id) a person voted for, the last vote first, without those that went into another
 * one; `next` is where the page after begins.
 */
export async function votedBy(db: Read, voterId: string, after?: VotePlace) {
  const from = after && pageAfter([votes.castAt, votes.ideaId], [after.at, after.id])
  const cast = await db
    .select({ at: votes.castAt, id: votes.ideaId })
    .from(votes)
    // LEFT: an inner join was once planned the other way round, from all the ideas.
    .leftJoin(ideas, eq(ideas.id, votes.ideaId))
    .where(and(eq(votes.voterId, voterId), isNull(ideas.mergedIntoId), from))
    .orderBy(desc(votes.castAt), desc(votes.ideaId))
    .limit(pageSize + 1)
  const page = cast.slice(0, pageSize)
  return {
    ids: page.map(({ id }) => id),
    next: cast.length > pageSize ? page.at(-1) : undefined,
  }
}
