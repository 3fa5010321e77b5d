import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { merges } from '#db/schema/merges.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { ideaById, livingIdea, markMerged, welcomeMerge } from '../ideas/merged.server.ts'
import type { Idea } from '../ideas/idea.server.ts'
import { ask } from '../jobs/job.server.ts'
import { moveForMerge } from '../workflow/merged.server.ts'
import { holdMergesInto, type Merge } from './carry.server.ts'
import { isLive } from './merge.rules.ts'

/** When the clock looks at a merge again: after a crash to finish it, else for votes that came late. */
export const sweepAfterMs = 10_000

/**
 * Begins a merge that was agreed upon: the source leaves the board, and from then on its address
 * leads to the target. Whoever calls has the copies brought after the commit; the clock does what is
 * left. Answers the merge, `merging`, or `undefined`, with nothing changed, when one of the two is
 * not where it was.
 */
export async function beginMerge(tx: Tx, merge: Merge, actorId: string | null) {
  const [source, target] = [await ideaById(tx, merge.sourceId), await targetOf(tx, merge)]
  if (!source || !isLive(source) || !target || target.id === source.id) return undefined
  // What is being taken out of the source goes first, or would be met half gone.
  await holdMergesInto(tx, source.id)
  if (!(await welcomeMerge(tx, target.id))) return undefined
  const said = { to: 'merged', note: merge.note, team: merge.team, actorId: null }
  if (!(await moveForMerge(tx, source, said))) return undefined
  await markMerged(tx, source.id, target.id)

  const [begun] = await tx
    .update(merges)
    .set({
      state: 'merging',
      targetId: target.id,
      fromStatus: source.status,
      mergedAt: now(),
    })
    .where(and(eq(merges.id, merge.id), eq(merges.state, 'asked')))
    .returning()
  if (!begun) throw new Error('A merge began twice')
  await tellBegun(tx, begun, actorId)
  return begun
}

/** The idea that was meant; where it has gone into another since, that one. */
async function targetOf(tx: Tx, { targetId }: Merge): Promise<Idea | undefined> {
  const meant = await ideaById(tx, targetId)
  const living = meant && (await livingIdea(tx, meant))
  return living && isLive(living) ? living : undefined
}

async function tellBegun(tx: Tx, { id, sourceId, targetId }: Merge, actorId: string | null) {
  const event = { actorId, ideaId: sourceId, subjectId: id, data: { targetId } }
  await record(tx, { verb: 'idea.merged', ...event })
  await audit(tx, actorId, 'idea.merged', { subject: sourceId, into: targetId, merge: id })
  const runAt = new Date(now().getTime() + sweepAfterMs)
  await ask(tx, 'merge', `merge:${id}`, { payload: { mergeId: id }, runAt })
}
