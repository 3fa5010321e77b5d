import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { pageAfter, pageAfterAscending } from '#db/expressions.ts'
import { appeals, resubmissions } from '#db/schema/appeals.ts'
import { people } from '#db/schema/identity.ts'
import { ideas } from '#db/schema/ideas.ts'
import { moves } from '#db/schema/workflow.ts'
import { may, type Person } from '../identity/viewer.rules.ts'

export const queuePageSize = 30

/** Where a page of the queue ends: the moment it is sorted by, and the id. */
export type QueuePlace = { at: Date; id: string }
type Wish = { state: 'waiting' | 'decided'; after?: QueuePlace }

const about = {
  number: ideas.number,
  title: ideas.title,
  locale: ideas.locale,
  place: ideas.place,
  status: ideas.status,
  reason: moves.reason,
  refusedBy: moves.actorId,
  team: moves.team,
  toStatus: moves.toStatus,
  movedAt: moves.movedAt,
  author: people.displayName,
}

/**
 * One page of what authors sent about decisions, appeals and new words together: `waiting`, what was
 * promised first comes first; or `decided`, the latest first. Drafts and ideas that `reviewer` may
 * not see are left out. `next` is where the following page begins.
 */
export async function appealQueue(db: Read, reviewer: Person, wish: Wish) {
  const [asked, sent] = await Promise.all([appealRows(db, wish), resubmissionRows(db, wish)])
  const rows = [...asked, ...sent].sort(wish.state === 'waiting' ? bySoonest : byLatest)
  const shown = rows.slice(0, queuePageSize)
  const last = rows.length > queuePageSize ? shown.at(-1) : undefined
  return {
    rows: shown.filter(({ place }) => place !== 'private' || may(reviewer, 'ideas.see-private')),
    next: last && { at: last.at, id: last.id },
  }
}

export type Queued = Awaited<ReturnType<typeof appealQueue>>['rows'][number]

type Sorted = { at: Date; id: string }
const bySoonest = (one: Sorted, other: Sorted) =>
  +one.at - +other.at || (one.id < other.id ? -1 : 1)
const byLatest = (one: Sorted, other: Sorted) => bySoonest(other, one)

async function appealRows(db: Read, { state, after }: Wish) {
  const { id, dueAt, decidedAt, outcome, sentAt, decidedBy } = appeals
  const [sortedBy, isThere, page, way] = waysOf(state, { dueAt, decidedAt })
  const rows = await db
    .select({ ...about, id, dueAt, decidedAt, sentAt, decidedBy, outcome })
    .from(appeals)
    .innerJoin(moves, eq(moves.id, appeals.moveId))
    .innerJoin(ideas, eq(ideas.id, appeals.ideaId))
    .leftJoin(people, eq(people.id, appeals.authorId))
    .where(and(isThere(decidedAt), after && page([sortedBy, id], [after.at, after.id])))
    .orderBy(way(sortedBy), way(id))
    .limit(queuePageSize + 1)
  return rows.map((row) => ({ ...row, kind: 'appeal' as const, at: atOf(state, row) }))
}

async function resubmissionRows(db: Read, { state, after }: Wish) {
  const { id, dueAt, decidedAt, outcome, sentAt, decidedBy } = resubmissions
  const [sortedBy, isThere, page, way] = waysOf(state, { dueAt, decidedAt })
  const rows = await db
    .select({ ...about, id, dueAt, decidedAt, sentAt, decidedBy, outcome })
    .from(resubmissions)
    .innerJoin(moves, eq(moves.id, resubmissions.moveId))
    .innerJoin(ideas, eq(ideas.id, resubmissions.ideaId))
    .leftJoin(people, eq(people.id, resubmissions.authorId))
    .where(and(isThere(decidedAt), after && page([sortedBy, id], [after.at, after.id])))
    .orderBy(way(sortedBy), way(id))
    .limit(queuePageSize + 1)
  return rows.map((row) => ({ ...row, kind: 'resubmission' as const, at: atOf(state, row) }))
}

type Columns<Due, Decided> = { dueAt: Due; decidedAt: Decided }

function waysOf<Due, Decided>(state: Wish['state'], { dueAt, decidedAt }: Columns<Due, Decided>) {
  return state === 'waiting'
    ? ([dueAt, isNull, pageAfterAscending, asc] as const)
    : ([decidedAt, isNotNull, pageAfter, desc] as const)
}

const atOf = (state: Wish['state'], { dueAt, decidedAt }: Columns<Date | null, Date | null>) =>
  (state === 'waiting' ? dueAt : decidedAt)!
