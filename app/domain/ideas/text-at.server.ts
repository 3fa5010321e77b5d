import { and, asc, eq, gt } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { ideaRevisions } from '#db/schema/ideas.ts'
import { tagsOfIdea } from './draft.server.ts'
import type { Idea } from './idea.server.ts'

type TextWords = { title: string; body: string }
export type TextThen = TextWords & { categoryId: string; tags: string[] }

/** Whether `idea` was published, or handed in, with this title and body. */
export async function wasPublishedAs(db: Read, idea: Idea, { title, body }: TextWords) {
  const then = await textAt(db, idea, idea.publishedAt)
  return then.title === title.trim() && then.body === body.trim()
}

/** What `idea` said at `moment`: the earliest text that was replaced after it, or the one of now. */
export async function textAt(db: Read, idea: Idea, moment: Date): Promise<TextThen> {
  const [then] = await db
    .select()
    .from(ideaRevisions)
    .where(and(eq(ideaRevisions.ideaId, idea.id), gt(ideaRevisions.createdAt, moment)))
    .orderBy(asc(ideaRevisions.createdAt))
    .limit(1)
  const { title, body, categoryId, tags } = then ?? { ...idea, tags: await tagsOfIdea(db, idea.id) }
  return { title, body, categoryId, tags }
}
