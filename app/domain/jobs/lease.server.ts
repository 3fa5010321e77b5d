import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { jobs } from '#db/schema/jobs.ts'
import { now } from '#db/time.ts'
import { type Job, leaseMs } from './job.server.ts'

/** Long work says that it lives: its job stays its own for another minute. */
export async function keepLease(tx: Tx, { id, attempts }: Job) {
  await tx
    .update(jobs)
    .set({ leasedUntil: new Date(now().getTime() + leaseMs) })
    .where(and(eq(jobs.id, id), eq(jobs.state, 'waiting'), eq(jobs.attempts, attempts)))
}

/** Puts off a job that is in hand until `moment`; that is no failure and counts as no attempt. */
export async function putOff(tx: Tx, { id, attempts }: Job, moment: Date) {
  await tx
    .update(jobs)
    .set({ runAt: moment, leasedUntil: null, attempts: attempts - 1 })
    .where(and(eq(jobs.id, id), eq(jobs.state, 'waiting'), eq(jobs.attempts, attempts)))
}
