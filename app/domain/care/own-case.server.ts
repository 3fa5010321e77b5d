import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, notInArray, or } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { caseFiles, caseMessages, cases } from '#db/schema/care.ts'
import { now } from '#db/time.ts'
import { caseById } from './case.server.ts'
import { bring } from './change.server.ts'
import { waitingFiles } from './file.server.ts'
import { addMessage } from './message.server.ts'

type Member = { id: string }
type Said = { body: string; fileIds: string[] }

/** Within this the same words again are the same form, sent twice. */
const twiceMs = 60_000

const isOwn = ({ id }: Member, caseId: string) =>
  and(eq(cases.id, caseId), eq(cases.personId, id), isNotNull(cases.confirmedAt))

/** The files of messages, in the order in which they were sent. */
export async function filesWith(db: Read, messageIds: string[]) {
  if (!messageIds.length) return []
  return db
    .select({
      id: caseFiles.id,
      caseId: caseFiles.caseId,
      messageId: caseFiles.messageId,
      name: caseFiles.name,
      kind: caseFiles.kind,
      bytes: caseFiles.bytes,
      width: caseFiles.width,
      height: caseFiles.height,
    })
    .from(caseFiles)
    .where(and(inArray(caseFiles.messageId, messageIds), isNull(caseFiles.noteId)))
    .orderBy(asc(caseFiles.createdAt), asc(caseFiles.id))
}

/** Which cases of a member hold an answer that they have not looked at. */
export async function unseenAmong(db: Read, member: Member) {
  const rows = await db
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        eq(cases.personId, member.id),
        isNotNull(cases.lastAgentAt),
        or(isNull(cases.memberSeenAt), lt(cases.memberSeenAt, cases.lastAgentAt)),
      ),
    )
  return new Set(rows.map(({ id }) => id))
}

/** When care last looked at a case, and when its member did. */
export async function looksAt(db: Read, caseId: string) {
  const [row] = await db
    .select({ seenAt: cases.seenAt, memberSeenAt: cases.memberSeenAt })
    .from(cases)
    .where(eq(cases.id, caseId))
  return { seenAt: row?.seenAt ?? null, memberSeenAt: row?.memberSeenAt ?? null }
}

/** Notes that a member has looked at a case of theirs. */
export async function markSeen(tx: Tx, member: Member, caseId: string) {
  await tx.update(cases).set({ memberSeenAt: now() }).where(isOwn(member, caseId))
}

/**
 * A member writes in a case of theirs; one that was solved is open again by it. Outcomes: `sent`,
 * also of the same form sent twice; `reopened`; `shut`, nobody writes there any more; `undefined`
 * where there is no such case of theirs.
 */
export async function writeInOwnCase(tx: Tx, member: Member, caseId: string, said: Said) {
  // Taking the row holds it: the same form, sent twice, waits for itself.
  const [own] = await tx
    .update(cases)
    .set({ memberSeenAt: now() })
    .where(isOwn(member, caseId))
    .returning()
  if (!own) return undefined
  if (await wasSaid(tx, member, caseId, said)) return 'sent'
  const message = await addMessage(tx, own, { side: 'member', authorId: member.id, ...said })
  if (message === 'shut') return 'shut'
  return own.state === 'solved' ? 'reopened' : 'sent'
}

async function wasSaid(tx: Tx, { id }: Member, caseId: string, { body, fileIds }: Said) {
  const [last] = await tx
    .select()
    .from(caseMessages)
    .where(eq(caseMessages.caseId, caseId))
    .orderBy(desc(caseMessages.createdAt), desc(caseMessages.id))
    .limit(1)
  if (!last || last.authorId !== id || last.body !== body) return false
  if (now().getTime() - last.createdAt.getTime() >= twiceMs) return false
  // The same words with another photo are another message.
  const [sent, waiting] = [await filesWith(tx, [last.id]), await waitingFiles(tx, id, fileIds)]
  return marksOf(sent) === marksOf(waiting)
}

const marksOf = (files: { name: string; bytes: number }[]) =>
  JSON.stringify(files.map(({ name, bytes }) => `${bytes} ${name}`).sort())

/**
 * A member says that a case of theirs is solved. Outcomes: `solved`; `done`, it was already;
 * `undefined` where there is no such case of theirs.
 */
export async function solveOwnCase(tx: Tx, member: Member, caseId: string) {
  const isOpen = notInArray(cases.state, ['solved', 'closed', 'merged'])
  const [held] = await tx
    .update(cases)
    .set({ version: plus(cases.version, 1), memberSeenAt: now() })
    .where(and(isOwn(member, caseId), isOpen))
    .returning()
  if (!held) return (await isTheirs(tx, member, caseId)) ? 'done' : undefined
  await bring(tx, held, 'solved', { actorId: member.id })
  return 'solved'
}

async function isTheirs(db: Read, member: Member, caseId: string) {
  const found = await caseById(db, caseId)
  return found?.personId === member.id
}
