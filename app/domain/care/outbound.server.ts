import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { caseFiles, caseMessages, cases } from '#db/schema/care.ts'
import { people } from '#db/schema/identity.ts'
import { ask } from '../jobs/job.server.ts'
import { siteSettings } from '../site/site.server.ts'
import { noteAct } from './act.server.ts'
import { caseById } from './case.server.ts'
import { threadOf } from './mail-id.rules.ts'
import { requesterOf } from './requester.server.ts'

type Sent = { id: string; caseId: string; side: 'member' | 'care' }

/**
 * Asks for an answer that has left to be mailed to whoever wrote, once. What it says is no part of
 * what was asked for: it is read as the mail leaves. Answers `asked`, or `no-address`.
 */
export async function mailAnswer(tx: Tx, { id, caseId, side }: Sent) {
  const about = side === 'care' ? await caseById(tx, caseId) : undefined
  const requester = about && (await requesterOf(tx, about))
  if (!requester) return 'no-address'
  const { email: to, locale, personId, name } = requester
  const path = personId ? `/me/cases/${caseId}` : undefined
  const params = { kind: 'case', number: about.number, name: name && ` ${name}`, path }
  const payload = { to, locale, params, template: 'case-reply', caseMessage: id }
  await ask(tx, 'mail', `case-reply:${id}`, { payload })
  return 'asked'
}

/**
 * An answer as its mail says it now: to whom, in which conversation, with its words and files where
 * the house sends them by mail, which it always does to whoever has no page to read them on.
 * `undefined` where it was deleted, or nobody is there to get it.
 */
export async function findAnswer(db: Read, messageId: string) {
  const [found] = await db
    .select({ message: caseMessages, about: cases, author: people.displayName })
    .from(caseMessages)
    .innerJoin(cases, eq(cases.id, caseMessages.caseId))
    .leftJoin(people, eq(people.id, caseMessages.authorId))
    .where(and(eq(caseMessages.id, messageId), eq(caseMessages.side, 'care')))
  if (!found || found.message.deletedAt || !found.message.sentAt) return undefined
  const requester = await requesterOf(db, found.about)
  if (!requester) return undefined
  const { answersInMail } = await siteSettings(db)
  const { message, about, author } = found
  const files = await filesOf(db, messageId)
  const isSaid = answersInMail || !requester.personId
  return {
    ...requester,
    mailKey: about.mailKey,
    author,
    body: isSaid ? message.body : undefined,
    files: requester.personId ? [] : files,
    filesCount: files.length,
    thread: threadOf(await mailIdsOf(db, about.id, messageId)),
  }
}

const filesOf = (db: Read, messageId: string) =>
  db
    .select({ id: caseFiles.id, name: caseFiles.name, kind: caseFiles.kind })
    .from(caseFiles)
    .where(and(eq(caseFiles.messageId, messageId), isNull(caseFiles.noteId)))
    .orderBy(asc(caseFiles.createdAt), asc(caseFiles.id))

async function mailIdsOf(db: Read, caseId: string, exceptId: string) {
  const named = await db
    .select({ id: caseMessages.id, mailId: caseMessages.mailId })
    .from(caseMessages)
    .where(and(eq(caseMessages.caseId, caseId), isNotNull(caseMessages.mailId)))
    .orderBy(asc(caseMessages.createdAt), asc(caseMessages.id))
    .limit(500)
  return named.filter(({ id }) => id !== exceptId).map(({ mailId }) => mailId!)
}

/** Keeps the Message-ID under which an answer leaves: what answers it, or brings it back, names it. */
export const nameMail = (tx: Tx, messageId: string, mailId: string) =>
  tx
    .update(caseMessages)
    .set({ mailId })
    .where(and(eq(caseMessages.id, messageId), isNull(caseMessages.mailId)))

/** Tells the agents that the mail with an answer did not reach whoever wrote; answers the case. */
export async function noteUndelivered(tx: Tx, by: { messageId: string } | { mailId: string }) {
  const which =
    'mailId' in by ? eq(caseMessages.mailId, by.mailId) : eq(caseMessages.id, by.messageId)
  const [message] = await tx
    .select({ caseId: caseMessages.caseId })
    .from(caseMessages)
    .where(and(which, eq(caseMessages.side, 'care')))
  if (message) await noteAct(tx, { caseId: message.caseId, actorId: null }, 'undelivered')
  return message?.caseId
}
