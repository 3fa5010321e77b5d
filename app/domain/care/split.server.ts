import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { caseFiles, caseMessages, cases } from '#db/schema/care.ts'
import { at } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { noteAct } from './act.server.ts'
import type { Case } from './case.server.ts'
import { followClocks } from './clock.server.ts'
import type { Message } from './message.server.ts'
import { openCase } from './open.server.ts'
import { indexCase } from './search.server.ts'

type Wish = { messageId: string; subject: string; topicId: string }

/**
 * Makes a case of its own of a message that is about something else: the message with its files goes
 * there, with the moment at which it was written, and its clocks run since then. Answers the new case;
 * `no-such-message`, none that the member wrote into this case; `only-one`, nothing would be left.
 */
export async function splitMessage(
  tx: Tx,
  agent: { id: string },
  found: Case,
  { messageId, subject, topicId }: Wish,
) {
  const message = await taken(tx, found, messageId)
  if (typeof message === 'string') return message
  const { personId, email, name, locale, product, batch, shop } = found
  const { body, quoted, via, mailId, createdAt } = message
  await tx.delete(caseMessages).where(eq(caseMessages.id, messageId))
  const opened = await at(createdAt, () =>
    openCase(tx, {
      ...{ topicId, subject, body, quoted, via, mailId, personId, email: email ?? undefined },
      ...{ name, locale, product, batch, shop, source: 'staff', isConfirmed: true },
      openedBy: agent.id,
    }),
  )
  await moveFiles(tx, messageId, opened.id)
  await recount(tx, found.id)
  await noteAct(tx, { caseId: found.id, actorId: agent.id }, 'split', {
    number: opened.number,
    id: opened.id,
  })
  await noteAct(tx, { caseId: opened.id, actorId: agent.id }, 'split-from', {
    number: found.number,
    id: found.id,
  })
  await audit(tx, agent.id, 'case.split', { subject: found.id, into: opened.id })
  await indexCase(tx, found.id)
  return opened
}

async function taken(tx: Tx, { id: caseId }: Case, messageId: string) {
  const theirs = await tx
    .select()
    .from(caseMessages)
    .where(
      and(
        eq(caseMessages.caseId, caseId),
        eq(caseMessages.side, 'member'),
        isNull(caseMessages.deletedAt),
      ),
    )
  const message = theirs.find(({ id }) => id === messageId)
  if (!message) return 'no-such-message'
  return theirs.length > 1 ? message : 'only-one'
}

async function moveFiles(tx: Tx, messageId: string, caseId: string) {
  const [first] = await tx.select().from(caseMessages).where(eq(caseMessages.caseId, caseId))
  await tx
    .update(caseFiles)
    .set({ caseId, messageId: first!.id })
    .where(eq(caseFiles.messageId, messageId))
}

/** What a case says of its messages, from those that it still has. */
async function recount(tx: Tx, caseId: string) {
  const left = await tx
    .select()
    .from(caseMessages)
    .where(and(eq(caseMessages.caseId, caseId), isNotNull(caseMessages.sentAt)))
    .orderBy(asc(caseMessages.createdAt), asc(caseMessages.id))
  const lastOf = (side: Message['side']) => left.findLast((one) => one.side === side)?.createdAt
  const isUnanswered = left.at(-1)?.side === 'member'
  await tx
    .update(cases)
    .set({
      messagesCount: left.length,
      isUnanswered,
      lastMemberAt: lastOf('member') ?? null,
      ...(left.length && { lastMessageAt: left.at(-1)!.createdAt }),
      version: plus(cases.version, 1),
    })
    .where(eq(cases.id, caseId))
  if (!isUnanswered) await followClocks(tx, caseId, 'nothing-asked')
}
