import { and, asc, eq, gt } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { ideaRevisions } from '#db/schema/ideas.ts'
import { tagsOfIdea } from './draft.server.ts'
import type { Idea } from './idea.server.ts'

type TextWords = { title: string; body: string }
export type TextThen = TextWords & { categoryId: string; tags: string[] }

/** Whether `idea` says these words, or said them when it was published or handed in. */
export async function saysOrSaid(db: Read, idea: Idea, { title, body }: TextWords) {
  const then = await textAt(db, idea, idea.createdAt)
  const isSame = (text: TextWords) => text.title === title.trim() && text.body === body.trim()
  return isSame(then) || isSame(idea)
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
