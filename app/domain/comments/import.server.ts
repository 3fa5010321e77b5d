import { inArray } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { comments } from '#db/schema/comments.ts'
import { countImportedComments } from '../ideas/import.server.ts'

/** A comment as another platform tells it, its place in the thread settled. */
export type ToldComment = Pick<
  typeof comments.$inferInsert,
  'id' | 'ideaId' | 'authorId' | 'parentId' | 'rootId' | 'depth' | 'body' | 'createdAt'
> & { source: string; deletedAt: Date | null }

/** The place in the thread of those comments among `sources` that are here already, by source. */
export async function commentsAmong(db: Read, sources: string[]) {
  const known = sources.length
    ? await db
        .select({
          id: comments.id,
          ideaId: comments.ideaId,
          rootId: comments.rootId,
          depth: comments.depth,
          source: comments.source,
        })
        .from(comments)
        .where(inArray(comments.source, sources))
    : []
  return new Map(known.map(({ source, ...comment }) => [source!, comment]))
}

/**
 * Writes comments with their own dates and counts the visible ones. None of them may be here
 * already: it throws, with nothing written, when one is. Nobody is told.
 */
export async function importComments(tx: Tx, told: ToldComment[]) {
  if (!told.length) return
  const written = await tx
    .insert(comments)
    .values(told)
    .onConflictDoNothing()
    .returning({ ideaId: comments.ideaId, deletedAt: comments.deletedAt })
  // A reply must not hang on a parent that somebody else wrote meanwhile under another id.
  if (written.length !== told.length) throw new Error('Some of these comments are here already')
  const gained = new Map<string, number>()
  for (const { ideaId, deletedAt } of written)
    if (!deletedAt) gained.set(ideaId, (gained.get(ideaId) ?? 0) + 1)
  await countImportedComments(tx, gained)
}
