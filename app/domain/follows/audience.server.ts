import { and, eq, isNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { follows } from '#db/schema/follows.ts'
import { votes } from '#db/schema/votes.ts'
import type { Idea } from '../ideas/idea.server.ts'

/**
 * How many people a move of `idea` is told to: voters and followers, nobody who muted it, and its
 * author. Walks along the follows alone; votes that were brought over from other places are nobody's.
 */
export async function countAudience(
  db: Read,
  idea: Pick<Idea, 'id' | 'authorId' | 'votesCount' | 'votesBase'>,
) {
  const voted = and(eq(votes.ideaId, follows.ideaId), eq(votes.voterId, follows.personId))
  const ofState = (state: 'following' | 'muted') =>
    and(eq(follows.ideaId, idea.id), eq(follows.state, state))
  const [more, fewer, author] = await Promise.all([
    db
      .select({ n: howMany() })
      .from(follows)
      .leftJoin(votes, voted)
      .where(and(ofState('following'), isNull(votes.voterId))),
    db.select({ n: howMany() }).from(follows).innerJoin(votes, voted).where(ofState('muted')),
    authorIsApart(db, idea),
  ])
  const voters = idea.votesCount - idea.votesBase
  return Math.max(0, voters + more[0]!.n - fewer[0]!.n + (author ? 1 : 0))
}

/** Whether the author neither voted nor has chosen to follow or mute. */
async function authorIsApart(db: Read, { id, authorId }: Pick<Idea, 'id' | 'authorId'>) {
  if (!authorId) return false
  const [[chosen], [vote]] = await Promise.all([
    db
      .select({ state: follows.state })
      .from(follows)
      .where(and(eq(follows.ideaId, id), eq(follows.personId, authorId))),
    db
      .select({ castAt: votes.castAt })
      .from(votes)
      .where(and(eq(votes.ideaId, id), eq(votes.voterId, authorId))),
  ])
  return !chosen && !vote
}
