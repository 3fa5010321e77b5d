import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { votes } from '#db/schema/votes.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { ballotOf, countVote } from '../ideas/idea.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'

/**
 * Gives the one vote of the member of `handle` to the idea of `number`, as they asked elsewhere: by
 * letter, in a shop. It counts as any vote and says who cast it and where that was said. Answers
 * `cast`, `already-cast`, `voting-closed`, `nobody` of that handle, `oneself`, `not-allowed`, or
 * `undefined` where the caster can see no such idea.
 */
export async function castVoteFor(
  tx: Tx,
  caster: Person,
  number: number,
  { handle, castNote }: { handle: string; castNote: string },
) {
  const idea = await ballotOf(tx, number, caster)
  if (!idea) return undefined
  if (!may(caster, 'ideas.move')) return 'not-allowed'
  if (!idea.votesOpen) return 'voting-closed'
  if (handle === caster.handle) return 'oneself'
  const voter = await memberCalled(tx, handle)
  if (!voter) return 'nobody'

  const vote = { ideaId: idea.id, voterId: voter.id, castBy: caster.id, castNote }
  const [cast] = await tx.insert(votes).values(vote).onConflictDoNothing().returning()
  if (!cast) return 'already-cast'

  await countVote(tx, idea, +1)
  const event = { actorId: caster.id, ideaId: idea.id, subjectId: voter.id }
  await record(tx, { verb: 'vote.cast-for', ...event })
  const facts = { subject: idea.id, number, voterId: voter.id, castNote }
  await audit(tx, caster.id, 'vote.cast-for', facts)
  return 'cast'
}

async function memberCalled(tx: Tx, handle: string) {
  const [member] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.handle, handle), isNull(people.suspendedAt)))
  return member
}

/** The votes of an idea that the staff cast for members, the latest first, at most 50: for the staff's eyes. */
export const votesCastFor = (db: Read, ideaId: string) =>
  db
    .select({
      handle: people.handle,
      name: people.displayName,
      castNote: votes.castNote,
      castAt: votes.castAt,
    })
    .from(votes)
    .innerJoin(people, eq(people.id, votes.voterId))
    .where(and(eq(votes.ideaId, ideaId), isNotNull(votes.castBy)))
    .orderBy(desc(votes.castAt))
    .limit(50)
