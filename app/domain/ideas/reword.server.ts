import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { ideas } from '#db/schema/ideas.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { tagsOfIdea } from './draft.server.ts'
import type { Idea } from './idea.server.ts'
import { type IdeaText, rewriteIdea } from './publish.server.ts'
import { keepRevision } from './revision.server.ts'

/** Locks an idea's row until the commit; `undefined` when its status is no longer what `idea` says. */
export const holdIdea = (tx: Tx, idea: Idea) => claimed(tx, idea, 0)

async function claimed(tx: Tx, { id, status }: Idea, step: 0 | 1) {
  const [held] = await tx
    .update(ideas)
    .set({ version: plus(ideas.version, step) })
    .where(and(eq(ideas.id, id), eq(ideas.status, status)))
    .returning()
  return held
}

/**
 * Puts new words of its author over an idea, whatever its status allows, because somebody in charge
 * took them; the old ones stay as a revision, the votes as they are. Answers the idea as it is now,
 * or `undefined`, nothing done, when it was moved meanwhile.
 */
export async function rewordIdea(tx: Tx, idea: Idea, authorId: string | null, text: IdeaText) {
  const held = await claimed(tx, idea, 1)
  if (!held) return undefined
  await keepRevision(tx, { id: authorId }, held, await tagsOfIdea(tx, idea.id))
  const { locale } = held
  const written = await rewriteIdea(tx, held, { ...text, locale }, { editedAt: now() })
  await record(tx, { verb: 'idea.edited', actorId: authorId, ideaId: idea.id })
  return written
}
