import { and, desc, eq, inArray } from 'drizzle-orm'
import { prepared, type Read } from '#db/database.server.ts'
import { howMany, pageAfter } from '#db/expressions.ts'
import { people } from '#db/schema/identity.ts'
import { ideas } from '#db/schema/ideas.ts'
import { decisions, reviewItems } from '#db/schema/moderation.ts'
import { now } from '#db/time.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { claimMs } from './act.rules.ts'
import { type OpenView, type QueuePlace, shownIn } from './queue.rules.ts'
import type { Why } from './review.rules.ts'

export const queuePageSize = 30
const excerptLength = 240

const columns = {
  id: reviewItems.id,
  subject: reviewItems.subject,
  why: reviewItems.why,
  excerpt: reviewItems.excerpt,
  severity: reviewItems.severity,
  rank: reviewItems.rank,
  flagsCount: reviewItems.flagsCount,
  isHeld: reviewItems.isHeld,
  openedAt: reviewItems.openedAt,
  version: reviewItems.version,
  claimedBy: reviewItems.claimedBy,
  claimedAt: reviewItems.claimedAt,
  author: people.displayName,
  number: ideas.number,
  title: ideas.title,
}

/**
 * One page of what waits for a moderator, by severity × weight × reach, the gravest first; who
 * looks at an item just now is named in `lookedAtBy`. `next` is where the following page begins.
 */
export async function moderationQueue(
  db: Read,
  moderator: Person,
  { view, after }: { view: OpenView; after?: QueuePlace },
) {
  const { whys, subjects } = shownIn[view]
  const { state, why, subject, rank, id } = reviewItems
  const rows = await db
    .select(columns)
    .from(reviewItems)
    .leftJoin(people, eq(people.id, reviewItems.authorId))
    .leftJoin(ideas, eq(ideas.id, reviewItems.ideaId))
    .where(
      and(
        eq(state, 'open'),
        whys && inArray(why, whys),
        subjects && inArray(subject, subjects),
        after && pageAfter([rank, id], [after.rank, after.id]),
      ),
    )
    .orderBy(desc(rank), desc(id))
    .limit(queuePageSize + 1)
  const shown = rows.slice(0, queuePageSize)
  const last = rows.length > queuePageSize ? shown.at(-1) : undefined
  const names = await namesOf(
    db,
    shown.map((row) => claimantOf(row, moderator.id)),
  )
  return {
    rows: shown.map((row) => ({
      ...row,
      excerpt: row.excerpt.slice(0, excerptLength),
      lookedAtBy: names.get(claimantOf(row, moderator.id) ?? '') ?? null,
    })),
    next: last && { rank: last.rank, id: last.id },
  }
}

type Claim = { claimedBy: string | null; claimedAt: Date | null }

/** Who else has looked at an item in the last five minutes. */
export const claimantOf = ({ claimedBy, claimedAt }: Claim, ownId: string) =>
  claimedBy !== ownId && claimedAt && +now() - +claimedAt < claimMs ? claimedBy : null

/** The names of some people, by id. */
export async function namesOf(db: Read, ids: (string | null)[]) {
  const known = [...new Set(ids.filter((id) => id !== null))]
  if (!known.length) return new Map<string, string>()
  const { id, displayName } = people
  const rows = await db.select({ id, displayName }).from(people).where(inArray(id, known))
  return new Map(rows.map(({ id, displayName }) => [id, displayName]))
}

const counting = (db: Read) => () =>
  db
    .select({ why: reviewItems.why, n: howMany() })
    .from(reviewItems)
    .where(eq(reviewItems.state, 'open'))
    .groupBy(reviewItems.why)
    .prepare('moderation_counts')

/** How many items wait in each view. */
export async function queueCounts(db: Read): Promise<Record<OpenView, number>> {
  const { state, subject } = reviewItems
  const [rows, faces] = await Promise.all([
    prepared(db, 'moderation_counts', counting(db)).execute(),
    db.$count(reviewItems, and(eq(state, 'open'), inArray(subject, shownIn.faces.subjects!))),
  ])
  const count = (whys?: Why[]) =>
    rows.reduce((all, { why, n }) => all + (!whys || whys.includes(why) ? n : 0), 0)
  const { flagged, waiting, spam } = shownIn
  return {
    all: count(),
    flagged: count(flagged.whys),
    waiting: count(waiting.whys),
    spam: count(spam.whys),
    faces,
  }
}

/** The item that comes next in a view once `afterId` is decided: the gravest that nobody else is looking at. */
export async function nextItem(db: Read, moderator: Person, view: OpenView, afterId?: string) {
  const { rows } = await moderationQueue(db, moderator, { view })
  const others = rows.filter(({ id }) => id !== afterId)
  return (others.find(({ lookedAtBy }) => !lookedAtBy) ?? others[0])?.id
}

/** The latest decisions of a moderator, up to thirty, and before `after` when given. */
export async function decidedBy(db: Read, moderator: Person, after?: { at: Date; id: string }) {
  const { id, decidedAt } = decisions
  const rows = await db
    .select({ decision: decisions, person: people.displayName, number: ideas.number })
    .from(decisions)
    .leftJoin(people, eq(people.id, decisions.personId))
    .leftJoin(ideas, eq(ideas.id, decisions.ideaId))
    .where(
      and(
        eq(decisions.decidedBy, moderator.id),
        after && pageAfter([decidedAt, id], [after.at, after.id]),
      ),
    )
    .orderBy(desc(decidedAt), desc(id))
    .limit(queuePageSize + 1)
  const shown = rows.slice(0, queuePageSize)
  const last = rows.length > queuePageSize ? shown.at(-1)?.decision : undefined
  return { rows: shown, next: last && { at: last.decidedAt, id: last.id } }
}
