import { and, eq, lt } from 'drizzle-orm'
import { castVote, withdrawVote } from '#app/domain/votes/vote.server.ts'
import type { Tx } from '../doors.ts'
import { ideas } from '../schema/ideas.ts'
import { pointEntries } from '../schema/points.ts'
import { votes } from '../schema/votes.ts'
import type { Act, Stage } from './acts.ts'

const day = 86_400_000

/** Somebody takes a vote back that was paid already, gives it again, takes that back unpaid, and stays with it. */
export function secondThoughts({ cast, today }: Stage, handle: string): Act[] {
  const voter = cast.get(handle)!
  let number = 0
  const ago = (days: number) => today.getTime() - days * day
  const withdraw = async (tx: Tx) => {
    number ||= await paidVote(tx, voter.id, new Date(ago(45)))
    const outcome = await withdrawVote(tx, voter, number)
    if (outcome !== 'withdrawn') throw new Error(`${handle} did not withdraw: ${outcome}`)
  }
  const give = (tx: Tx) => castVote(tx, voter, number)
  return [
    { at: ago(33), done: withdraw },
    { at: ago(30), done: give },
    // Books are kept once a day: apart by more than that, and by less than the three days of confirming.
    { at: ago(28.5), done: withdraw },
    { at: ago(27), done: give },
  ]
}

/** The idea, still open for votes, of the first vote of somebody that was cast and paid before a moment. */
async function paidVote(tx: Tx, voterId: string, before: Date) {
  const { ideaId, personId, rule, kind } = pointEntries
  const [vote] = await tx
    .select({ number: ideas.number })
    .from(votes)
    .innerJoin(ideas, eq(ideas.id, votes.ideaId))
    .innerJoin(pointEntries, and(eq(ideaId, votes.ideaId), eq(personId, votes.voterId)))
    .where(
      and(
        ...[eq(votes.voterId, voterId), lt(votes.castAt, before), eq(ideas.status, 'voting')],
        ...[eq(rule, 'vote'), eq(kind, 'confirm')],
      ),
    )
    .orderBy(ideas.number)
    .limit(1)
  if (!vote) throw new Error(`No vote of ${voterId} was paid`)
  return vote.number
}
