import { and, asc, eq, gt, gte, inArray, isNull, lt, lte, or } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { jobs } from '#db/schema/jobs.ts'
import { now } from '#db/time.ts'

export type Job = typeof jobs.$inferSelect
export type Wish = {
  kind: string
  key: string
  payload: Record<string, unknown>
  runAt?: Date
}

export const leaseMs = 60_000
const mostAttempts = 12
const minute = 60_000
const longestPause = 360 * minute

/**
 * Asks for something slow to be done after the commit: `kind` says what, `key` what must not
 * happen twice, `runAt` when at the earliest. Answers `asked`, or `already-asked` (nothing changed).
 */
export async function ask(
  tx: Tx,
  kind: string,
  key: string,
  { payload, runAt }: { payload: Record<string, unknown>; runAt?: Date },
) {
  const [first] = await askAll(tx, [{ kind, key, payload, runAt }])
  return first ? 'asked' : 'already-asked'
}

/** As `ask`, for many at once; answers the keys that were not asked before. */
export async function askAll(tx: Tx, wishes: Wish[]) {
  if (!wishes.length) return []
  const asked = await tx
    .insert(jobs)
    .values(wishes.map((wish) => ({ ...wish, runAt: wish.runAt ?? now() })))
    .onConflictDoNothing()
    .returning({ key: jobs.key })
  return asked.map(({ key }) => key)
}

/** A lease that ended, or one of an impossible future: the clock of the machine was put back. */
function isFree(moment: Date) {
  const { leasedUntil } = jobs
  // Twice the lease, because another process may have looked at its clock a little later than we did.
  const longest = new Date(moment.getTime() + 2 * leaseMs)
  return or(isNull(leasedUntil), lt(leasedUntil, moment), gt(leasedUntil, longest))
}

function isDue(kind: string, moment: Date) {
  const due = [eq(jobs.kind, kind), eq(jobs.state, 'waiting'), lte(jobs.runAt, moment)]
  return and(...due, isFree(moment))
}

/** Whether there is anything of this kind to do now; asked before `lease`, so that idling writes nothing. */
export async function anythingDue(db: Read, kind: string) {
  const [job] = await db.select({ id: jobs.id }).from(jobs).where(isDue(kind, now())).limit(1)
  return !!job
}

/**
 * Takes up to `most` due jobs of a kind for a minute. Whoever dies with them leaves them to the
 * next taker; one that has outlived too many takers is put aside for the staff.
 */
export async function lease(tx: Tx, kind: string, most: number): Promise<Job[]> {
  const moment = now()
  await tx
    .update(jobs)
    .set({ state: 'dead', leasedUntil: null, lastError: 'lost: nobody who took it came back' })
    .where(and(isDue(kind, moment), gte(jobs.attempts, mostAttempts)))
  const due = await tx
    .select({ id: jobs.id })
    .from(jobs)
    .where(isDue(kind, moment))
    .orderBy(asc(jobs.runAt))
    .limit(most)
  if (!due.length) return []
  const ids = due.map(({ id }) => id)
  // The guard is asked again: on PostgreSQL another process may have been faster.
  return tx
    .update(jobs)
    .set({ leasedUntil: new Date(moment.getTime() + leaseMs), attempts: plus(jobs.attempts, 1) })
    .where(and(inArray(jobs.id, ids), isDue(kind, moment)))
    .returning()
}

/** Marks a job as done; `payload` replaces what it was asked with, where that must not be kept. */
export async function finish(tx: Tx, jobId: string, payload?: Record<string, unknown>) {
  const kept = payload ? { payload } : {}
  await tx
    .update(jobs)
    .set({ state: 'done', doneAt: now(), leasedUntil: null, lastError: null, ...kept })
    .where(eq(jobs.id, jobId))
}

/**
 * Puts a failed job back with a growing pause (1, 2, 4 … minutes, six hours at most); after 12
 * attempts, or at once where it failed `forGood`, aside for the staff. Nothing happens when
 * somebody else has taken it meanwhile.
 */
export async function fail(tx: Tx, job: Job, reason: string, forGood = false) {
  const dead = forGood || job.attempts >= mostAttempts
  const pause = Math.min(minute * 2 ** (job.attempts - 1), longestPause)
  await tx
    .update(jobs)
    .set({
      state: dead ? 'dead' : 'waiting',
      runAt: new Date(now().getTime() + pause),
      leasedUntil: null,
      lastError: reason.slice(0, 500),
    })
    .where(and(eq(jobs.id, job.id), eq(jobs.state, 'waiting'), eq(jobs.attempts, job.attempts)))
}

/** Lets a job that waits or was put aside run at once, with all its attempts again. */
export async function retry(tx: Tx, jobId: string) {
  const [again] = await tx
    .update(jobs)
    .set({ state: 'waiting', attempts: 0, runAt: now(), leasedUntil: null })
    .where(and(eq(jobs.id, jobId), inArray(jobs.state, ['waiting', 'dead']), isFree(now())))
    .returning({ id: jobs.id })
  return again ? 'retried' : 'not-waiting'
}
