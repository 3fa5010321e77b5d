import { and, asc, eq, isNotNull, lte } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { jobs } from '#db/schema/jobs.ts'
import { now } from '#db/time.ts'

/** The kinds of work that somebody takes up; the mails wait where there is no mail server. */
const kinds = [
  'tell',
  'round-letters',
  'digest',
  'clean',
  'promise',
  'merge',
  'mail',
  'round',
  'remap',
  'points',
  'tally',
  'farming',
  'expiry',
  'years',
  'moderation',
  'care',
  'rating',
  'mailbox',
  'mentions',
  'mention-import',
  'export',
  'privacy',
] as const

/** The work that no page of mails shows. */
export const otherKinds = kinds.filter((kind) => kind !== 'mail')

/** How many jobs wait and how many were given up. */
export async function queueCounts(db: Read) {
  const counted = await Promise.all(
    (['waiting', 'dead'] as const).map((state) =>
      Promise.all(
        kinds.map((kind) =>
          db
            .select({ n: howMany() })
            .from(jobs)
            .where(and(eq(jobs.kind, kind), eq(jobs.state, state))),
        ),
      ),
    ),
  )
  const [waiting, dead] = counted.map((rows) => rows.reduce((sum, [row]) => sum + (row?.n ?? 0), 0))
  return { waiting: waiting!, dead: dead! }
}

/** For how many seconds the oldest job that could be done has been waiting to be; mails count where they can be sent. */
export async function oldestDue(db: Read, withMail: boolean) {
  const moment = now()
  const asked = kinds.filter((kind) => withMail || kind !== 'mail')
  const oldest = await Promise.all(
    asked.map((kind) =>
      db
        .select({ runAt: jobs.runAt })
        .from(jobs)
        .where(and(eq(jobs.kind, kind), eq(jobs.state, 'waiting'), lte(jobs.runAt, moment)))
        .orderBy(asc(jobs.runAt))
        .limit(1),
    ),
  )
  const ages = oldest.flat().map(({ runAt }) => moment.getTime() - runAt.getTime())
  return Math.max(0, ...ages) / 1000
}

/** Since when the oldest mail that the mail server did not take has been waiting, in seconds; 0 when there is none. */
export async function mailHeldUp(db: Read) {
  const [oldest] = await db
    .select({ createdAt: jobs.createdAt })
    .from(jobs)
    .where(and(eq(jobs.kind, 'mail'), eq(jobs.state, 'waiting'), isNotNull(jobs.lastError)))
    .orderBy(asc(jobs.createdAt))
    .limit(1)
  return oldest ? (now().getTime() - oldest.createdAt.getTime()) / 1000 : 0
}
