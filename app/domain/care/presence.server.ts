import { and, desc, eq, gt, lt, ne } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { brought } from '#db/expressions.ts'
import { caseMessages } from '#db/schema/care.ts'
import { casePresence } from '#db/schema/care-desk.ts'
import { people } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'

/** Who was not heard of for so long has gone, or is away from the keyboard. */
const freshFor = 2 * 60_000
const forgottenAfter = 60 * 60_000

type Agent = { id: string }

/** Notes that `agent` has a case open, and whether they are writing. */
export async function noticeAgent(tx: Tx, agent: Agent, caseId: string, isWriting: boolean) {
  const seenAt = now()
  await tx
    .insert(casePresence)
    .values({ caseId, agentId: agent.id, isWriting, seenAt })
    .onConflictDoUpdate({
      target: [casePresence.caseId, casePresence.agentId],
      set: { isWriting: brought(casePresence.isWriting), seenAt: brought(casePresence.seenAt) },
    })
  await tx
    .delete(casePresence)
    .where(
      and(
        eq(casePresence.caseId, caseId),
        lt(casePresence.seenAt, new Date(seenAt.getTime() - forgottenAfter)),
      ),
    )
}

/** The other agents who have a case open now, by name, and whether each is writing. */
export const othersAt = (db: Read, agent: Agent, caseId: string) =>
  db
    .select({ name: people.displayName, isWriting: casePresence.isWriting })
    .from(casePresence)
    .innerJoin(people, eq(people.id, casePresence.agentId))
    .where(
      and(
        eq(casePresence.caseId, caseId),
        ne(casePresence.agentId, agent.id),
        gt(casePresence.seenAt, new Date(now().getTime() - freshFor)),
      ),
    )
    .orderBy(casePresence.agentId)

/**
 * What whoever has a case open should know: who else is at it, and whether somebody has written since
 * `seen`, the last message that their page shows.
 */
export async function newsFor(db: Read, agent: Agent, caseId: string, seen: string) {
  const [others, [last]] = await Promise.all([
    othersAt(db, agent, caseId),
    db
      .select({ id: caseMessages.id })
      .from(caseMessages)
      .where(eq(caseMessages.caseId, caseId))
      .orderBy(desc(caseMessages.createdAt), desc(caseMessages.id))
      .limit(1),
  ])
  return { others, isNewer: !!last && last.id !== seen }
}
