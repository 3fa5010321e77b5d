import { and, asc, eq, isNull, lt, lte, or } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { jobs } from '#db/schema/jobs.ts'
import { now } from '#db/time.ts'

export type Job = typeof jobs.$inferSelect

const leaseMs = 60_000
const mostAttempts = 8
const minute = 60_000

/**
 * Asks for something slow to be done after the commit: `kind` says what, `key` what must not
 * happen twice (asking again with the same key changes nothing), `runAt` when at the earliest.
 */
export async function ask(
  tx: Tx,
  kind: string,
  key: string,
  { payload, runAt = now() }: { payload: Record<string, unknown>; runAt?: Date },
) {
  await tx.insert(jobs).values({ kind, key, payload, runAt }).onConflictDoNothing()
}

/** Takes up to `most` due jobs for a minute; whoever dies with them leaves them to the next taker. */
export async function lease(tx: Tx, kinds: string[], most: number): Promise<Job[]> {
  const moment = now()
  const free = or(isNull(jobs.leasedUntil), lt(jobs.leasedUntil, moment))
  const due = await tx
    .select()
    .from(jobs)
    .where(and(eq(jobs.state, 'waiting'), lte(jobs.runAt, moment), free))
    .orderBy(asc(jobs.runAt))
    .limit(most)
  const taken = []
  for (const { id, kind } of due.filter((job) => kinds.includes(job.kind))) {
    const [job] = await tx
      .update(jobs)
      .set({ leasedUntil: new Date(moment.getTime() + leaseMs), attempts: plus(jobs.attempts, 1) })
      .where(and(eq(jobs.id, id), eq(jobs.kind, kind), eq(jobs.state, 'waiting'), free))
      .returning()
    if (job) taken.push(job)
  }
  return taken
}

/** Marks a job as done. */
export async function finish(tx: Tx, jobId: string) {
  await tx
    .update(jobs)
    .set({ state: 'done', doneAt: now(), leasedUntil: null })
    .where(eq(jobs.id, jobId))
}

/** Puts a failed job back with a growing pause (1, 2, 4 … minutes), or, after 8 attempts, aside for the staff. */
export async function fail(tx: Tx, job: Job, reason: string) {
  const dead = job.attempts >= mostAttempts
  const runAt = new Date(now().getTime() + minute * 2 ** (job.attempts - 1))
  await tx
    .update(jobs)
    .set({
      state: dead ? 'dead' : 'waiting',
      runAt,
      leasedUntil: null,
      lastError: reason.slice(0, 500),
    })
    .where(eq(jobs.id, job.id))
}

/** Gives a dead job another life, from now on. */
export async function retry(tx: Tx, jobId: string) {
  await tx
    .update(jobs)
    .set({ state: 'waiting', attempts: 0, runAt: now(), leasedUntil: null })
    .where(and(eq(jobs.id, jobId), eq(jobs.state, 'dead')))
}
