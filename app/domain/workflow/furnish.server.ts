import type { Tx } from '#db/database.server.ts'
import { transitions } from '#db/schema/workflow.ts'
import { furnishIdeas } from '../ideas/furnish.server.ts'
import { defaultTransitions } from './default-transitions.ts'

/** Puts the default statuses, categories and transitions into a house that has none; changes nothing else. */
export async function furnish(tx: Tx) {
  const [some] = await tx.select({ id: transitions.fromStatus }).from(transitions).limit(1)
  if (some) return
  await furnishIdeas(tx)
  await tx.insert(transitions).values(defaultTransitions)
}
