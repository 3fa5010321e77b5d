import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { roundEntries, rounds } from '#db/schema/rounds.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { personOf } from '../identity/person.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { ask } from '../jobs/job.server.ts'
import { moveIdea } from '../workflow/move.server.ts'
import type { Reason } from '../workflow/workflow.rules.ts'
import { carryOver } from './carry.server.ts'
import {
  type Entry,
  entriesOf,
  type EntryRow,
  findRound,
  leftBecause,
  type Round,
} from './round.server.ts'
import { stages } from './stages.rules.ts'

type Wish = { number: number; version: number; carry?: boolean }

/** The ideas of an open round that still are its to decide and are not decided. */
export async function undecidedOf(tx: Parameters<typeof entriesOf>[0], round: Round) {
  const { review } = stages
  const rows = await entriesOf(tx, round.id)
  return rows.filter(
    ({ entry, idea }) => !entry.toStatus && !entry.outcome && !leftBecause(idea, review),
  )
}

/**
 * Begins to publish the outcomes of an open round, all of them together; the clock does the moves
 * (`publishSome`). What is undecided is carried over to the next round where `carry` says so.
 * `publisher` is `null` for the clock. Answers `begun`; `undecided`; `no-next` or `no-room` where
 * nothing can be carried; `stale` when the round is not what the publisher saw; `not-open`;
 * `not-allowed`; `undefined` where there is no such round.
 */
export async function beginPublishing(tx: Tx, publisher: Person | null, wish: Wish) {
  const round = await findRound(tx, wish.number)
  if (!round) return undefined
  const closed = closedTo(publisher, round)
  if (closed) return closed
  // Held until the commit: nobody decides anything of it meanwhile.
  const [begun] = await tx
    .update(rounds)
    .set({ state: 'open' })
    .where(and(eq(rounds.id, round.id), eq(rounds.state, 'open'), eq(rounds.version, wish.version)))
    .returning()
  if (!begun) return 'stale'
  const undecided = await undecidedOf(tx, round)
  const refusal = await withoutUndecided(tx, undecided, wish.carry)
  if (refusal) return refusal

  await tx
    .update(rounds)
    .set({ state: 'publishing', version: plus(rounds.version, 1) })
    .where(eq(rounds.id, round.id))
  const payload = { act: 'publish', number: round.number }
  await ask(tx, 'round', `round-publish:${round.id}`, { payload })
  const facts = { number: round.number, carried: undecided.length }
  await audit(tx, publisher && publisher.id, 'round.publishing', { subject: round.id, ...facts })
  return 'begun'
}

function closedTo(publisher: Person | null, { state }: Round) {
  if (publisher && !may(publisher, 'rounds.run')) return 'not-allowed'
  return state === 'open' ? undefined : 'not-open'
}

async function withoutUndecided(tx: Tx, undecided: EntryRow[], carry?: boolean) {
  if (!undecided.length) return undefined
  return carry ? carryOver(tx, undecided) : 'undecided'
}

/**
 * Makes up to `most` of the moves of a round that is being published, each in the name of who
 * decided it and with what they may do now; an idea that left the round meanwhile is left out, with
 * the reason. Answers `more`, or `done` once the round is published and told. However often it
 * begins again, no move is made twice.
 */
export async function publishSome(tx: Tx, number: number, most = 20) {
  const round = await findRound(tx, number)
  if (round?.state !== 'publishing') return 'done'
  const rows = await tx
    .select({ ideaId: roundEntries.ideaId })
    .from(roundEntries)
    .where(
      and(
        eq(roundEntries.roundId, round.id),
        isNull(roundEntries.outcome),
        isNotNull(roundEntries.toStatus),
        eq(roundEntries.state, 'in'),
      ),
    )
    .orderBy(asc(roundEntries.ideaId))
    .limit(most)
  const ids = new Set(rows.map(({ ideaId }) => ideaId))
  const all = await entriesOf(tx, round.id)
  for (const row of all) if (ids.has(row.idea.ideaId)) await tellOne(tx, round, row)
  return rows.length === most ? 'more' : finish(tx, round, all)
}

async function tellOne(tx: Tx, round: Round, row: EntryRow) {
  // Claimed first, so that of two who publish at once only one makes the move.
  if (!(await conclude(tx, row.entry, 'moved'))) return
  const outcome = await moved(tx, round, row)
  if (outcome !== 'moved') await overrule(tx, row.entry, outcome)
}

async function moved(tx: Tx, round: Round, { entry, idea }: EntryRow) {
  const { review } = stages
  const left = leftBecause(idea, review)
  if (left) return left
  const decider = entry.decidedBy && (await personOf(tx, entry.decidedBy))
  if (!decider) return 'decider-gone'
  const { note, couldChange, official } = entry
  const outcome = await moveIdea(tx, decider, idea.number, {
    to: entry.toStatus!,
    note,
    reason: (entry.reason as Reason | null) ?? undefined,
    couldChange,
    official,
    from: review,
    roundId: round.id,
  })
  return outcome === 'stale' ? 'moved-apart' : (outcome ?? 'private')
}

async function finish(tx: Tx, round: Round, rows: EntryRow[]) {
  const { review } = stages
  for (const { entry, idea } of rows)
    if (!entry.outcome && !entry.toStatus)
      await conclude(tx, entry, leftBecause(idea, review) ?? 'moved-apart')
  const [published] = await tx
    .update(rounds)
    .set({ state: 'published', publishedAt: now(), version: plus(rounds.version, 1) })
    .where(and(eq(rounds.id, round.id), eq(rounds.state, 'publishing')))
    .returning()
  if (!published) return 'done'
  await record(tx, { verb: 'round.published', actorId: null, subjectId: round.id })
  await audit(tx, null, 'round.published', { subject: round.id, number: round.number })
  return 'done'
}

/** Notes what came of an entry, unless somebody has already. */
async function conclude(tx: Tx, { roundId, ideaId }: Entry, outcome: string) {
  const { roundId: of, ideaId: about, outcome: come } = roundEntries
  const [concluded] = await tx
    .update(roundEntries)
    .set({ outcome })
    .where(and(eq(of, roundId), eq(about, ideaId), isNull(come)))
    .returning({ ideaId: about })
  return concluded
}

async function overrule(tx: Tx, { roundId, ideaId }: Entry, outcome: string) {
  const { roundId: of, ideaId: about } = roundEntries
  await tx
    .update(roundEntries)
    .set({ outcome })
    .where(and(eq(of, roundId), eq(about, ideaId)))
}
