import { noteLook } from '#app/domain/care/looked.server.ts'
import { noticeAgent } from '#app/domain/care/presence.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { log } from '#app/web/log.server.ts'
import { transaction } from '#db/database.server.ts'

/**
 * Notes that an agent has a case before them. Nobody waits for it, and where nothing may be written
 * just now the page is there all the same.
 */
export function lookAt(agent: Person, caseId: string) {
  transaction(async (tx) => {
    await noticeAgent(tx, agent, caseId, false)
    await noteLook(tx, agent, caseId)
  }).catch((error: unknown) => log.debug({ err: error as Error }, 'presence not noted'))
}
