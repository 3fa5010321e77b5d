import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { pageAfter } from '#db/expressions.ts'
import { comments } from '#db/schema/comments.ts'
import { ideas } from '#db/schema/ideas.ts'

const pageSize = 20

/**
 * What a person has written under ideas, the last first, for their own eyes: hidden comments too,
 * deleted ones not. `idea` is undefined where it is no longer public. `next` begins the page after.
 */
export async function writtenBy(db: Read, authorId: string, after?: { at: Date; id: string }) {
  const { id, body, createdAt, hiddenAt, heldAt, usefulCount } = comments
  const { number, slug, title, place } = ideas
  const from = after && pageAfter([createdAt, id], [after.at, after.id])
  const rows = await db
    .select({
      id,
      body,
      createdAt,
      hiddenAt,
      heldAt,
      usefulCount,
      idea: { number, slug, title, place },
    })
    .from(comments)
    .leftJoin(ideas, eq(ideas.id, comments.ideaId))
    .where(and(eq(comments.authorId, authorId), isNull(comments.deletedAt), from))
    .orderBy(desc(createdAt), desc(id))
    .limit(pageSize + 1)
  const page = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? page.at(-1)! : undefined
  return {
    comments: page.map(({ idea, ...comment }) => ({
      ...comment,
      idea: idea && idea.place !== 'private' ? idea : undefined,
    })),
    next: last && { at: last.createdAt, id: last.id },
  }
}
