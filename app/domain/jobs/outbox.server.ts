import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany, pageAfter } from '#db/expressions.ts'
import { jobs } from '#db/schema/jobs.ts'
import type { Job } from './job.server.ts'
import { otherKinds } from './queue.server.ts'

const pageSize = 30

export type OutboxState = Job['state']

/** The mails of the house, newest first, 30 at a time; `after` is the last one seen. */
export async function outbox(
  db: Read,
  { state, after }: { state?: OutboxState; after?: { createdAt: Date; id: string } },
) {
  const isMail = eq(jobs.kind, 'mail')
  const next = after && pageAfter([jobs.createdAt, jobs.id], [after.createdAt, after.id])
  const mails = await db
    .select()
    .from(jobs)
    .where(and(isMail, state && eq(jobs.state, state), next))
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(pageSize + 1)
  return { mails: mails.slice(0, pageSize), more: mails.length > pageSize }
}

/** How many mails wait, were sent, and are dead. */
export async function outboxCounts(db: Read) {
  const counted = await db
    .select({ state: jobs.state, n: howMany() })
    .from(jobs)
    .where(eq(jobs.kind, 'mail'))
    .groupBy(jobs.state)
  const of = (state: OutboxState) => counted.find((row) => row.state === state)?.n ?? 0
  return { waiting: of('waiting'), done: of('done'), dead: of('dead') }
}

/** Other work of the house that was given up, the newest first, at most 50: none of it may vanish unseen. */
export const deadWork = (db: Read) =>
  db
    .select({
      id: jobs.id,
      kind: jobs.kind,
      attempts: jobs.attempts,
      lastError: jobs.lastError,
      createdAt: jobs.createdAt,
    })
    .from(jobs)
    .where(and(inArray(jobs.kind, [...otherKinds]), eq(jobs.state, 'dead')))
    .orderBy(desc(jobs.runAt))
    .limit(50)
