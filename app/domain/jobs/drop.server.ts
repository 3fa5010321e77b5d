import { and, eq, lt } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { jobs } from '#db/schema/jobs.ts'

/** Forgets what was asked before a moment and is not done: a story need not tell its past to anybody. */
export async function dropJobsBefore(tx: Tx, moment: Date) {
  await tx.delete(jobs).where(and(eq(jobs.state, 'waiting'), lt(jobs.createdAt, moment)))
}

/** Forgets the mails that wait: nobody of a story has a mailbox. */
export async function dropMails(tx: Tx) {
  await tx.delete(jobs).where(and(eq(jobs.state, 'waiting'), eq(jobs.kind, 'mail')))
}
