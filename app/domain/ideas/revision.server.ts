import { desc, eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { ideaRevisions } from '#db/schema/ideas.ts'
import { now } from '#db/time.ts'
import type { Idea } from './idea.server.ts'

export type Revision = typeof ideaRevisions.$inferSelect

/** Keeps an idea's text as it stands, before `editor` changes it. */
export async function keepRevision(
  tx: Tx,
  editor: { id: string | null },
  idea: Idea,
  tags: string[],
) {
  const { id: ideaId, title, body, categoryId } = idea
  await tx
    .insert(ideaRevisions)
    .values({ ideaId, title, body, categoryId, tags, editorId: editor.id, createdAt: now() })
}

/** The texts an idea had before, at most `limit`, the latest first; each is dated when it was replaced. */
export const revisionsOf = (db: Read, ideaId: string, limit = 30): Promise<Revision[]> =>
  db
    .select()
    .from(ideaRevisions)
    .where(eq(ideaRevisions.ideaId, ideaId))
    .orderBy(desc(ideaRevisions.createdAt), desc(ideaRevisions.id))
    .limit(limit)
