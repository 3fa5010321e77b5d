import { and, asc, eq, inArray, isNotNull, isNull, lt, sum } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { caseFiles, caseMessages, cases } from '#db/schema/care.ts'
import { now } from '#db/time.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { fileLimits } from './file.rules.ts'
import type { StoredFile } from './file-store.server.ts'

export type CaseFile = typeof caseFiles.$inferSelect
/** What a file is sent with: nothing yet, while a form waits, or a message or a note of a case. */
export type Place = { caseId: string; messageId?: string; noteId?: string }

const day = 86_400_000

/** Whoever sends files; nobody we know is null. What care holds, it holds for members. */
export type Sender = { id: string; side: 'member' | 'care' } | null

/**
 * Gives stored files to whoever sent them; with `place`, into a case.
 * Answers those that are kept and the names of those for which there is no room any more: a case
 * holds 60 files or 100 MB, a member 200 or 200 MB.
 */
export async function keepCaseFiles(tx: Tx, sender: Sender, stored: StoredFile[], place?: Place) {
  const held = await spaceTaken(tx, sender, place?.caseId)
  const kept: CaseFile[] = []
  const refused: string[] = []
  for (const file of stored) {
    if (held.some((space) => !fits(space, file))) {
      refused.push(file.name)
      continue
    }
    for (const space of held) {
      space.files += 1
      space.bytes += file.bytes
    }
    const [row] = await tx
      .insert(caseFiles)
      .values({ ...file, ownerId: sender?.id ?? null, ...place, createdAt: now() })
      .returning()
    kept.push(row!)
  }
  return { kept, refused }
}

type Space = { files: number; bytes: number; most: number; mostBytes: number }

const fits = ({ files, bytes, most, mostBytes }: Space, file: { bytes: number }) =>
  files < most && bytes + file.bytes <= mostBytes

async function spaceTaken(db: Read, sender: Sender, caseId?: string): Promise<Space[]> {
  const { inCase: most, caseBytes: mostBytes, ofPerson, personBytes } = fileLimits
  const spaces: Space[] = []
  if (caseId) spaces.push({ ...(await heldBy(db, { caseId })), most, mostBytes })
  if (sender?.side === 'member') {
    const held = await heldBy(db, { ownerId: sender.id })
    spaces.push({ ...held, most: ofPerson, mostBytes: personBytes })
  }
  return spaces
}

/** How many files a person, or a case, holds, and how many bytes they take. */
export async function heldBy(db: Read, by: { ownerId: string } | { caseId: string }) {
  const where =
    'ownerId' in by ? eq(caseFiles.ownerId, by.ownerId) : eq(caseFiles.caseId, by.caseId)
  const [held] = await db
    .select({ files: howMany(), bytes: sum(caseFiles.bytes).mapWith(Number) })
    .from(caseFiles)
    .where(where)
  return { files: held!.files, bytes: held!.bytes ?? 0 }
}

const isOwnedBy = (ownerId: string | null) =>
  ownerId ? eq(caseFiles.ownerId, ownerId) : isNull(caseFiles.ownerId)

/**
 * Those of `ids` that `ownerId` sent with a form which is not done yet, in the order of sending. Of
 * somebody signed out, whoever knows the ids: they are chance, and nobody else was told them.
 */
export async function waitingFiles(db: Read, ownerId: string | null, ids: string[]) {
  if (!ids.length) return []
  return db
    .select()
    .from(caseFiles)
    .where(
      and(
        inArray(caseFiles.id, ids),
        isOwnedBy(ownerId),
        isNull(caseFiles.caseId),
        isNull(caseFiles.messageId),
      ),
    )
    .orderBy(asc(caseFiles.createdAt), asc(caseFiles.id))
    .limit(fileLimits.inMessage)
}

/** Puts waiting files into a case, with the message or the note they were sent with; each once. */
export async function placeFiles(tx: Tx, place: Place, ids: string[]) {
  if (!ids.length) return
  await tx
    .update(caseFiles)
    .set(place)
    .where(and(inArray(caseFiles.id, ids), isNull(caseFiles.caseId)))
}

/**
 * A file of a case, for who may see it: an agent all of them, everybody else as `findOwnFile`.
 * Nobody learns that there is one in a case whose texts were erased.
 */
export async function findCaseFile(db: Read, viewer: Person, caseId: string, fileId: string) {
  if (!may(viewer, 'care.answer')) return findOwnFile(db, viewer, caseId, fileId)
  return (await fileIn(db, caseId, fileId))?.file
}

/**
 * A file of a case of somebody's own: what they sent themselves, and what care has sent to them,
 * once it has left.
 */
export async function findOwnFile(
  db: Read,
  { id }: { id: string },
  caseId: string,
  fileId: string,
) {
  const found = await fileIn(db, caseId, fileId)
  return found?.owner === id && isForMember(found) ? found.file : undefined
}

async function fileIn(db: Read, caseId: string, fileId: string) {
  const [found] = await db
    .select({ file: caseFiles, owner: cases.personId, message: caseMessages })
    .from(caseFiles)
    .innerJoin(cases, eq(cases.id, caseFiles.caseId))
    .leftJoin(caseMessages, eq(caseMessages.id, caseFiles.messageId))
    .where(
      and(
        eq(caseFiles.id, fileId),
        eq(cases.id, caseId),
        isNotNull(cases.confirmedAt),
        isNull(cases.erasedAt),
      ),
    )
  return found
}

type Found = { file: CaseFile; message: typeof caseMessages.$inferSelect | null }

/** What goes with a note, or with an answer that has not left yet, is not the member's to see. */
function isForMember({ file, message }: Found) {
  if (file.noteId || !message || message.deletedAt) return false
  return message.side === 'member' || hasLeft(message)
}

const hasLeft = ({ sentAt, leavesAt }: NonNullable<Found['message']>) =>
  !!sentAt || !leavesAt || leavesAt <= now()

/** Forgets files of forms that were never done, a day after; their bytes go with the next sweep. */
export async function forgetLooseFiles(tx: Tx) {
  const before = new Date(now().getTime() - day)
  await tx.delete(caseFiles).where(and(isNull(caseFiles.caseId), lt(caseFiles.createdAt, before)))
}
