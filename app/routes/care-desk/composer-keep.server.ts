import type { Case } from '#app/domain/care/case.server.ts'
import { type DraftKind, draftsOf, keepDraft } from '#app/domain/care/draft.server.ts'
import { keepCaseFiles, waitingFiles } from '#app/domain/care/file.server.ts'
import { noticeAgent } from '#app/domain/care/presence.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { type Refused, storeComposerFiles } from './composer-form.server.ts'

type Typed = { kind: DraftKind; body: string; remove: string[]; files: File[] }

/**
 * Keeps what was typed and chosen as the draft, before anything else is tried with it: whatever goes
 * wrong then, it is there. Answers the files that go with it, and those that were not taken.
 */
export async function keepComposed(agent: Person, { id: caseId }: Case, typed: Typed) {
  const { kind, body, remove, files } = typed
  const known = (await draftsOf(db, agent, caseId))[kind].fileIds
  const waiting = await waitingFiles(db, agent.id, known)
  const there = waiting.map((file) => file.id).filter((id) => !remove.includes(id))
  const { stored, refused } = await storeComposerFiles(files, there.length)
  return transaction(async (tx) => {
    const { kept, refused: full } = await keepCaseFiles(tx, { id: agent.id, side: 'care' }, stored)
    const fileIds = [...there, ...kept.map((file) => file.id)]
    await keepDraft(tx, agent, { caseId, kind }, { body, fileIds })
    await noticeAgent(tx, agent, caseId, !!body.trim())
    const noRoom = full.map((file): Refused => ({ file, why: 'no-room' }))
    return { fileIds, refused: [...refused, ...noRoom] }
  })
}
