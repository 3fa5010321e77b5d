import { and, inArray } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { votes } from '#db/schema/votes.ts'
import { countImportedVotes } from '../ideas/import.server.ts'

type Vote = Pick<typeof votes.$inferSelect, 'ideaId' | 'voterId'>

/** Those among `rows` that are here already. */
export async function votesHere(db: Read, rows: Vote[]): Promise<Vote[]> {
  const ideaIds = [...new Set(rows.map(({ ideaId }) => ideaId))]
  const voterIds = [...new Set(rows.map(({ voterId }) => voterId))]
  if (!rows.length) return []
  return db
    .select({ ideaId: votes.ideaId, voterId: votes.voterId })
    .from(votes)
    .where(and(inArray(votes.ideaId, ideaIds), inArray(votes.voterId, voterIds)))
}

/**
 * Writes single votes of another platform, one a person and idea, and counts them. Answers the new
 * ones; the others were here already. Nobody is told.
 */
export async function importVotes(tx: Tx, rows: (Vote & { castAt: Date })[]): Promise<Vote[]> {
  if (!rows.length) return []
  const written = await tx
    .insert(votes)
    .values(rows)
    .onConflictDoNothing()
    .returning({ ideaId: votes.ideaId, voterId: votes.voterId })
  const gained = new Map<string, number>()
  for (const { ideaId } of written) gained.set(ideaId, (gained.get(ideaId) ?? 0) + 1)
  await countImportedVotes(tx, gained)
  return written
}
