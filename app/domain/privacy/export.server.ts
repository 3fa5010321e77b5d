import { and, desc, eq, gt, inArray, lte } from 'drizzle-orm'
import { secretId } from '#db/columns.ts'
import type { Read, Tx } from '#db/database.server.ts'
import { dataExports } from '#db/schema/privacy.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { ask } from '../jobs/job.server.ts'

const hour = 3_600_000
/** For how long a copy can be fetched once it is there, in hours. */
export const hoursKept = 24

const latest = (db: Read, personId: string) =>
  db
    .select()
    .from(dataExports)
    .where(eq(dataExports.personId, personId))
    .orderBy(desc(dataExports.askedAt), desc(dataExports.id))
    .limit(1)

/** The last copy that somebody asked for, if it can still be fetched or is being made. */
export async function exportOf(db: Read, personId: string) {
  const [row] = await latest(db, personId)
  if (!row || (row.state === 'ready' && row.endsAt! <= now())) return undefined
  return row.state === 'ended' ? undefined : row
}

/**
 * Asks for a copy of all that is held of somebody; the clock makes it. Answers `asked`, or
 * `asked-already` while one is being made or can be fetched.
 */
export async function askExport(tx: Tx, { id: personId }: { id: string }) {
  const there = await exportOf(tx, personId)
  if (there && there.state !== 'failed') return 'asked-already'
  const [wish] = await tx
    .insert(dataExports)
    .values({ id: secretId(), personId, state: 'waiting' })
    .returning()
  await audit(tx, personId, 'export.asked', { subject: personId })
  await ask(tx, 'export', `export:${wish!.id}`, { payload: { id: wish!.id } })
  return 'asked'
}

/** A wish that the clock has in hand. */
export async function wishOf(db: Read, id: string) {
  const [row] = await db.select().from(dataExports).where(eq(dataExports.id, id))
  return row
}

/** Notes that a copy lies ready, and tells whom it is of. */
export async function exportReady(tx: Tx, id: string, bytes: number) {
  const readyAt = now()
  const endsAt = new Date(+readyAt + hoursKept * hour)
  const [row] = await tx
    .update(dataExports)
    .set({ state: 'ready', bytes, readyAt, endsAt })
    .where(and(eq(dataExports.id, id), inArray(dataExports.state, ['waiting', 'failed'])))
    .returning()
  if (!row) return
  const data = { personId: row.personId }
  await record(tx, { verb: 'export.ready', actorId: null, subjectId: id, data })
}

/** Notes that a copy could not be made; its owner may ask again. */
export async function exportFailed(tx: Tx, id: string) {
  await tx.update(dataExports).set({ state: 'failed' }).where(eq(dataExports.id, id))
}

/** The copy of `id` where it is this person's, ready and not ended; each fetch is noted for good. */
export async function fetchExport(tx: Tx, { id: personId }: { id: string }, id: string) {
  const [row] = await tx
    .select()
    .from(dataExports)
    .where(
      and(
        eq(dataExports.id, id),
        eq(dataExports.personId, personId),
        eq(dataExports.state, 'ready'),
        gt(dataExports.endsAt, now()),
      ),
    )
  if (row) await audit(tx, personId, 'export.fetched', { subject: personId })
  return row
}

/** Whether the time of any copy is over. */
export async function anyToEnd(db: Read) {
  const [row] = await db.select({ id: dataExports.id }).from(dataExports).where(isOver()).limit(1)
  return !!row
}

const isOver = () => and(eq(dataExports.state, 'ready'), lte(dataExports.endsAt, now()))

/** Ends the copies whose time is over; answers their ids, so that the files can go. */
export async function endExports(tx: Tx) {
  const ended = await tx
    .update(dataExports)
    .set({ state: 'ended' })
    .where(isOver())
    .returning({ id: dataExports.id })
  return ended.map(({ id }) => id)
}
