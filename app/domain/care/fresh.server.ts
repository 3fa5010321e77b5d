import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { caseMessages, cases } from '#db/schema/care.ts'
import { now } from '#db/time.ts'

/** The answers of `agent` that have not left yet, with the milliseconds that are left to take each back. */
export async function freshReplies(db: Read, agent: { id: string }) {
  const moment = now()
  const rows = await db
    .select({
      id: caseMessages.id,
      caseId: caseMessages.caseId,
      leavesAt: caseMessages.leavesAt,
      number: cases.number,
      subject: cases.subject,
    })
    .from(caseMessages)
    .innerJoin(cases, eq(cases.id, caseMessages.caseId))
    .where(
      and(
        isNotNull(caseMessages.leavesAt),
        gt(caseMessages.leavesAt, moment),
        isNull(caseMessages.sentAt),
        eq(caseMessages.authorId, agent.id),
      ),
    )
    .orderBy(asc(caseMessages.leavesAt))
    .limit(5)
  return rows.map(({ leavesAt, ...one }) => ({ ...one, leftMs: +leavesAt! - +moment }))
}
