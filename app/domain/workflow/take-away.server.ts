import { eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { moves } from '#db/schema/workflow.ts'
import { record } from '../activity/record.server.ts'
import { statusList } from '../ideas/categories.server.ts'
import type { Idea } from '../ideas/idea.server.ts'
import { restorePromise } from '../promises/promise.server.ts'
import { siteSettings } from '../site/site.server.ts'
import { bringTo } from './bring.server.ts'
import { put } from './move.server.ts'

/** Where a hidden idea stood, and the move that took it from there. */
export type TakenAway = { from: string; moveId: string }

/**
 * Takes an idea out of everybody's sight but its author's and the staff's, whatever the transitions
 * allow, and tells nobody: who decided so has to. Answers what `putBack` needs; `undefined`, nothing
 * changed, where it is hidden already or was moved meanwhile.
 */
export async function takeAway(tx: Tx, idea: Idea): Promise<TakenAway | undefined> {
  if (idea.status === 'hidden') return undefined
  const { name: team } = await siteSettings(tx)
  const said = { to: 'hidden', note: '', reason: null, team, actorId: null }
  const move = await put(tx, idea, { ...said, remap: 'silent' })
  return move && { from: idea.status, moveId: move.id }
}

/**
 * Brings an idea that `takeAway` hid back to where it stood, as if it had never been away: its
 * promises run on, its points come back, the move is gone from its road. Answers `back`, or
 * `moved-on`, nothing changed, where it is not hidden any more.
 */
export async function putBack(tx: Tx, idea: Idea, { from, moveId }: TakenAway) {
  if (idea.status !== 'hidden') return 'moved-on'
  const to = await inUse(tx, from)
  if (!(await bringTo(tx, idea, to))) return 'moved-on'
  await restorePromise(tx, { ideaId: idea.id, moveId })
  await tx.delete(moves).where(eq(moves.id, moveId))
  const data = { from: 'hidden', to }
  const event = { actorId: null, ideaId: idea.id, subjectId: moveId, data }
  await record(tx, { verb: 'idea.move-undone', ...event })
  return 'back'
}

/** Of a status that was retired in the meantime, the one that took its place. */
async function inUse(db: Read, id: string) {
  const every = await statusList(db)
  let status = every.find((one) => one.id === id)
  for (let i = 0; status?.retiredAt && i < 20; i++)
    status = every.find((one) => one.id === status?.retiredInto)
  return status && !status.retiredAt ? status.id : 'voting'
}
