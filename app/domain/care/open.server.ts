import { and, eq, isNull } from 'drizzle-orm'
import { newId, secretId } from '#db/columns.ts'
import type { Tx } from '#db/database.server.ts'
import { caseMessages, cases, caseTopics } from '#db/schema/care.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { foldedEmail } from '../identity/name.rules.ts'
import { noteAct } from './act.server.ts'
import type { Case } from './case.server.ts'
import { followClocks } from './clock.server.ts'
import { placeFiles, waitingFiles } from './file.server.ts'
import { nextCaseNumber } from './number.server.ts'
import { indexCase } from './search.server.ts'
import { neverDue, urgencyOf } from './state.rules.ts'

export type NewCase = Pick<Case, 'topicId' | 'subject' | 'locale' | 'source'> &
  Partial<Pick<Case, 'personId' | 'email' | 'name' | 'sourceId' | 'product' | 'batch' | 'shop'>> & {
    /** Null where care writes first: its message is added to the case that is answered. */
    body: string | null
    /** False where somebody signed out must follow the link in a mail first. */
    isConfirmed: boolean
    fileIds?: string[]
    via?: 'site' | 'mail'
    quoted?: string
    mailId?: string | null
    /** Who of the staff opened it, where somebody did. */
    openedBy?: string
  }

/**
 * Opens a case with its first message, and answers it. What it was made from (`source`, `sourceId`)
 * makes one case only: the second time the first one is answered, as it is. Until it is confirmed no
 * agent sees it and no clock runs.
 */
export async function openCase(tx: Tx, wish: NewCase): Promise<Case> {
  const moment = now()
  const [opened] = await tx
    .insert(cases)
    .values({
      ...(await rowOf(tx, wish)),
      lastMessageAt: moment,
      ...begunBy(wish, moment),
      createdAt: moment,
    })
    .onConflictDoNothing()
    .returning()
  if (!opened) return caseOfSource(tx, wish)

  if (wish.body !== null) await writeFirst(tx, opened, { ...wish, body: wish.body })
  if (wish.isConfirmed) await announce(tx, opened, wish.openedBy ?? opened.personId)
  return opened
}

/** Where care writes first nobody waits for an answer yet. */
const begunBy = ({ body }: NewCase, moment: Date) =>
  body === null
    ? { messagesCount: 0, isUnanswered: false, lastMemberAt: null }
    : { messagesCount: 1, isUnanswered: true, lastMemberAt: moment }

async function writeFirst(tx: Tx, opened: Case, wish: NewCase & { body: string }) {
  const messageId = newId()
  await tx.insert(caseMessages).values({
    id: messageId,
    caseId: opened.id,
    side: 'member',
    authorId: opened.personId,
    body: wish.body,
    quoted: wish.quoted ?? '',
    via: wish.via ?? 'site',
    mailId: wish.mailId ?? null,
    sentAt: opened.createdAt,
    createdAt: opened.createdAt,
  })
  const files = await waitingFiles(tx, wish.openedBy ?? opened.personId, wish.fileIds ?? [])
  await placeFiles(
    tx,
    { caseId: opened.id, messageId },
    files.map(({ id }) => id),
  )
}

async function rowOf(tx: Tx, wish: NewCase) {
  const { topicId, subject, locale, source, personId, sourceId, name, product, batch, shop } = wish
  const [topic] = await tx.select().from(caseTopics).where(eq(caseTopics.id, topicId))
  const priority = topic?.priority ?? 'normal'
  return {
    // What is not said has its default in the table.
    ...{ topicId, subject, locale, source, personId, sourceId, name, product, batch, shop },
    ...addressOf(wish.email),
    id: secretId(),
    number: await nextCaseNumber(tx),
    priority,
    urgency: urgencyOf(priority),
    confirmedAt: wish.isConfirmed ? now() : null,
    mailKey: secretId().replaceAll('-', ''),
    dueAt: neverDue,
  }
}

function addressOf(typed?: string | null) {
  const email = typed?.trim()
  return email ? { email, emailFolded: foldedEmail(email) } : {}
}

async function caseOfSource(tx: Tx, { source, sourceId }: NewCase) {
  const of = and(eq(cases.source, source), eq(cases.sourceId, sourceId ?? ''))
  const [known] = await tx.select().from(cases).where(of)
  return known!
}

/**
 * Whoever wrote signed out has followed the link: from now on care sees the case, and its clocks run.
 * Answers the case, `undefined` where it is gone or was confirmed before.
 */
export async function confirmCase(tx: Tx, id: string): Promise<Case | undefined> {
  const [confirmed] = await tx
    .update(cases)
    .set({ confirmedAt: now(), lastMessageAt: now() })
    .where(and(eq(cases.id, id), isNull(cases.confirmedAt)))
    .returning()
  if (confirmed) await announce(tx, confirmed, null)
  return confirmed
}

async function announce(tx: Tx, opened: Case, actorId: string | null) {
  await noteAct(tx, { caseId: opened.id, actorId }, 'opened', { source: opened.source })
  await indexCase(tx, opened.id)
  await followClocks(tx, opened.id, opened.messagesCount ? 'opened' : 'opened-by-care')
  await record(tx, { verb: 'case.opened', actorId, subjectId: opened.id })
}
