import { type Draft, draftsOf } from '#app/domain/care/draft.server.ts'
import { waitingFiles } from '#app/domain/care/file.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { db } from '#db/database.server.ts'

/** What an agent has typed and not sent, with the files that wait with each. */
export async function draftsShown(agent: Person, caseId: string) {
  const { reply, note } = await draftsOf(db, agent, caseId)
  return { reply: await shown(agent, reply), note: await shown(agent, note) }
}

async function shown(agent: Person, { body, fileIds }: Draft) {
  const files = await waitingFiles(db, agent.id, fileIds)
  return { body, files: files.map(({ id, name, bytes }) => ({ id, name, bytes })) }
}
