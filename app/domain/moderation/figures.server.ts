import { and, desc, gte, isNotNull, isNull, lt, or } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { decisions, flags, objections } from '#db/schema/moderation.ts'
import { now } from '#db/time.ts'
import { medianOf } from '../appeals/appeal.rules.ts'

const hour = 3_600_000
const day = 24 * hour
/** More flags than these of a period are counted, but the median is of the latest of them. */
const mostFlags = 20_000

/**
 * What the moderators did since a moment, for the transparency page. Decisions that were undone before
 * anybody was told do not count.
 * - `total`: decisions against something or somebody; `byAct` and `byReason` of them, most first;
 *   `byOrigin`, how they came up; `automated`, how many the house made by itself; `cleared`, what was
 *   looked at and found in order; `restored`, decisions that were lifted.
 * - `reports`: `received` since, of which `decided` and `upheld`; `medianHours` from the report to its
 *   outcome.
 * - `objections`: `sent` and `decided` since, of which `overturned`; `share` = overturned ÷ decided;
 *   `medianDays` from sending to the answer; `waiting` now, of which `overdue`.
 */
export async function moderationFigures(db: Read, since: Date) {
  const [groups, reports, objected] = await Promise.all([
    decisionGroups(db, since),
    reportFigures(db, since),
    objectionFigures(db, since),
  ])
  const against = groups.filter(({ act }) => act !== 'approve' && act !== 'restore')
  const only = (of: 'approve' | 'restore') => sumOf(groups.filter(({ act }) => act === of))
  return {
    total: sumOf(against),
    automated: sumOf(against.filter(({ isAutomated }) => isAutomated)),
    cleared: only('approve'),
    restored: only('restore'),
    byAct: talliesOf(against, ({ act }) => act),
    byReason: talliesOf(against, ({ reason }) => reason),
    byOrigin: talliesOf(against, ({ origin }) => origin),
    reports,
    objections: objected,
  }
}

export type ModerationFigures = Awaited<ReturnType<typeof moderationFigures>>

function decisionGroups(db: Read, since: Date) {
  const { act, reason, origin, isAutomated, decidedAt, undoneAt } = decisions
  return db
    .select({ act, reason, origin, isAutomated, n: howMany() })
    .from(decisions)
    .where(and(gte(decidedAt, since), isNull(undoneAt)))
    .groupBy(act, reason, origin, isAutomated)
}

type Group = Awaited<ReturnType<typeof decisionGroups>>[number]

const sumOf = (groups: { n: number }[]) => groups.reduce((sum, { n }) => sum + n, 0)

function talliesOf<Key extends string>(groups: Group[], keyOf: (group: Group) => Key) {
  const tallies = new Map<Key, number>()
  for (const group of groups) tallies.set(keyOf(group), (tallies.get(keyOf(group)) ?? 0) + group.n)
  return [...tallies].map(([key, n]) => ({ key, n })).sort((one, other) => other.n - one.n)
}

async function reportFigures(db: Read, since: Date) {
  const { createdAt, decidedAt, outcome, reporterId, confirmedAt } = flags
  const rows = await db
    .select({ createdAt, decidedAt, outcome })
    .from(flags)
    .where(and(gte(createdAt, since), or(isNotNull(reporterId), isNotNull(confirmedAt))))
    .orderBy(desc(createdAt))
    .limit(mostFlags)
  const decided = rows.filter((row) => row.decidedAt)
  return {
    received: rows.length,
    decided: decided.length,
    upheld: decided.filter((row) => row.outcome === 'upheld').length,
    medianHours: medianOf(decided.map((row) => (+row.decidedAt! - +row.createdAt) / hour)),
  }
}

async function objectionFigures(db: Read, since: Date) {
  const { sentAt, decidedAt, outcome, dueAt } = objections
  const open = isNull(decidedAt)
  const [decided, waiting, overdue, waitingSince] = await Promise.all([
    db.select({ sentAt, decidedAt, outcome }).from(objections).where(gte(decidedAt, since)),
    db.$count(objections, open),
    db.$count(objections, and(open, lt(dueAt, now()))),
    db.$count(objections, and(open, gte(sentAt, since))),
  ])
  const overturned = decided.filter((row) => row.outcome === 'overturned').length
  return {
    sent: waitingSince + decided.filter((row) => row.sentAt >= since).length,
    decided: decided.length,
    overturned,
    share: decided.length ? overturned / decided.length : undefined,
    medianDays: medianOf(decided.map((row) => (+row.decidedAt! - +row.sentAt) / day)),
    ...{ waiting, overdue },
  }
}
