import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { jobs } from '#db/schema/jobs.ts'
import type { Job } from './job.server.ts'

/** Forgets a job in hand that is done: it may be asked for again, under the same key, at once. */
export async function forget(tx: Tx, { id, attempts }: Job) {
  const mine = [eq(jobs.id, id), eq(jobs.state, 'waiting'), eq(jobs.attempts, attempts)]
  await tx.delete(jobs).where(and(...mine))
}
