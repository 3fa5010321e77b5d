import { and, asc, eq } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany, pageAfter, pageAfterAscending } from '#db/expressions.ts'
import { comments } from '#db/schema/comments.ts'
import type { Comment } from './comment.server.ts'
import { repliesShown, threadsOnPage, type ThreadPlace } from './thread.rules.ts'
import { cursorOf } from './thread.server.ts'

const byTime = [comments.createdAt, comments.id]

/** Where a comment is read: the page, newest threads first, that shows it, or its thread alone. */
export async function placeOf(db: Read, comment: Comment): Promise<ThreadPlace> {
  const { rootId } = comment
  if (!rootId) return pageOf(db, comment)
  if ((await repliesBefore(db, comment)) >= repliesShown) return { thread: rootId }
  const [root] = await db.select().from(comments).where(eq(comments.id, rootId))
  return root ? pageOf(db, root) : {}
}

async function repliesBefore(db: Read, { rootId, createdAt, id }: Comment) {
  const [before] = await db
    .select({ n: howMany() })
    .from(comments)
    .where(and(eq(comments.rootId, rootId!), pageAfter(byTime, [createdAt, id])))
  return before!.n
}

async function pageOf(db: Read, { ideaId, createdAt, id }: Comment): Promise<ThreadPlace> {
  const newer = await db
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.ideaId, ideaId),
        eq(comments.depth, 0),
        pageAfterAscending(byTime, [createdAt, id]),
      ),
    )
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .limit(threadsOnPage)
  return newer.length < threadsOnPage ? {} : { after: cursorOf(newer[0]!) }
}
