import { and, desc, eq, isNotNull, isNull, lte, or } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { pageAfter } from '#db/expressions.ts'
import { flags, decisions, objections, reviewItems } from '#db/schema/moderation.ts'
import { now } from '#db/time.ts'
import { recourseOf } from './statement.rules.ts'

const pageSize = 20
const shownFlags = 20

/** Told already, or about to be: what can still be undone by who decided is not shown. */
const isTold = () =>
  and(isNull(decisions.undoneAt), or(isNotNull(decisions.toldAt), lte(decisions.tellAt, now())))

type Place = { at: Date; id: string }

/** The decisions that concern `personId`, the latest first, 20 at a time, with what came of an objection. */
export async function statementsOf(db: Read, personId: string, after?: Place) {
  const { decidedAt, id, act, reason, subject, until, liftedAt, appealDueAt } = decisions
  const rows = await db
    .select({
      ...{ id, act, reason, subject, until, liftedAt, appealDueAt, decidedAt },
      objection: objections,
    })
    .from(decisions)
    .leftJoin(objections, eq(objections.decisionId, id))
    .where(
      and(
        eq(decisions.personId, personId),
        isTold(),
        after && pageAfter([decidedAt, id], [after.at, after.id]),
      ),
    )
    .orderBy(desc(decidedAt), desc(id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize).map(({ objection, ...row }) => ({
    ...row,
    recourse: recourseOf(row, objection, now()),
    outcome: objection?.outcome ?? null,
  }))
  const last = rows[pageSize] && shown.at(-1)
  return { rows: shown, next: last && { at: last.decidedAt, id: last.id } }
}

/**
 * The statement of reasons of one decision, for `personId` whom it concerns, with their objection and
 * what they can do. Never who decided. `undefined` for everybody else's.
 */
export async function findStatement(db: Read, personId: string, id: string) {
  const [row] = await db
    .select({ decision: decisions, objection: objections })
    .from(decisions)
    .leftJoin(objections, eq(objections.decisionId, decisions.id))
    .where(and(eq(decisions.id, id), eq(decisions.personId, personId), isTold()))
  if (!row) return undefined
  const { decision, objection } = row
  const { act, reason, facts, subject, excerpt, isAutomated, origin, until } = decision
  const { decidedAt, liftedAt, appealDueAt, ideaId } = decision
  return {
    ...{ id, act, reason, facts, subject, excerpt, isAutomated, origin, until },
    ...{ decidedAt, liftedAt, appealDueAt, ideaId },
    objection: objection && {
      body: objection.body,
      sentAt: objection.sentAt,
      dueAt: objection.dueAt,
      decidedAt: objection.decidedAt,
      outcome: objection.outcome,
      answer: objection.answer,
    },
    recourse: recourseOf(decision, objection, now()),
  }
}

/** What `personId` wrote that waits for a moderator, the latest first; never why. */
export const waitingPostsOf = (db: Read, personId: string) =>
  db
    .select({
      id: reviewItems.id,
      subject: reviewItems.subject,
      excerpt: reviewItems.excerpt,
      openedAt: reviewItems.openedAt,
    })
    .from(reviewItems)
    .where(
      and(
        eq(reviewItems.authorId, personId),
        eq(reviewItems.state, 'open'),
        eq(reviewItems.isHeld, true),
      ),
    )
    .orderBy(desc(reviewItems.openedAt))
    .limit(shownFlags)

/** What `personId` reported, the latest first, with what came of it. */
export const flagsOf = (db: Read, personId: string) =>
  db
    .select({
      id: flags.id,
      subject: flags.subject,
      reason: flags.reason,
      outcome: flags.outcome,
      createdAt: flags.createdAt,
      decidedAt: flags.decidedAt,
    })
    .from(flags)
    .where(eq(flags.reporterId, personId))
    .orderBy(desc(flags.createdAt))
    .limit(shownFlags)
