import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany, howManyBefore, isOneOf } from '#db/expressions.ts'
import { ideas } from '#db/schema/ideas.ts'
import { votes } from '#db/schema/votes.ts'
import { type Claim, dependsOnVotes, milestoneOf, type Standing } from './claim.rules.ts'

/** The clock of whoever cast a vote is asked once for the vote and once for its event. */
const slackMs = 1_000

/**
 * The claims with the votes of their ideas counted: those of members for somebody else's idea, cast by
 * themselves for this very one. Only a vote that was just cast may be the one that reaches a milestone:
 * what an idea brought along when it was imported pays nobody.
 */
export async function counted(
  db: Read,
  claims: Claim[],
  known: Map<string, Standing>,
): Promise<Claim[]> {
  const plain = claims.filter(({ isDue }) => isDue !== 'votes')
  const open = claims.filter(
    (claim) => claim.isDue === 'votes' && dependsOnVotes(claim, known.get(claim.key)!),
  )
  if (!open.length) return plain
  const ideaIds = [...new Set(open.map(({ ideaId }) => ideaId!))]
  const since = Math.min(...open.map(({ at }) => +at)) - slackMs
  const votesOf = await votesFor(db, ideaIds, new Date(since))
  return [
    ...plain,
    ...open.map((claim) => {
      const least = milestoneOf(claim.rule)!
      const { all, before } = votesOf.get(claim.ideaId!) ?? { all: 0, before: 0 }
      const [isNew, isDue] = [before < least, all >= least]
      return { ...claim, isDue, mayBegin: claim.mayBegin && isNew }
    }),
  ]
}

/** How many votes that count each idea has, and had `before` a moment. */
async function votesFor(db: Read, ideaIds: string[], moment: Date) {
  const rows = await db
    .select({ ideaId: votes.ideaId, all: howMany(), before: howManyBefore(votes.castAt, moment) })
    .from(votes)
    .innerJoin(ideas, eq(ideas.id, votes.ideaId))
    .where(
      and(
        isOneOf(votes.ideaId, ideaIds),
        isNull(votes.mergeId),
        isNull(votes.castBy),
        isNull(votes.burstId),
        ne(votes.voterId, ideas.authorId),
      ),
    )
    .groupBy(votes.ideaId)
  return new Map(rows.map(({ ideaId, ...counted }) => [ideaId, counted]))
}
