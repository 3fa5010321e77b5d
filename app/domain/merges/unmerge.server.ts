import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { merges } from '#db/schema/merges.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { ideaById, markMerged } from '../ideas/merged.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { ask } from '../jobs/job.server.ts'
import { speaksFor } from '../workflow/move.server.ts'
import { moveForMerge, statusToday } from '../workflow/merged.server.ts'
import { mergeById } from './answer.server.ts'
import { sweepAfterMs } from './begin.server.ts'
import { type Merge } from './carry.server.ts'

/**
 * Begins to take two ideas apart. Whoever calls has the copies taken back after the commit, and the
 * source set free by `finishUnmerge` once the last is gone; the clock does what is left. Answers
 * `begun` with the merge, `busy` while it is still being made, `not-merged`, or `undefined` when
 * there is no such merge.
 */
export async function beginUnmerge(tx: Tx, person: Person, id: string, note: string) {
  const [merge] = await tx
    .update(merges)
    .set({ state: 'unmerging', unmergedBy: person.id, unmergedAt: now() })
    .where(and(eq(merges.id, id), eq(merges.state, 'merged')))
    .returning()
  if (!merge) return standing(await mergeById(tx, id))
  const said = { mergeId: id, note: note.trim(), team: await speaksFor(tx, person) }
  const runAt = new Date(now().getTime() + sweepAfterMs)
  await ask(tx, 'merge', `unmerge:${id}`, { payload: said, runAt })
  await audit(tx, person.id, 'idea.unmerged', {
    subject: merge.sourceId,
    from: merge.targetId,
    merge: id,
  })
  return { is: 'begun', merge, said } as const
}

function standing(merge?: Merge) {
  if (!merge) return undefined
  const isBusy = merge.state === 'merging' || merge.state === 'unmerging'
  return { is: isBusy ? 'busy' : 'not-merged' } as const
}

/**
 * Gives the source its place back, once nothing it brought is on the target any more: the status it
 * had, in the words of `said`. Answers `unmerged`, or `done-before` with nothing changed.
 */
export async function finishUnmerge(tx: Tx, id: string, said: { note: string; team: string }) {
  const [merge] = await tx
    .update(merges)
    .set({ state: 'unmerged' })
    .where(and(eq(merges.id, id), eq(merges.state, 'unmerging')))
    .returning()
  if (!merge) return 'done-before'
  const source = await ideaById(tx, merge.sourceId)
  const to = await statusToday(tx, merge.fromStatus)
  await markMerged(tx, merge.sourceId, null)
  if (source) await moveForMerge(tx, source, { to, ...said, actorId: null })
  const { sourceId, targetId, unmergedBy } = merge
  const event = { actorId: unmergedBy, ideaId: sourceId, subjectId: id, data: { targetId } }
  await record(tx, { verb: 'idea.unmerged', ...event })
  return 'unmerged'
}
