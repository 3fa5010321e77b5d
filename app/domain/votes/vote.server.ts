import { and, eq } from 'drizzle-orm'
import { prepared, type Read, type Tx } from '#db/database.server.ts'
import { isAmong, listOf, placeholder } from '#db/expressions.ts'
import { votes } from '#db/schema/votes.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { ballotOf, countVote } from '../ideas/idea.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { releaseVote } from './carry.server.ts'
import { hasVotedEnough } from './daily.server.ts'

const newVote = (tx: Tx) => () =>
  tx
    .insert(votes)
    .values({
      ideaId: placeholder('ideaId'),
      voterId: placeholder('voterId'),
      castAt: placeholder('castAt'),
    })
    .onConflictDoNothing()
    .returning({ voterId: votes.voterId })
    .prepare('new_vote')

/**
 * Gives `voter`'s one vote to the idea of `number`. Answers `cast`, `already-cast` (nothing
 * changed), `voting-closed`, `votes-used` (as many as their level has in a day), or `undefined` where
 * they can see no such idea.
 */
export async function castVote(tx: Tx, voter: Person, number: number) {
  const idea = await ballotOf(tx, number, voter)
  if (!idea) return undefined
  if (!idea.votesOpen) return 'voting-closed'
  if (await hasVotedEnough(tx, voter))
    return (await votesAmong(tx, voter.id, [idea.id])).size ? 'already-cast' : 'votes-used'

  const [vote] = await prepared(tx, 'new_vote', newVote(tx)).execute({
    ideaId: idea.id,
    voterId: voter.id,
    castAt: now(),
  })
  if (!vote) return 'already-cast'

  await countVote(tx, idea, +1)
  await record(tx, { verb: 'vote.cast', actorId: voter.id, ideaId: idea.id })
  return 'cast'
}

/** Takes `voter`'s vote back: `withdrawn`, `not-cast`, `voting-closed`, or `undefined` as above. */
export async function withdrawVote(tx: Tx, voter: Person, number: number) {
  const idea = await ballotOf(tx, number, voter)
  if (!idea) return undefined
  if (!idea.votesOpen) return 'voting-closed'

  const mine = and(eq(votes.ideaId, idea.id), eq(votes.voterId, voter.id))
  const [vote] = await tx.delete(votes).where(mine).returning()
  if (!vote) return 'not-cast'

  await releaseVote(tx, voter.id, idea.id)
  // What is set apart with a burst was not counted.
  if (!vote.burstId) await countVote(tx, idea, -1)
  await record(tx, { verb: 'vote.withdrawn', actorId: voter.id, ideaId: idea.id })
  return 'withdrawn'
}

const votedAmong = (db: Read) => () =>
  db
    .select({ ideaId: votes.ideaId })
    .from(votes)
    .where(and(eq(votes.voterId, placeholder('voterId')), isAmong(votes.ideaId, 'ideaIds')))
    .prepare('voted_among')

/** Which of `ideaIds` the person voted for. */
export async function votesAmong(db: Read, voterId: string, ideaIds: string[]) {
  const ask = prepared(db, 'voted_among', votedAmong(db))
  const mine = await ask.execute({ voterId, ideaIds: listOf(ideaIds) })
  return new Set(mine.map(({ ideaId }) => ideaId))
}
