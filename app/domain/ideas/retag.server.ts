import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { ideas } from '#db/schema/ideas.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { tagsOfIdea } from './draft.server.ts'
import { limits } from './idea.form.ts'
import { findIdea } from './idea.server.ts'
import { indexIdea, tagIdea } from './publish.server.ts'

/**
 * Adds and removes tags of the idea of `number`; those it has or lacks already are no matter.
 * Answers `tagged`, `unchanged`, `too-many-tags` (more than 5; nothing is changed), `stale` when it
 * changed meanwhile, `not-allowed`, or `undefined` where the editor can see no such idea. Whoever edits it meanwhile hears of it.
 */
export async function retagIdea(
  tx: Tx,
  editor: Person,
  number: number,
  { add = [], remove = [] }: { add?: string[]; remove?: string[] },
) {
  const idea = await findIdea(tx, number, editor)
  if (!idea || idea.status === 'draft') return undefined
  if (!may(editor, 'ideas.move')) return 'not-allowed'

  const before = await tagsOfIdea(tx, idea.id)
  const after = [...new Set([...before, ...add])].filter((tag) => !remove.includes(tag))
  const refusal = refusalOf(before, after)
  if (refusal) return refusal

  const [held] = await tx
    .update(ideas)
    .set({ version: plus(ideas.version, 1) })
    .where(and(eq(ideas.id, idea.id), eq(ideas.version, idea.version)))
    .returning()
  if (!held) return 'stale'
  await tagIdea(tx, idea.id, after)
  await indexIdea(tx, held, after)
  await audit(tx, editor.id, 'idea.tagged', { subject: idea.id, number, from: before, to: after })
  return 'tagged'
}

function refusalOf(before: string[], after: string[]) {
  if (after.length > Math.max(limits.tags, before.length)) return 'too-many-tags'
  return after.join() === before.join() ? 'unchanged' : undefined
}
