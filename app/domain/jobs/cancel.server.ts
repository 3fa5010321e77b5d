import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { jobs } from '#db/schema/jobs.ts'

/** Forgets what was asked for and nobody has begun: `cancelled`, or `begun-already`. */
export async function cancel(tx: Tx, key: string) {
  const untouched = [eq(jobs.state, 'waiting'), eq(jobs.attempts, 0), isNull(jobs.leasedUntil)]
  const [gone] = await tx
    .delete(jobs)
    .where(and(eq(jobs.key, key), ...untouched))
    .returning({ id: jobs.id })
  return gone ? 'cancelled' : 'begun-already'
}
