import { and, eq, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { plus, sumOf, tenfolds } from '#db/expressions.ts'
import { ideas } from '#db/schema/ideas.ts'
import { now } from '#db/time.ts'
import { hotness } from './hot.rules.ts'
import type { Idea } from './idea.server.ts'

/**
 * Where an idea lives now: itself, or the one at the end of the merges that it went through;
 * `undefined` when that one is private by now.
 */
export async function livingIdea(db: Read, idea: Idea): Promise<Idea | undefined> {
  let living: Idea | undefined = idea
  while (living?.mergedIntoId) living = await ideaById(db, living.mergedIntoId)
  return living === idea || living?.place !== 'private' ? living : undefined
}

/** The idea of an id, whatever its place. */
export async function ideaById(db: Read, id: string): Promise<Idea | undefined> {
  const [idea] = await db.select().from(ideas).where(eq(ideas.id, id))
  return idea
}

/** Notes into which idea another went, or (`null`) that it stands for itself again. Only `merges` decides. */
export async function markMerged(tx: Tx, ideaId: string, mergedIntoId: string | null) {
  await tx.update(ideas).set({ mergedIntoId }).where(eq(ideas.id, ideaId))
}

/**
 * Holds an idea as one that others may be merged into until the end of the transaction: nobody can
 * merge it away meanwhile. Answers `undefined` where somebody has.
 */
export async function welcomeMerge(tx: Tx, ideaId: string) {
  const [welcoming] = await tx
    .update(ideas)
    .set({ updatedAt: now() })
    .where(and(eq(ideas.id, ideaId), isNull(ideas.mergedIntoId)))
    .returning({ id: ideas.id })
  return welcoming
}

/** Adds to (or, below 0, takes from) an idea's votes and warms or cools it, as `countVote` does for one. */
export async function countCarried(tx: Tx, ideaId: string, amount: number) {
  if (!amount) return
  const [idea] = await tx
    .select({ publishedAt: ideas.publishedAt })
    .from(ideas)
    .where(eq(ideas.id, ideaId))
  const votesCount = plus(ideas.votesCount, amount)
  const hot = sumOf(tenfolds(votesCount), hotness(1, idea!.publishedAt))
  await tx.update(ideas).set({ votesCount, hot }).where(eq(ideas.id, ideaId))
}
