import { and, desc, eq, gt, gte, isNotNull, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { promises, questions } from '#db/schema/promises.ts'
import { now } from '#db/time.ts'
import {
  addWorkingDays,
  addWorkingMinutes,
  type Calendar,
  workingDaysOf,
  workingMinutesBetween,
} from '../site/calendar.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import type { Outcome } from './promise.rules.ts'

/** A promise of an answer, as it is stored. */
export type AnswerPromise = typeof promises.$inferSelect

const { ideaId: ofIdea, endedAt, pausedAt, dueAt } = promises
const running = (ideaId: string) => and(eq(ofIdea, ideaId), isNull(endedAt))

/** The promise that an idea waits on now, if any. */
export async function runningPromise(db: Read, ideaId: string): Promise<AnswerPromise | undefined> {
  const [promise] = await db.select().from(promises).where(running(ideaId))
  return promise
}

type Start = {
  ideaId: string
  status: string
  /** Working days, the day of today not among them. */
  days: number
  startedBy?: string
  origin?: AnswerPromise['origin']
}

/**
 * Promises an answer within so many working days from now: due at the end of business of the last.
 * Changes nothing where a promise runs already.
 */
export async function startPromise(tx: Tx, { startedBy, origin = 'move', ...start }: Start) {
  const { calendar } = await siteSettings(tx)
  const startedAt = now()
  const dueAt = addWorkingDays(calendar, startedAt, start.days)
  await tx
    .insert(promises)
    .values({ ...start, startedBy: startedBy ?? null, origin, startedAt, dueAt })
    .onConflictDoNothing()
}

/**
 * The answer is there: ends the promise of an idea as kept or late, by the clock that stood during
 * pauses. An `uncounted` one ends without being judged. `by` is the move that answered.
 */
export async function endPromise(
  tx: Tx,
  ideaId: string,
  { by, uncounted }: { by?: string; uncounted?: boolean },
) {
  const promise = await runningPromise(tx, ideaId)
  if (!promise) return
  const moment = now()
  const { calendar } = await siteSettings(tx)
  const inTime = (promise.pausedAt ?? moment) <= promise.dueAt
  const outcome: Outcome = uncounted ? 'uncounted' : inTime ? 'kept' : 'late'
  const tookDays = uncounted ? null : await daysTaken(tx, promise, calendar)
  await tx
    .update(promises)
    .set({ endedAt: moment, endedBy: by ?? null, outcome, tookDays })
    .where(and(eq(promises.id, promise.id), isNull(endedAt)))
}

/** From the start to now in working days, the time that the ball was with the author left out. */
async function daysTaken(db: Read, { ideaId, startedAt }: AnswerPromise, calendar: Calendar) {
  const moment = now()
  const asked = await db
    .select({ askedAt: questions.askedAt, answeredAt: questions.answeredAt })
    .from(questions)
    .where(and(eq(questions.ideaId, ideaId), gte(questions.askedAt, startedAt)))
  const between = (from: Date, to: Date) => workingMinutesBetween(calendar, from, to)
  const waited = asked.reduce(
    (sum, { askedAt, answeredAt }) => sum + between(askedAt, answeredAt ?? moment),
    0,
  )
  return workingDaysOf(calendar, Math.max(0, between(startedAt, moment) - waited))
}

/** Stops the clock of an idea's promise, where it runs and is not late yet. */
export async function pausePromise(tx: Tx, ideaId: string) {
  const moment = now()
  await tx
    .update(promises)
    .set({ pausedAt: moment })
    .where(and(running(ideaId), isNull(pausedAt), gt(dueAt, moment)))
}

/** Lets the clock go on from where it stood: what working time was left begins now. */
export async function resumePromise(tx: Tx, ideaId: string) {
  const promise = await runningPromise(tx, ideaId)
  if (!promise?.pausedAt) return
  const { calendar } = await siteSettings(tx)
  const left = workingMinutesBetween(calendar, promise.pausedAt, promise.dueAt)
  await tx
    .update(promises)
    .set({ dueAt: addWorkingMinutes(calendar, now(), left), pausedAt: null })
    .where(and(running(ideaId), eq(pausedAt, promise.pausedAt)))
}

/**
 * A move was undone as if it had never been: the promise that it began is gone, the one that it ended
 * runs (or stands) exactly as before, and the questions that it closed are open again.
 */
export async function restorePromise(
  tx: Tx,
  { ideaId, moveId }: { ideaId: string; moveId: string },
) {
  await tx.delete(promises).where(and(eq(ofIdea, ideaId), eq(promises.startedBy, moveId)))
  await tx
    .update(promises)
    .set({ endedAt: null, endedBy: null, outcome: null, tookDays: null })
    .where(and(eq(ofIdea, ideaId), eq(promises.endedBy, moveId)))
  await tx
    .update(questions)
    .set({ answeredAt: null, closedHow: null, closedBy: null })
    .where(and(eq(questions.ideaId, ideaId), eq(questions.closedBy, moveId)))
}

/**
 * An idea is back from where it had been sent without an answer: its last promise goes on with the
 * working time that was left. Answers whether there was one.
 */
export async function takeUpPromise(tx: Tx, ideaId: string, status: string) {
  const [last] = await tx
    .select()
    .from(promises)
    .where(and(eq(ofIdea, ideaId), isNotNull(endedAt)))
    .orderBy(desc(promises.startedAt), desc(promises.id))
    .limit(1)
  if (last?.outcome !== 'uncounted' || last.status !== status) return false
  const stoodSince = last.pausedAt ?? last.endedAt!
  await tx
    .update(promises)
    .set({ endedAt: null, endedBy: null, outcome: null, pausedAt: stoodSince })
    .where(eq(promises.id, last.id))
  await resumePromise(tx, ideaId)
  return true
}

/** The idea stands in another status by a change of the workflow; what was promised stays promised. */
export async function carryPromise(tx: Tx, ideaId: string, status: string) {
  await tx.update(promises).set({ status }).where(running(ideaId))
}
