import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { unchanged } from '#db/expressions.ts'
import { caseFiles, caseMessages, cases } from '#db/schema/care.ts'
import { caseNotes } from '#db/schema/care-desk.ts'
import { now } from '#db/time.ts'
import type { Person } from '../identity/viewer.rules.ts'
import type { Case } from './case.server.ts'
import { draftsOf, dropDraft, keepDraft } from './draft.server.ts'
import { addMessage, takeBack, takeBackMs } from './message.server.ts'
import { fillIn } from './macro.rules.ts'
import { addNote } from './note.server.ts'
import { noticeAgent } from './presence.server.ts'
import { valuesOf } from './values.server.ts'

const sameWithinMs = 60_000

type Wish = {
  body: string
  fileIds: string[]
  /** The last message that the agent had read; empty where there was none. */
  seen: string
  /** How the case is once the answer has left. */
  leavesAs: 'open' | 'waiting' | 'solved'
}

/**
 * Sends an answer to whoever wrote: it leaves after ten seconds, in which it can be taken back. What
 * was typed goes out of the draft. Answers `sent`; `sent-already` for the same form sent twice;
 * `newer` where somebody wrote meanwhile whom the agent has not read; `shut`; or the placeholders
 * that are `missing` a value or `unknown`. But for `sent` nothing is changed.
 */
export async function sendReply(tx: Tx, agent: Person, found: Case, wish: Wish) {
  const held = await hold(tx, found.id)
  if (!held || isOver(held)) return 'shut'
  const { text, missing, unknown } = fillIn(wish.body.trim(), await valuesOf(tx, agent, held))
  const last = await lastMessage(tx, found.id)
  if (last && last.id !== wish.seen) return isTwin(last, agent, text) ? 'sent-already' : 'newer'
  if (missing.length + unknown.length) return { missing, unknown }

  const { fileIds, leavesAs } = wish
  const message = await addMessage(tx, held, {
    ...{ side: 'care', authorId: agent.id, body: text, fileIds, leavesAs },
    leavesAt: new Date(+now() + takeBackMs),
  })
  if (typeof message === 'string') return 'shut'
  await dropDraft(tx, agent, { caseId: found.id, kind: 'reply' })
  await noticeAgent(tx, agent, found.id, false)
  return 'sent'
}

const isOver = ({ state, erasedAt }: Case) => state === 'merged' || !!erasedAt

/** Two agents who send at the same moment come one after the other, and the second is told of the first. */
async function hold(tx: Tx, id: string) {
  const [held] = await tx
    .update(cases)
    .set({ version: unchanged(cases.version) })
    .where(eq(cases.id, id))
    .returning()
  return held
}

async function lastMessage(db: Read, caseId: string) {
  const [last] = await db
    .select()
    .from(caseMessages)
    .where(eq(caseMessages.caseId, caseId))
    .orderBy(desc(caseMessages.createdAt), desc(caseMessages.id))
    .limit(1)
  return last
}

type Message = typeof caseMessages.$inferSelect

const isTwin = ({ authorId, body, createdAt }: Message, agent: Person, text: string) =>
  authorId === agent.id && body === text && isJustNow({ createdAt })

const isJustNow = ({ createdAt }: { createdAt: Date }) => +now() - +createdAt < sameWithinMs

/**
 * Takes back an answer that has not left: its words and files are the draft again, before what was
 * typed since. Answers `undone`, or `left` where it is too late.
 */
export async function undoReply(tx: Tx, agent: Person, caseId: string, messageId: string) {
  const sent = await filesOf(tx, messageId)
  const taken = await takeBack(tx, agent, caseId, messageId)
  if (taken === 'left') return 'left'
  const { reply } = await draftsOf(tx, agent, caseId)
  if (sent.length)
    await tx
      .update(caseFiles)
      .set({ caseId: null, messageId: null })
      .where(and(inArray(caseFiles.id, sent), eq(caseFiles.ownerId, agent.id)))
  await keepDraft(
    tx,
    agent,
    { caseId, kind: 'reply' },
    {
      body: [taken.body, reply.body].filter((text) => text.trim()).join('\n\n'),
      fileIds: [...new Set([...sent, ...reply.fileIds])],
    },
  )
  return 'undone'
}

async function filesOf(db: Read, messageId: string) {
  const rows = await db
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(eq(caseFiles.messageId, messageId))
  return rows.map(({ id }) => id)
}

type NewNote = { body: string; fileIds: string[] }

/** Saves a note for the other agents and puts its draft away; the same note sent twice is one. */
export async function saveNote(tx: Tx, agent: Person, found: Case, { body, fileIds }: NewNote) {
  const place = { caseId: found.id, kind: 'note' as const }
  await hold(tx, found.id)
  const last = await lastNote(tx, found.id)
  const text = body.trim()
  if (last?.authorId === agent.id && last.body === text && isJustNow(last))
    return dropDraft(tx, agent, place)
  await addNote(tx, agent, found, { body: text, fileIds })
  await dropDraft(tx, agent, place)
}

async function lastNote(db: Read, caseId: string) {
  const [last] = await db
    .select()
    .from(caseNotes)
    .where(eq(caseNotes.caseId, caseId))
    .orderBy(desc(caseNotes.createdAt), desc(caseNotes.id))
    .limit(1)
  return last
}
