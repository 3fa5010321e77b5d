import { and, eq, isNull, lt, or } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { cases } from '#db/schema/care.ts'
import { caseCalls } from '#db/schema/care-desk.ts'
import { now } from '#db/time.ts'

/** Notes that an agent has looked at a case: what the member wrote is read, and a call is answered. */
export async function noteLook(tx: Tx, agent: { id: string }, caseId: string) {
  const isUnread = or(isNull(cases.seenAt), lt(cases.seenAt, cases.lastMemberAt))
  await tx
    .update(cases)
    .set({ seenAt: now() })
    .where(and(eq(cases.id, caseId), isUnread))
  await tx
    .update(caseCalls)
    .set({ seenAt: now() })
    .where(
      and(eq(caseCalls.caseId, caseId), eq(caseCalls.agentId, agent.id), isNull(caseCalls.seenAt)),
    )
}
