import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { isOneOf } from '#db/expressions.ts'
import { ideas } from '#db/schema/ideas.ts'
import { votes } from '#db/schema/votes.ts'
import { countVotes } from '../ideas/idea.server.ts'

/** Some votes for one idea that came together. */
export type Apart = { ideaId: string; burstId: string }

/**
 * Sets votes for an idea apart: they count nowhere while they belong to a burst. Answers whose; of
 * those that were taken back in the meantime there is nothing to set apart.
 */
export async function setVotesApart(tx: Tx, { ideaId, burstId }: Apart, voterIds: string[]) {
  const apart = await tx
    .update(votes)
    .set({ burstId })
    .where(and(eq(votes.ideaId, ideaId), isOneOf(votes.voterId, voterIds), isNull(votes.burstId)))
    .returning({ id: votes.voterId })
  await count(tx, ideaId, -apart.length)
  return apart.map(({ id }) => id)
}

/** Counts the votes of a burst that are still there again. Answers whose. */
export async function countVotesAgain(tx: Tx, { ideaId, burstId }: Apart) {
  const back = await tx
    .update(votes)
    .set({ burstId: null })
    .where(and(eq(votes.ideaId, ideaId), eq(votes.burstId, burstId)))
    .returning({ id: votes.voterId })
  await count(tx, ideaId, back.length)
  return back.map(({ id }) => id)
}

async function count(tx: Tx, ideaId: string, change: number) {
  const [idea] = await tx.select().from(ideas).where(eq(ideas.id, ideaId))
  if (idea && change) await countVotes(tx, idea, change)
}
