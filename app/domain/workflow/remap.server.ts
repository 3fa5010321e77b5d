import { eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { newId } from '#db/columns.ts'
import { statuses } from '#db/schema/ideas.ts'
import { transitions } from '#db/schema/workflow.ts'
import { tagsOfIdea } from '../ideas/draft.server.ts'
import type { Idea, Status } from '../ideas/idea.server.ts'
import { placeIdea } from '../ideas/publish.server.ts'
import { misplacedIdeas } from '../ideas/status.server.ts'
import { ask } from '../jobs/job.server.ts'
import { siteSettings } from '../site/site.server.ts'
import { put } from './move.server.ts'
import { retiredReason } from './workflow.rules.ts'

/** What a `remap` job carries: whose ideas, what their timelines say, and whether people are told. */
export type Remap = { status: string; note?: string; tell?: boolean }

/** Other writers wait no longer than this for a batch, an idea more or less. */
const batchMs = 12
const together = 100

/** Asks for the ideas of a status to be brought where they belong, soon and in batches. */
export const askForRemap = (
  tx: Tx,
  status: string,
  said: Omit<Remap, 'status'> = {},
  once: string = newId(),
) => ask(tx, 'remap', `remap:${status}:${once}`, { payload: { status, ...said } })

/** The status as it is now, and some of its ideas that are not where they belong. */
export async function remapsDue(db: Read, id: string) {
  const [status] = await db.select().from(statuses).where(eq(statuses.id, id))
  return status && { status, ideas: await misplacedIdeas(db, status, together) }
}

/**
 * Brings as many of `ideas` where they belong as fit into one short transaction: those of a retired
 * status into the one that took its place, with a row in their timelines in the name of the house;
 * else to the place of their status. Answers how many were looked at. What somebody else has moved
 * meanwhile stays where they moved it.
 */
export async function remapSome(tx: Tx, ideas: Idea[], { status: id, note = '', tell }: Remap) {
  const [status] = await tx.select().from(statuses).where(eq(statuses.id, id))
  const { name } = await siteSettings(tx)
  const until = performance.now() + batchMs
  const remap = tell ? ('told' as const) : ('silent' as const)
  const said = { note, reason: retiredReason, team: name, actorId: null, remap }
  let done = 0
  for (const idea of ideas) {
    if (done && performance.now() > until) break
    const to = status!.retiredInto
    await (to ? put(tx, idea, { ...said, to }) : replace(tx, idea, status!))
    done++
  }
  return done
}

async function replace(tx: Tx, idea: Idea, { id, place }: Status) {
  const tags = await tagsOfIdea(tx, idea.id)
  await placeIdea(tx, idea, { status: id, place }, tags)
}

/** Forgets the moves that led out of a retired status, once it is empty. */
export async function closeWays(tx: Tx, id: string) {
  const [status] = await tx.select().from(statuses).where(eq(statuses.id, id))
  if (status?.retiredAt) await tx.delete(transitions).where(eq(transitions.fromStatus, id))
}
