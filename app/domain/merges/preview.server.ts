import type { Read } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { votes } from '#db/schema/votes.ts'
import { eq } from 'drizzle-orm'
import { howManyFollow } from '../follows/carry.server.ts'
import type { Idea } from '../ideas/idea.server.ts'
import { votersOfBoth } from '../votes/carry.server.ts'

async function votersOf(db: Read, ideaId: string) {
  const [cast] = await db.select({ n: howMany() }).from(votes).where(eq(votes.ideaId, ideaId))
  return cast!.n
}

/**
 * What a merge will come to, counted exactly: the voters of each idea, of `both`, the votes of the
 * target `after`; how many `followers` of the source will be told; and the votes of the source that
 * another platform counted without naming anybody (`unnamed`), which stay where they are.
 */
export async function previewOf(db: Read, source: Idea, target: Idea) {
  const [mine, theirs, both, followers] = await Promise.all([
    votersOf(db, source.id),
    votersOf(db, target.id),
    votersOfBoth(db, source.id, target.id),
    howManyFollow(db, source.id),
  ])
  const after = target.votesBase + mine + theirs - both
  return { source: mine, target: theirs, both, after, followers, unnamed: source.votesBase }
}
