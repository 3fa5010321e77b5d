import { and, eq, gt, isNull, ne } from 'drizzle-orm'
import { newId } from '#db/columns.ts'
import type { Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { caseMessages, cases } from '#db/schema/care.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { ask } from '../jobs/job.server.ts'
import { cancel } from '../jobs/cancel.server.ts'
import { siteSettings } from '../site/site.server.ts'
import { noteAct } from './act.server.ts'
import { type Case, caseById, standingCase } from './case.server.ts'
import { followClocks } from './clock.server.ts'
import { placeFiles, waitingFiles } from './file.server.ts'
import { letLeave } from './leave.server.ts'
import { indexCase } from './search.server.ts'
import { clockStepOf, isShut, stateOnceWritten } from './state.rules.ts'

export type Message = typeof caseMessages.$inferSelect

/** How long an answer can be taken back. */
export const takeBackMs = 10_000
/** How long who wrote a message may delete it. */
export const deletableMs = 10 * 60_000

export type NewMessage = {
  side: 'member' | 'care'
  authorId: string | null
  body: string
  quoted?: string
  via?: 'site' | 'mail'
  mailId?: string | null
  /** An answer of care that is kept back until then; without it, it leaves at once. */
  leavesAt?: Date
  /** The state in which the case is once the answer has left; without it, open. */
  leavesAs?: 'open' | 'waiting' | 'solved'
  fileIds?: string[]
}

/**
 * Writes what the member or care says into a case, or into the one that it was merged into; answers
 * the message. The member's word brings a case back from waiting, from its sleep, and from solved
 * while it may be opened again; an answer changes the case when it leaves. Answers `shut` where
 * nobody writes any more, `known` for a mail that came before; neither changes anything.
 */
export async function addMessage(tx: Tx, given: Case, wish: NewMessage) {
  const known = await caseById(tx, given.id)
  if (!known) return 'shut'
  const found = await standingCase(tx, known)
  const { reopenDays } = await siteSettings(tx)
  if (isShut(found, reopenDays, now())) return 'shut'

  const message = await written(tx, found, wish)
  if (!message) return 'known'
  const files = await waitingFiles(tx, wish.authorId, wish.fileIds ?? [])
  await placeFiles(
    tx,
    { caseId: found.id, messageId: message.id },
    files.map(({ id }) => id),
  )
  if (wish.side === 'member') await heard(tx, found, message)
  else await answered(tx, message)
  await indexCase(tx, found.id)
  return message
}

async function written(tx: Tx, { id: caseId }: Case, wish: NewMessage) {
  const { side, authorId, body, quoted = '', via = 'site', mailId = null } = wish
  const { leavesAt = null, leavesAs = null } = wish
  const createdAt = now()
  const sentAt = side === 'member' ? createdAt : null
  const row = { id: newId(), caseId, side, authorId, body, quoted, via, mailId }
  const [message] = await tx
    .insert(caseMessages)
    .values({ ...row, leavesAt, leavesAs, sentAt, createdAt })
    .onConflictDoNothing()
    .returning()
  return message
}

/** The member has the last word: somebody owes them an answer. */
async function heard(tx: Tx, { id }: Case, { createdAt, authorId }: Message) {
  // The row is held first: who solves the case at the same moment is waited for.
  const [before] = await tx
    .update(cases)
    .set({
      messagesCount: plus(cases.messagesCount, 1),
      lastMessageAt: createdAt,
      lastMemberAt: createdAt,
      isUnanswered: true,
      snoozedUntil: null,
      solvedAt: null,
    })
    .where(eq(cases.id, id))
    .returning()
  const { state, assigneeId } = before!
  const to = stateOnceWritten(state)
  if (to !== state) {
    await tx
      .update(cases)
      .set({ state: to, version: plus(cases.version, 1) })
      .where(eq(cases.id, id))
    const step = clockStepOf(state, to)
    if (step === 'reopened') await noteAct(tx, { caseId: id, actorId: authorId }, 'reopened')
    if (step) await followClocks(tx, id, step)
  }
  await followClocks(tx, id, 'member-wrote')
  const data = { assigneeId }
  await record(tx, { verb: 'case.written', actorId: authorId, subjectId: id, data })
}

/** An answer leaves at its moment, or at once. */
async function answered(tx: Tx, { id, leavesAt }: Message) {
  if (leavesAt && leavesAt > now())
    return ask(tx, 'care', leavingKey(id), { payload: { leaves: id }, runAt: leavesAt })
  return letLeave(tx, id)
}

const leavingKey = (messageId: string) => `care-leaves:${messageId}`

/**
 * Takes an answer back that has not left yet; nobody has seen it. Answers its words, for the draft;
 * `left` where it is too late, or it is not this agent's.
 */
export async function takeBack(tx: Tx, agent: { id: string }, caseId: string, messageId: string) {
  const [message] = await tx
    .delete(caseMessages)
    .where(
      and(
        eq(caseMessages.id, messageId),
        eq(caseMessages.caseId, caseId),
        eq(caseMessages.authorId, agent.id),
        isNull(caseMessages.sentAt),
        gt(caseMessages.leavesAt, now()),
      ),
    )
    .returning()
  if (!message) return 'left'
  await cancel(tx, leavingKey(messageId))
  await indexCase(tx, caseId)
  return { body: message.body }
}

/**
 * Deletes what an agent wrote, at most ten minutes after; that it was there stays. Answers `deleted`,
 * or `too-late`: so old, another's, of another case, or deleted before.
 */
export async function deleteMessage(
  tx: Tx,
  agent: { id: string },
  caseId: string,
  messageId: string,
) {
  const [gone] = await tx
    .update(caseMessages)
    .set({ deletedAt: now(), body: '', quoted: '' })
    .where(
      and(
        eq(caseMessages.id, messageId),
        eq(caseMessages.caseId, caseId),
        eq(caseMessages.authorId, agent.id),
        ne(caseMessages.side, 'member'),
        isNull(caseMessages.deletedAt),
        gt(caseMessages.createdAt, new Date(+now() - deletableMs)),
      ),
    )
    .returning({ id: caseMessages.id })
  if (!gone) return 'too-late'
  await noteAct(tx, { caseId, actorId: agent.id }, 'deleted', { messageId })
  await audit(tx, agent.id, 'case.message-deleted', { subject: caseId, messageId })
  await indexCase(tx, caseId)
  return 'deleted'
}
