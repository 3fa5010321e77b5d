import type { Read, Tx } from '#db/database.server.ts'
import { statuses } from '#db/schema/ideas.ts'
import { moves } from '#db/schema/workflow.ts'
import type { Idea } from '../ideas/idea.server.ts'
import { bringTo } from './bring.server.ts'

type Said = { to: string; note: string; team: string; actorId: string | null }

/**
 * Brings an idea into the status `merged`, or out of it again: its place, tally and index, and a row
 * in its timeline. Only `merges` calls it, and tells it by its own events. Answers `moved`, or
 * `undefined`, with nothing changed, when the idea is no longer where `idea` says.
 */
export async function moveForMerge(tx: Tx, idea: Idea, { to, ...said }: Said) {
  if (!(await bringTo(tx, idea, to))) return undefined
  await tx.insert(moves).values({ ideaId: idea.id, fromStatus: idea.status, toStatus: to, ...said })
  return 'moved'
}

/** The status an idea may go back to: the one of `id`, or what took its place when it was retired. */
export async function statusToday(db: Read, id: string) {
  const all = await db.select().from(statuses)
  let status = all.find((one) => one.id === id)
  while (status?.retiredAt && status.retiredInto)
    status = all.find((one) => one.id === status!.retiredInto)
  return status?.id ?? id
}
