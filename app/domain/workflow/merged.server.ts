import { eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { ideaTags, statuses } from '#db/schema/ideas.ts'
import { moves } from '#db/schema/workflow.ts'
import type { Idea } from '../ideas/idea.server.ts'
import { placeIdea } from '../ideas/publish.server.ts'

type Said = { to: string; note: string; team: string; actorId: string | null }

/**
 * Brings an idea into the status `merged`, or out of it again: its place, tally and index, and a row
 * in its timeline. Only `merges` calls it, and tells it by its own events. Answers `moved`, or
 * `undefined`, with nothing changed, when the idea is no longer where `idea` says.
 */
export async function moveForMerge(tx: Tx, idea: Idea, { to, ...said }: Said) {
  const [status] = await tx.select().from(statuses).where(eq(statuses.id, to))
  const tags = await tx
    .select({ tag: ideaTags.tag })
    .from(ideaTags)
    .where(eq(ideaTags.ideaId, idea.id))
  const words = tags.map(({ tag }) => tag)
  const moved = await placeIdea(tx, idea, { status: to, place: status!.place }, words)
  if (!moved) return undefined
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
