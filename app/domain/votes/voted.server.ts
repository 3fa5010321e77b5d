import { and, desc, eq } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { pageAfter } from '#db/expressions.ts'
import { votes } from '#db/schema/votes.ts'

const pageSize = 20

export type VotePlace = { at: Date; id: string }

/** Which ideas (by id) a person voted for, the last vote first; `next` is where the page after begins. */
export async function votedBy(db: Read, voterId: string, after?: VotePlace) {
  const from = after && pageAfter([votes.castAt, votes.ideaId], [after.at, after.id])
  const cast = await db
    .select({ at: votes.castAt, id: votes.ideaId })
    .from(votes)
    .where(and(eq(votes.voterId, voterId), from))
    .orderBy(desc(votes.castAt), desc(votes.ideaId))
    .limit(pageSize + 1)
  const page = cast.slice(0, pageSize)
  return {
    ids: page.map(({ id }) => id),
    next: cast.length > pageSize ? page.at(-1) : undefined,
  }
}
