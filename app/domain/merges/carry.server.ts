import { and, eq, inArray } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { merges } from '#db/schema/merges.ts'
import { carryFollows, choosersAfter, dropFollows } from '../follows/carry.server.ts'
import { countCarried } from '../ideas/merged.server.ts'
import { carryVotes, dropVotes, votersAfter } from '../votes/carry.server.ts'

export type Merge = typeof merges.$inferSelect

/** The states in which a merge's copies are on the target, and those in which more may come. */
const holding = ['merging', 'merged', 'unmerging'] as const
export const bringing = ['merging', 'merged'] as const

/** What a merge carries, some hundred people at a time: their votes, then their choices to follow. */
export const cargoes = ['votes', 'follows'] as const
export type Cargo = (typeof cargoes)[number]

/** Some people whose votes or choices are looked at; `last` is where the next begin, if there may be more. */
type Page = { personIds: string[]; last?: string }

async function pageOf(tx: Tx, cargo: Cargo, { sourceId }: Merge, from: Batch): Promise<Page> {
  const asked = [tx, sourceId, from.after, from.most] as const
  const voters = cargo === 'votes' ? await votersAfter(...asked) : undefined
  const { ids, with: personIds } = voters
    ? { ids: voters, with: voters }
    : await choosersAfter(...asked)
  return { personIds, last: ids.length === from.most ? ids.at(-1) : undefined }
}

export type Batch = { after: string; most: number }

/** The merge by which an idea has gone into another, while its copies are there. */
export async function mergeOf(db: Read, sourceId: string): Promise<Merge | undefined> {
  const [merge] = await db
    .select()
    .from(merges)
    .where(and(eq(merges.sourceId, sourceId), inArray(merges.state, holding)))
  return merge
}

/**
 * Every merge into an idea, the oldest first, held until the end of the transaction: of two that
 * change the same copies, on PostgreSQL, one waits for the other.
 */
export async function holdMergesInto(tx: Tx, targetId: string): Promise<Merge[]> {
  const held = await tx
    .update(merges)
    .set({ votesCarried: plus(merges.votesCarried, 0) })
    .where(and(eq(merges.targetId, targetId), inArray(merges.state, holding)))
    .returning()
  return held.sort(
    (one, other) => +one.mergedAt! - +other.mergedAt! || (one.id < other.id ? -1 : 1),
  )
}

const isBringing = ({ state }: Merge) => bringing.some((one) => one === state)

/**
 * Brings some people's votes or choices along a merge, and further where the target has itself gone
 * into another idea; every counter is right after it, and doing it twice changes nothing. Answers
 * where the next begin (`last`), or `stopped` when the merge is not being made any more.
 */
export async function carryBatch(tx: Tx, merge: Merge, cargo: Cargo, from: Batch) {
  const page = await pageOf(tx, cargo, merge, from)
  return (await bring(tx, merge, cargo, page.personIds)) ? page : 'stopped'
}

async function bring(tx: Tx, merge: Merge, cargo: Cargo, personIds: string[]): Promise<boolean> {
  const held = await holdMergesInto(tx, merge.targetId)
  const ours = held.find(({ id }) => id === merge.id)
  if (!ours || !isBringing(ours)) return false
  if (personIds.length) await carry(tx, ours, cargo, personIds)
  const above = await mergeOf(tx, merge.targetId)
  if (above) await bring(tx, above, cargo, personIds)
  return true
}

async function carry(tx: Tx, merge: Merge, cargo: Cargo, personIds: string[]) {
  if (cargo === 'follows') return carryFollows(tx, merge, personIds)
  const brought = await carryVotes(tx, merge, personIds)
  await countCarried(tx, merge.targetId, brought)
  if (brought)
    await tx
      .update(merges)
      .set({ votesCarried: plus(merges.votesCarried, brought) })
      .where(eq(merges.id, merge.id))
}

/**
 * Takes away what a merge brought of some people, and what went further from there; what another
 * merge into the same idea would have brought, too, stays as that one's. Answers as `carryBatch`.
 */
export async function dropBatch(tx: Tx, merge: Merge, cargo: Cargo, from: Batch) {
  const page = await pageOf(tx, cargo, merge, from)
  await renew(tx, merge, cargo, page.personIds)
  return page
}

/**
 * Brings the target of a merge up to what the sources say now, for some people whose rows in the
 * source have changed; and so on along the chain.
 */
export async function renew(tx: Tx, merge: Merge, cargo: Cargo, personIds: string[]) {
  const held = await holdMergesInto(tx, merge.targetId)
  if (!personIds.length) return
  if (cargo === 'follows') await dropFollows(tx, merge, personIds)
  else await countDropped(tx, merge, await dropVotes(tx, merge, personIds))
  for (const each of held.filter(isBringing)) await carry(tx, each, cargo, personIds)
  const above = await mergeOf(tx, merge.targetId)
  if (above) await renew(tx, above, cargo, personIds)
}

async function countDropped(tx: Tx, { id, targetId }: Merge, gone: number) {
  if (!gone) return
  await countCarried(tx, targetId, -gone)
  await tx
    .update(merges)
    .set({ votesCarried: plus(merges.votesCarried, -gone) })
    .where(eq(merges.id, id))
}

/** The merges into an idea that bring votes now. */
export const mergesInto = (db: Read, targetId: string) =>
  db
    .select()
    .from(merges)
    .where(and(eq(merges.targetId, targetId), inArray(merges.state, bringing)))
