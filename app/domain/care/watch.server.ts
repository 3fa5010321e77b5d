import { and, asc, eq, isNotNull, isNull, lte, lt } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { isOneOf } from '#db/expressions.ts'
import { cases } from '#db/schema/care.ts'
import { caseClocks } from '#db/schema/care-clocks.ts'
import { casePresence } from '#db/schema/care-desk.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { siteSettings } from '../site/site.server.ts'
import { noteAct } from './act.server.ts'
import { bring } from './change.server.ts'

const atOnce = 100
const day = 86_400_000
const hour = 3_600_000

const ticks = and(isNull(caseClocks.endedAt), isNull(caseClocks.pausedAt))
const toWarn = () => and(lte(caseClocks.warnAt, now()), isNull(caseClocks.warnedAt), ticks)
const toBreak = () => and(lte(caseClocks.dueAt, now()), isNull(caseClocks.breachedAt), ticks)
const asleep = () => and(isNotNull(cases.snoozedUntil), lte(cases.snoozedUntil, now()))

async function overSince(db: Read) {
  const { reopenDays } = await siteSettings(db)
  const before = new Date(+now() - reopenDays * day)
  return and(isNotNull(cases.solvedAt), isNull(cases.closedAt), lt(cases.solvedAt, before))
}

/** Whether a case wakes, is closed, or runs late: whether the clock of care has anything to do. */
export async function anythingToWatch(db: Read) {
  const { id } = caseClocks
  for (const where of [toWarn(), toBreak()])
    if ((await db.select({ id }).from(caseClocks).where(where).limit(1)).length) return true
  for (const where of [asleep(), await overSince(db)])
    if ((await db.select({ id: cases.id }).from(cases).where(where).limit(1)).length) return true
  return false
}

/** Wakes the cases whose moment has come; answers whether there may be more. */
export async function wake(tx: Tx) {
  const due = await tx.select().from(cases).where(asleep()).limit(atOnce)
  for (const found of due) {
    if (found.state === 'snoozed') await bring(tx, found, 'open', { actorId: null })
    else await tx.update(cases).set({ snoozedUntil: null }).where(eq(cases.id, found.id))
  }
  return due.length === atOnce
}

/** Closes the solved cases that their members did not open again in time; answers whether there may be more. */
export async function closeSolved(tx: Tx) {
  const over = await tx
    .select()
    .from(cases)
    .where(await overSince(tx))
    .limit(atOnce)
  for (const found of over) await bring(tx, found, 'closed', { actorId: null })
  return over.length === atOnce
}

/** Tells of the clocks that are about to run out, each once; answers whether there may be more. */
export async function warn(tx: Tx) {
  const near = await tx
    .update(caseClocks)
    .set({ warnedAt: now() })
    .where(isOneOf(caseClocks.id, await firstOf(tx, toWarn())))
    .returning()
  for (const { caseId, clock } of near) {
    await noteAct(tx, { caseId, actorId: null }, 'warned', { clock })
    const [found] = await tx.select().from(cases).where(eq(cases.id, caseId))
    const data = { assigneeId: found?.assigneeId ?? null, clock }
    await record(tx, { verb: 'case.breaching', actorId: null, subjectId: caseId, data })
  }
  return near.length === atOnce
}

/** Marks the clocks that have run out; answers whether there may be more. */
export async function markBroken(tx: Tx) {
  const late = await tx
    .update(caseClocks)
    .set({ breachedAt: now() })
    .where(isOneOf(caseClocks.id, await firstOf(tx, toBreak())))
    .returning()
  for (const { caseId, clock } of late)
    await noteAct(tx, { caseId, actorId: null }, 'breached', { clock })
  return late.length === atOnce
}

async function firstOf(tx: Tx, where: ReturnType<typeof toWarn>) {
  const rows = await tx
    .select({ id: caseClocks.id })
    .from(caseClocks)
    .where(where)
    .orderBy(asc(caseClocks.dueAt))
    .limit(atOnce)
  return rows.map(({ id }) => id)
}

/** Forgets who had a case open an hour ago. */
export const forgetPresence = (tx: Tx) =>
  tx.delete(casePresence).where(lt(casePresence.seenAt, new Date(+now() - hour)))
