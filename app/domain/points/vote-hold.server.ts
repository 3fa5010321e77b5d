import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { isOneOf } from '#db/expressions.ts'
import { pointPending } from '#db/schema/points.ts'
import { holdChain } from './account.server.ts'
import { milestones } from './claim.rules.ts'

/**
 * Lets the points wait that votes for an idea are about to bring: those of the voters, and what its
 * author has for reaching so many. `holder` names what they wait for.
 */
export async function holdVotePoints(
  tx: Tx,
  { ideaId, holder }: { ideaId: string; holder: string },
  voterIds: string[],
) {
  await holdChain(tx)
  const ofVoters = and(eq(pointPending.rule, 'vote'), isOneOf(pointPending.personId, voterIds))
  const ofAuthor = inArray(
    pointPending.rule,
    milestones.map(([rule]) => rule),
  )
  await tx
    .update(pointPending)
    .set({ heldBy: holder })
    .where(
      and(eq(pointPending.ideaId, ideaId), isNull(pointPending.heldBy), or(ofVoters, ofAuthor)),
    )
}

/** Lets go of the points that `holder` has held. */
export async function freeVotePoints(tx: Tx, holder: string) {
  await holdChain(tx)
  await tx.update(pointPending).set({ heldBy: null }).where(eq(pointPending.heldBy, holder))
}
