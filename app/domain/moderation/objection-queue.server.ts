import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { pageAfter, pageAfterAscending } from '#db/expressions.ts'
import { people } from '#db/schema/identity.ts'
import { decisions, objections } from '#db/schema/moderation.ts'

const pageSize = 30

/** Where a page of the queue ends: the moment it is sorted by, and the id. */
export type QueuePlace = { at: Date; id: string }
type Wish = { state: 'waiting' | 'decided'; after?: QueuePlace }

/** One page of objections: `waiting`, what was promised first comes first; or `decided`, the latest first. */
export async function objectionQueue(db: Read, { state, after }: Wish) {
  const { id, dueAt, decidedAt, sentAt, outcome, personId } = objections
  const isWaiting = state === 'waiting'
  const sortedBy = isWaiting ? dueAt : decidedAt
  const [page, way] = isWaiting
    ? ([pageAfterAscending, asc] as const)
    : ([pageAfter, desc] as const)
  const { act, reason, subject, decidedBy, isAutomated } = decisions
  const rows = await db
    .select({
      ...{ id, dueAt, decidedAt, sentAt, outcome, personId, act, reason, subject, isAutomated },
      madeBy: decidedBy,
      person: people.displayName,
    })
    .from(objections)
    .innerJoin(decisions, eq(decisions.id, objections.decisionId))
    .leftJoin(people, eq(people.id, personId))
    .where(
      and(
        isWaiting ? isNull(decidedAt) : isNotNull(decidedAt),
        after && page([sortedBy, id], [after.at, after.id]),
      ),
    )
    .orderBy(way(sortedBy), way(id))
    .limit(pageSize + 1)
  const last = rows[pageSize] && rows[pageSize - 1]
  return {
    rows: rows.slice(0, pageSize),
    next: last && { at: (isWaiting ? last.dueAt : last.decidedAt)!, id: last.id },
  }
}
