import type { Tx } from '#db/database.server.ts'
import { auditEntries } from '#db/schema/site.ts'

/** Notes a staff act for good: who (an id, or null for the house), what, on what, with which details. */
export async function audit(
  tx: Tx,
  actorId: string | null,
  act: string,
  { subject, ...details }: { subject: string } & Record<string, unknown>,
) {
  await tx.insert(auditEntries).values({ actorId, act, subject, details })
}
