import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import { newId } from '#db/columns.ts'
import type { Tx } from '#db/database.server.ts'
import { brought } from '#db/expressions.ts'
import { caseCalls, caseNotes } from '#db/schema/care-desk.ts'
import { people } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { mentionsIn } from '../ideas/markdown.rules.ts'
import { noteAct } from './act.server.ts'
import { areAgents } from './agent.server.ts'
import type { Case } from './case.server.ts'
import { placeFiles, waitingFiles } from './file.server.ts'
import { deletableMs } from './message.server.ts'
import { indexCase } from './search.server.ts'

export type Note = typeof caseNotes.$inferSelect
type NewNote = { body: string; fileIds?: string[] }

/**
 * Writes a note for the other agents, whatever state the case is in; nothing of it ever leaves. Agents
 * who are called by `@handle` find the case under "Called"; whoever is no agent is not told.
 */
export async function addNote(tx: Tx, agent: { id: string }, { id: caseId }: Case, wish: NewNote) {
  const calls = await calledIn(tx, agent, wish.body)
  const [note] = await tx
    .insert(caseNotes)
    .values({ id: newId(), caseId, authorId: agent.id, body: wish.body, calls, createdAt: now() })
    .returning()
  const files = await waitingFiles(tx, agent.id, wish.fileIds ?? [])
  await placeFiles(
    tx,
    { caseId, noteId: note!.id },
    files.map(({ id }) => id),
  )
  for (const agentId of calls) await call(tx, { caseId, agentId, noteId: note!.id }, agent)
  await indexCase(tx, caseId)
  return note!
}

async function calledIn(tx: Tx, agent: { id: string }, body: string) {
  const handles = mentionsIn(body)
  if (!handles.length) return []
  const named = await tx
    .select({ id: people.id })
    .from(people)
    .where(inArray(people.handle, handles))
  const others = named.map(({ id }) => id).filter((id) => id !== agent.id)
  return areAgents(tx, others)
}

type Call = { caseId: string; agentId: string; noteId: string }

async function call(tx: Tx, { caseId, agentId, noteId }: Call, caller: { id: string }) {
  await tx
    .insert(caseCalls)
    .values({ caseId, agentId, noteId, calledAt: now(), seenAt: null })
    .onConflictDoUpdate({
      target: [caseCalls.caseId, caseCalls.agentId],
      set: { noteId, calledAt: brought(caseCalls.calledAt), seenAt: null },
    })
  const data = { personId: agentId }
  await record(tx, { verb: 'case.called', actorId: caller.id, subjectId: caseId, data })
}

/** Deletes a note of one's own, at most ten minutes after: `deleted`, or `too-late`. */
export async function deleteNote(tx: Tx, agent: { id: string }, caseId: string, noteId: string) {
  const [gone] = await tx
    .update(caseNotes)
    .set({ deletedAt: now(), body: '', calls: [] })
    .where(
      and(
        eq(caseNotes.id, noteId),
        eq(caseNotes.caseId, caseId),
        eq(caseNotes.authorId, agent.id),
        isNull(caseNotes.deletedAt),
        gt(caseNotes.createdAt, new Date(+now() - deletableMs)),
      ),
    )
    .returning({ id: caseNotes.id })
  if (!gone) return 'too-late'
  await noteAct(tx, { caseId, actorId: agent.id }, 'deleted', { noteId })
  await indexCase(tx, caseId)
  return 'deleted'
}
