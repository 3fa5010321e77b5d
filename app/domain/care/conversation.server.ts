import { asc, desc, eq } from 'drizzle-orm'
import { prepared, type Read } from '#db/database.server.ts'
import { isAmong, listOf, placeholder } from '#db/expressions.ts'
import { caseFiles, caseMessages, cases } from '#db/schema/care.ts'
import { caseActs, caseNotes } from '#db/schema/care-desk.ts'
import { people } from '#db/schema/identity.ts'

const mostActs = 300

const author = {
  name: people.displayName,
  handle: people.handle,
  avatarId: people.avatarId,
  team: people.team,
}

const messagesIn = (db: Read) =>
  prepared(db, 'care-messages', () =>
    db
      .select({
        id: caseMessages.id,
        caseId: caseMessages.caseId,
        side: caseMessages.side,
        authorId: caseMessages.authorId,
        body: caseMessages.body,
        quoted: caseMessages.quoted,
        via: caseMessages.via,
        leavesAt: caseMessages.leavesAt,
        sentAt: caseMessages.sentAt,
        deletedAt: caseMessages.deletedAt,
        at: caseMessages.createdAt,
        author,
      })
      .from(caseMessages)
      .leftJoin(people, eq(people.id, caseMessages.authorId))
      .where(isAmong(caseMessages.caseId, 'ids'))
      .orderBy(asc(caseMessages.createdAt), asc(caseMessages.id))
      .prepare('care_messages'),
  )

const notesIn = (db: Read) =>
  prepared(db, 'care-notes', () =>
    db
      .select({
        id: caseNotes.id,
        caseId: caseNotes.caseId,
        authorId: caseNotes.authorId,
        body: caseNotes.body,
        deletedAt: caseNotes.deletedAt,
        at: caseNotes.createdAt,
        author,
      })
      .from(caseNotes)
      .leftJoin(people, eq(people.id, caseNotes.authorId))
      .where(isAmong(caseNotes.caseId, 'ids'))
      .orderBy(asc(caseNotes.createdAt), asc(caseNotes.id))
      .prepare('care_notes'),
  )

const actsIn = (db: Read) =>
  prepared(db, 'care-acts', () =>
    db
      .select({
        id: caseActs.id,
        act: caseActs.act,
        details: caseActs.details,
        at: caseActs.at,
        actor: people.displayName,
      })
      .from(caseActs)
      .leftJoin(people, eq(people.id, caseActs.actorId))
      .where(isAmong(caseActs.caseId, 'ids'))
      .orderBy(desc(caseActs.at), desc(caseActs.id))
      .limit(mostActs)
      .prepare('care_acts'),
  )

const filesIn = (db: Read) =>
  prepared(db, 'care-files', () =>
    db
      .select({
        id: caseFiles.id,
        caseId: caseFiles.caseId,
        messageId: caseFiles.messageId,
        noteId: caseFiles.noteId,
        name: caseFiles.name,
        kind: caseFiles.kind,
        bytes: caseFiles.bytes,
        width: caseFiles.width,
        height: caseFiles.height,
      })
      .from(caseFiles)
      .where(isAmong(caseFiles.caseId, 'ids'))
      .orderBy(asc(caseFiles.createdAt), asc(caseFiles.id))
      .prepare('care_files'),
  )

const mergedInto = (db: Read) =>
  prepared(db, 'care-merged', () =>
    db
      .select({ id: cases.id })
      .from(cases)
      .where(eq(cases.mergedIntoId, placeholder('id')))
      .prepare('care_merged'),
  )

/**
 * All that was said and done in a case, and in those that were merged into it, for the agents: what
 * both sides wrote, what the agents told each other, what was done, each in the order of time. Of
 * what was deleted only that it was there.
 */
export async function conversationOf(db: Read, id: string) {
  const merged = await mergedInto(db).execute({ id })
  const ids = listOf([id, ...merged.map((other) => other.id)])
  const [messages, notes, acts, files] = await Promise.all([
    messagesIn(db).execute({ ids }),
    notesIn(db).execute({ ids }),
    actsIn(db).execute({ ids }),
    filesIn(db).execute({ ids }),
  ])
  const sent = (part: 'messageId' | 'noteId', of: string) =>
    files.filter((file) => file[part] === of).map(({ messageId: _m, noteId: _n, ...file }) => file)
  return {
    messages: messages.map((one) => ({
      ...(one.deletedAt ? { ...one, body: '', quoted: '' } : one),
      files: one.deletedAt ? [] : sent('messageId', one.id),
    })),
    notes: notes.map((one) => ({
      ...(one.deletedAt ? { ...one, body: '' } : one),
      files: one.deletedAt ? [] : sent('noteId', one.id),
    })),
    acts: acts.toReversed(),
  }
}
