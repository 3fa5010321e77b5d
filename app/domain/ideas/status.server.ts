import { and, asc, eq, gt, isNull, ne } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { ideas, statuses } from '#db/schema/ideas.ts'
import { now } from '#db/time.ts'
import type { Status } from './idea.server.ts'

export type StatusLook = Omit<Status, 'id' | 'position' | 'retiredAt' | 'retiredInto'>

/**
 * Every status as it is now, and nobody else's to change until the commit: whoever changes one comes
 * through here, so that of two who do so at once the second sees what the first has done.
 */
export async function claimStatuses(tx: Tx) {
  await tx
    .update(statuses)
    .set({ position: plus(statuses.position, 0) })
    .where(eq(statuses.id, 'voting'))
  return tx.select().from(statuses).orderBy(asc(statuses.position), asc(statuses.id))
}

/** Writes a new status behind `position`; those that follow make room. */
export async function writeStatus(tx: Tx, id: string, position: number, look: StatusLook) {
  await tx
    .update(statuses)
    .set({ position: plus(statuses.position, 1) })
    .where(gt(statuses.position, position))
  await tx.insert(statuses).values({ id, position: position + 1, ...look })
}

/** Gives a status another look, or other rules; its ideas stay in it. */
export async function rewriteStatus(tx: Tx, id: string, look: StatusLook) {
  await tx.update(statuses).set(look).where(eq(statuses.id, id))
}

/** Puts the statuses into the order of `ids`. */
export async function orderStatuses(tx: Tx, ids: string[]) {
  for (const [position, id] of ids.entries())
    await tx.update(statuses).set({ position }).where(eq(statuses.id, id))
}

/** Takes a status out of use: what leads to it, now or by an older retirement, leads to `into`. */
export async function closeStatus(tx: Tx, id: string, into: string) {
  await tx.update(statuses).set({ retiredInto: into }).where(eq(statuses.retiredInto, id))
  await tx
    .update(statuses)
    .set({ retiredAt: now(), retiredInto: into })
    .where(and(eq(statuses.id, id), isNull(statuses.retiredAt)))
}

/** Takes a retired status into use again; the ideas that left it stay where they are. */
export async function reopenStatus(tx: Tx, id: string) {
  await tx.update(statuses).set({ retiredAt: null, retiredInto: null }).where(eq(statuses.id, id))
}

/** Some ideas that a status should no longer hold as they are: all of a retired one, else those met in another place. */
export function misplacedIdeas(
  db: Read,
  { id, place, retiredAt }: Pick<Status, 'id' | 'place' | 'retiredAt'>,
  most: number,
) {
  const elsewhere = retiredAt ? undefined : ne(ideas.place, place)
  return db
    .select()
    .from(ideas)
    .where(and(eq(ideas.status, id), elsewhere))
    .limit(most)
}
