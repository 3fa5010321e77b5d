import { and, gte, isNotNull, isNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { appeals, resubmissions } from '#db/schema/appeals.ts'
import { moves } from '#db/schema/workflow.ts'
import type { Reason } from '../workflow/workflow.rules.ts'
import { medianOf, reasonIn } from './appeal.rules.ts'

const day = 86_400_000

/**
 * What became of the brand's refusals since a moment, for the transparency page:
 * - `decisions`: the moves with a coded reason (declined, archived, hidden) made since, by reason,
 *   most first; the house's own moves (votes reached) do not count.
 * - `appeals`: `sent`, the appeals sent since; `decided`, those decided since, of which `overturned`;
 *   `share` = overturned ÷ decided, between 0 and 1, `undefined` where none was decided.
 * - `medianDays`: the median of (decided − sent), in days with fractions, over appeals and new words
 *   decided since; those that still wait are left out, and `waiting` says how many they are.
 * - `resubmissions`: new words `sent` since, and of those decided since how many were `taken`.
 */
export async function appealFigures(db: Read, since: Date) {
  const [refused, asked, sent] = await Promise.all([
    refusalsSince(db, since),
    appealsSince(db, since),
    resubmissionsSince(db, since),
  ])
  const overturned = asked.decided.filter(({ outcome }) => outcome === 'overturned').length
  const answered = [...asked.decided, ...sent.decided]
  return {
    decisions: refused,
    appeals: {
      sent: asked.sent,
      decided: asked.decided.length,
      overturned,
      share: asked.decided.length ? overturned / asked.decided.length : undefined,
    },
    medianDays: medianOf(answered.map(({ sentAt, decidedAt }) => (+decidedAt! - +sentAt) / day)),
    waiting: asked.waiting + sent.waiting,
    resubmissions: {
      sent: sent.sent,
      taken: sent.decided.filter(({ outcome }) => outcome === 'taken').length,
    },
  }
}

export type AppealFigures = Awaited<ReturnType<typeof appealFigures>>

async function refusalsSince(db: Read, since: Date) {
  const rows = await db
    .select({ reason: moves.reason, n: howMany() })
    .from(moves)
    .where(and(isNotNull(moves.reason), gte(moves.movedAt, since)))
    .groupBy(moves.reason)
  return rows
    .map(({ reason, n }) => ({ reason: reasonIn(reason), n }))
    .filter((row): row is { reason: Reason; n: number } => !!row.reason)
    .sort((one, other) => other.n - one.n)
}

async function appealsSince(db: Read, since: Date) {
  const { sentAt, decidedAt, outcome } = appeals
  const [decided, open] = await Promise.all([
    db.select({ sentAt, decidedAt, outcome }).from(appeals).where(gte(decidedAt, since)),
    db.select({ sentAt }).from(appeals).where(isNull(decidedAt)),
  ])
  return { decided, sent: sentSince(since, decided, open), waiting: open.length }
}

async function resubmissionsSince(db: Read, since: Date) {
  const { sentAt, decidedAt, outcome } = resubmissions
  const [decided, open] = await Promise.all([
    db.select({ sentAt, decidedAt, outcome }).from(resubmissions).where(gte(decidedAt, since)),
    db.select({ sentAt }).from(resubmissions).where(isNull(decidedAt)),
  ])
  return { decided, sent: sentSince(since, decided, open), waiting: open.length }
}

/** Whatever was sent since then waits still, or was decided since then. */
const sentSince = (since: Date, ...rows: { sentAt: Date }[][]) =>
  rows.flat().filter(({ sentAt }) => sentAt >= since).length
