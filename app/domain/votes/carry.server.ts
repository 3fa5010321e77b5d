import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lte, notExists } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { given, givenMoment, howMany, isOneOf } from '#db/expressions.ts'
import { merges } from '#db/schema/merges.ts'
import { releasedVotes, votes } from '#db/schema/votes.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { countVote, type Idea } from '../ideas/idea.server.ts'

/** One idea that goes into another: its id, and both of theirs. */
export type Way = { id: string; sourceId: string; targetId: string }

/** The next voters of an idea in the order of their ids, at most `most`, after the one of `after`. */
export async function votersAfter(db: Read, ideaId: string, after: string, most: number) {
  const page = await db
    .select({ id: votes.voterId })
    .from(votes)
    .where(and(eq(votes.ideaId, ideaId), gt(votes.voterId, after)))
    .orderBy(asc(votes.voterId))
    .limit(most)
  return page.map(({ id }) => id)
}

// The bounds say no more than the list, which comes in order; PostgreSQL walks a range by them where
// it would read all the votes of an idea.
const among = (voterIds: string[]) => [
  isOneOf(votes.voterId, voterIds),
  gte(votes.voterId, voterIds[0]!),
  lte(votes.voterId, voterIds.at(-1)!),
]

/**
 * Copies the votes of `voterIds` along a merge, with their dates: of those who have none on the
 * target yet and have not taken it back. Answers how many it brought; whoever calls counts them.
 */
export async function carryVotes(tx: Tx, { id, sourceId, targetId }: Way, voterIds: string[]) {
  const { voterId, castAt, castBy, castNote } = votes
  const released = tx
    .select({ id: releasedVotes.voterId })
    .from(releasedVotes)
    .where(and(eq(releasedVotes.mergeId, id), eq(releasedVotes.voterId, voterId)))
  const brought = await tx
    .insert(votes)
    .select(
      tx
        .select({
          ideaId: given(targetId, 'idea_id'),
          voterId,
          castAt,
          mergeId: given(id, 'merge_id'),
          castBy,
          castNote,
          burstId: votes.burstId,
        })
        .from(votes)
        .where(
          and(
            eq(votes.ideaId, sourceId),
            isNull(votes.burstId),
            ...among(voterIds),
            notExists(released),
          ),
        )
        // Two merges into one idea must not wait for each other crosswise.
        .orderBy(asc(voterId)),
    )
    .onConflictDoNothing()
    .returning({ id: voterId })
  return brought.length
}

/** Takes the copies back that a merge brought for `voterIds`; answers how many there were. */
export async function dropVotes(tx: Tx, { id, targetId }: Way, voterIds: string[]) {
  const gone = await tx
    .delete(votes)
    .where(and(eq(votes.ideaId, targetId), ...among(voterIds), eq(votes.mergeId, id)))
    .returning({ id: votes.voterId })
  return gone.length
}

/**
 * `voterId` wants no vote on an idea: what the merges into it brought from them, or would bring, goes
 * along no longer. Called with every vote that is taken back.
 */
export async function releaseVote(tx: Tx, voterId: string, ideaId: string) {
  const bringing = tx
    .select({
      mergeId: merges.id,
      voterId: votes.voterId,
      releasedAt: givenMoment(now(), releasedVotes.releasedAt),
    })
    .from(merges)
    .innerJoin(votes, and(eq(votes.ideaId, merges.sourceId), eq(votes.voterId, voterId)))
    .where(and(eq(merges.targetId, ideaId), inArray(merges.state, ['merging', 'merged'])))
  await tx.insert(releasedVotes).select(bringing).onConflictDoNothing()
}

/**
 * Takes a vote back that a merge brought to an idea, whether or not its voting is open: the voter
 * never chose it. Answers `withdrawn`, `own` (they have voted for this one themselves; nothing
 * changed) or `not-there`.
 */
export async function withdrawBrought(
  tx: Tx,
  voterId: string,
  idea: Pick<Idea, 'id' | 'publishedAt'>,
) {
  const mine = and(eq(votes.ideaId, idea.id), eq(votes.voterId, voterId))
  const [vote] = await tx
    .delete(votes)
    .where(and(mine, isNotNull(votes.mergeId)))
    .returning({ id: votes.voterId })
  if (!vote) return (await tx.$count(votes, mine)) ? 'own' : 'not-there'
  await releaseVote(tx, voterId, idea.id)
  await countVote(tx, idea, -1)
  await record(tx, { verb: 'vote.withdrawn', actorId: voterId, ideaId: idea.id })
  return 'withdrawn'
}

/** Undoes the release of a vote from the merges into an idea; whoever calls carries it again. */
export async function holdVote(tx: Tx, voterId: string, mergeIds: string[]) {
  await tx
    .delete(releasedVotes)
    .where(and(inArray(releasedVotes.mergeId, mergeIds), eq(releasedVotes.voterId, voterId)))
}

/** How somebody's vote stands on an idea: `own`, `brought` by a merge, or `none`. */
export async function standingOf(db: Read, voterId: string, ideaId: string) {
  const [vote] = await db
    .select({ mergeId: votes.mergeId })
    .from(votes)
    .where(and(eq(votes.ideaId, ideaId), eq(votes.voterId, voterId)))
  if (!vote) return 'none'
  return vote.mergeId ? 'brought' : 'own'
}

/** How many voted for both of two ideas. */
export async function votersOfBoth(db: Read, oneId: string, otherId: string) {
  const [both] = await db
    .select({ n: howMany() })
    .from(votes)
    .where(
      and(
        eq(votes.ideaId, oneId),
        inArray(
          votes.voterId,
          db.select({ id: votes.voterId }).from(votes).where(eq(votes.ideaId, otherId)),
        ),
      ),
    )
  return both!.n
}
