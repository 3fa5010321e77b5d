import { and, eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { ideas } from '#db/schema/ideas.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { tagsOfIdea } from './draft.server.ts'
import { findIdea, type Idea } from './idea.server.ts'
import { hasTooManyLinks } from './post-rights.server.ts'
import { type IdeaText, rewriteIdea } from './publish.server.ts'
import { keepRevision } from './revision.server.ts'

/** The idea of `number` with its tags, if `author` wrote it; staff do not edit what others wrote. */
export async function findOwnIdea(db: Read, author: Person, number: number) {
  const idea = await findIdea(db, number, author)
  if (!idea || idea.authorId !== author.id) return undefined
  return { ...idea, tags: await tagsOfIdea(db, idea.id) }
}

/**
 * Replaces the text of `author`'s idea and keeps the old one as a revision. `version` is the one
 * they began from. Answers `edited`, `unchanged` (nothing to keep; the row is locked), `edits-closed`
 * by its status, `too-many-links` for their level, `conflict` when it changed meanwhile (nothing is
 * written), or `undefined`: no such idea of theirs. A draft is not edited but saved.
 */
export async function editIdea(
  tx: Tx,
  author: Person,
  { number, version }: { number: number; version: number },
  text: IdeaText,
) {
  const idea = await findOwnIdea(tx, author, number)
  if (!idea || idea.status === 'draft') return undefined
  if (!idea.stage.editsOpen) return 'edits-closed'
  if (await hasTooManyLinks(tx, author, text.body, idea.body)) return 'too-many-links'

  const same = isSame(idea, idea.tags, text)
  const claimed = await claim(tx, idea, { version, step: same ? 0 : 1 })
  if (!claimed) return 'conflict'
  if (same) return 'unchanged'

  await keepRevision(tx, author, claimed, idea.tags)
  const { locale } = claimed
  await rewriteIdea(tx, claimed, { ...text, locale }, { editedAt: now() })
  await record(tx, { verb: 'idea.edited', actorId: author.id, ideaId: idea.id })
  return 'edited'
}

/** Locks the row until the commit, if it is still what the author saw; its version grows by `step`. */
async function claim(
  tx: Tx,
  { id, status }: Idea,
  { version, step }: { version: number; step: 0 | 1 },
) {
  const still = and(eq(ideas.id, id), eq(ideas.version, version), eq(ideas.status, status))
  const [claimed] = await tx
    .update(ideas)
    .set({ version: plus(ideas.version, step) })
    .where(still)
    .returning()
  return claimed
}

const isSame = (idea: Idea, tags: string[], text: IdeaText) =>
  idea.title === text.title &&
  idea.body === text.body &&
  idea.categoryId === text.categoryId &&
  tags.join() === [...text.tags].sort().join()
