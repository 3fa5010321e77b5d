import { desc, eq, gt } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { cases } from '#db/schema/care.ts'
import { inboundMails, mailboxes } from '#db/schema/care-mail.ts'
import { now } from '#db/time.ts'

const day = 86_400_000

/** How far a mailbox was read, and what went wrong last; `undefined` where it never was. */
export async function findMailbox(db: Read, id: string) {
  const [found] = await db.select().from(mailboxes).where(eq(mailboxes.id, id))
  return found
}

/** Notes how far a mailbox was read; its last fault is over. */
export async function noteRead(tx: Tx, id: string, upTo: { validity: string; lastUid: number }) {
  const read = { ...upTo, lastError: null, readAt: now() }
  await tx
    .insert(mailboxes)
    .values({ id, ...read })
    .onConflictDoUpdate({ target: mailboxes.id, set: read })
}

/** Notes why a mailbox could not be read; how far it was stays. */
export async function noteFault(tx: Tx, id: string, fault: string) {
  const lastError = fault.slice(0, 300)
  await tx
    .insert(mailboxes)
    .values({ id, validity: '', lastUid: 0, lastError })
    .onConflictDoUpdate({ target: mailboxes.id, set: { lastError } })
}

/** Notes a mail that the house could not take; it stays in the mailbox, unread. */
export async function noteFailedMail(tx: Tx, id: string, detail: string) {
  await tx
    .insert(inboundMails)
    .values({ id, fromFolded: '', outcome: 'failed', detail: detail.slice(0, 100), at: now() })
    .onConflictDoNothing()
}

/** What became of the mails of the last week, how many of each kind. */
export const inboundCounts = (db: Read) =>
  db
    .select({ outcome: inboundMails.outcome, n: howMany() })
    .from(inboundMails)
    .where(gt(inboundMails.at, new Date(+now() - 7 * day)))
    .groupBy(inboundMails.outcome)

/** The mails that came last, at most 30, with the number of the case that each went to. */
export const latestInbound = (db: Read) =>
  db
    .select({
      id: inboundMails.id,
      from: inboundMails.fromFolded,
      outcome: inboundMails.outcome,
      detail: inboundMails.detail,
      at: inboundMails.at,
      caseId: inboundMails.caseId,
      number: cases.number,
    })
    .from(inboundMails)
    .leftJoin(cases, eq(cases.id, inboundMails.caseId))
    .orderBy(desc(inboundMails.at), desc(inboundMails.id))
    .limit(30)
