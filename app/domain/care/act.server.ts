import type { Tx } from '#db/database.server.ts'
import { caseActs } from '#db/schema/care-desk.ts'
import { now } from '#db/time.ts'

export type CaseAct =
  | 'opened'
  | 'assigned'
  | 'state'
  | 'priority'
  | 'topic'
  | 'tags'
  | 'merged'
  | 'merged-into'
  | 'split'
  | 'split-from'
  | 'deleted'
  | 'reopened'
  | 'closed'
  | 'woken'
  | 'warned'
  | 'breached'
  | 'undelivered'
  | 'sender-unproved'
  | 'other-sender'
  | 'follows'
  | 'files-left-out'
  | 'invited-idea'
  | 'linked'
  | 'unlinked'
  | 'remedy-asked'
  | 'remedy-given'
  | 'remedy-refused'

/** Notes what was done with a case, by whom (null for the house), for the agents. No text of anybody. */
export async function noteAct(
  tx: Tx,
  { caseId, actorId }: { caseId: string; actorId: string | null },
  act: CaseAct,
  details: Record<string, unknown> = {},
) {
  await tx.insert(caseActs).values({ caseId, actorId, act, details, at: now() })
}
