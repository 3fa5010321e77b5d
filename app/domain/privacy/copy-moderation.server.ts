import { and, eq, isNotNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { decisions, flags, objections } from '#db/schema/moderation.ts'

/** The decisions about somebody that they have been told of. */
export function aboutThem(db: Read, personId: string) {
  const { act, reason, facts, excerpt, until, decidedAt, toldAt } = decisions
  return db
    .select({ act, reason, facts, excerpt, until, decidedAt })
    .from(decisions)
    .where(and(eq(decisions.personId, personId), isNotNull(toldAt)))
}

/** What they objected to decisions, and the answers. */
export function ownObjections(db: Read, personId: string) {
  const { body, sentAt, outcome, answer, decidedAt } = objections
  return db
    .select({ body, sentAt, outcome, answer, decidedAt })
    .from(objections)
    .where(eq(objections.personId, personId))
}

/** What they reported, and what came of it. */
export function ownFlags(db: Read, personId: string) {
  const { subject, reason, note, createdAt, outcome } = flags
  return db
    .select({ subject, reason, note, createdAt, outcome })
    .from(flags)
    .where(eq(flags.reporterId, personId))
}
