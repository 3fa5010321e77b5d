import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { roundEntries, rounds } from '#db/schema/rounds.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { isWay, moveByHouse } from '../workflow/house-move.server.ts'
import { forecast } from './line.server.ts'
import {
  type Entry,
  entriesOf,
  type EntryRow,
  findRound,
  leftBecause,
  type Round,
} from './round.server.ts'
import { stages } from './stages.rules.ts'

/** The reason the house gives when a round takes an idea in; the words are in `staff:reasons`. */
const entryReason = 'round_entry'
const together = 500

/**
 * Opens a planned round: takes in its picks, what was carried over to it, and the most voted as its
 * rules say, and moves them into review; the votes of that moment are kept. All others in line wait.
 * `opener` is whoever pressed the button, `null` the clock, which opens none before its time.
 * Answers `opened`; `not-due`; `not-planned` (begun already); `no-way` when the brand's transitions
 * do not lead from the line into review; `not-allowed`; `undefined` where there is no such round.
 */
export async function openRound(tx: Tx, opener: Person | null, number: number) {
  const round = await findRound(tx, number)
  if (!round) return undefined
  const refusal = closedTo(opener, round)
  if (refusal) return refusal
  if (!(await isWay(tx, stages.line, stages.review))) return 'no-way'
  const opensAt = round.opensAt < now() ? round.opensAt : now()
  const [opened] = await tx
    .update(rounds)
    .set({ state: 'open', filledAt: now(), opensAt, version: plus(rounds.version, 1) })
    .where(and(eq(rounds.id, round.id), eq(rounds.state, 'planned')))
    .returning()
  if (!opened) return 'not-planned'

  const taken = await fill(tx, opened)
  await audit(tx, opener?.id ?? null, 'round.opened', { subject: round.id, number, ...taken })
  return 'opened'
}

function closedTo(opener: Person | null, { opensAt }: Round) {
  if (!opener) return opensAt > now() ? 'not-due' : undefined
  return may(opener, 'rounds.run') ? undefined : 'not-allowed'
}

async function fill(tx: Tx, round: Round) {
  const declared = await entriesOf(tx, round.id)
  const { given, enter, wait } = await forecast(tx, round, round)
  const ready = new Set(given.map(({ idea }) => idea.ideaId))
  for (const row of declared)
    if (ready.has(row.idea.ideaId)) await settle(tx, row)
    else await leaveOut(tx, row)
  const entries = [
    ...enter.map((one) => entryFor(round, one, 'in')),
    ...wait.map((one) => entryFor(round, one, 'waiting')),
  ]
  for (let i = 0; i < entries.length; i += together)
    await tx.insert(roundEntries).values(entries.slice(i, i + together))

  await moveIn(tx, round, await entriesOf(tx, round.id))
  return { taken: given.length + enter.length, waiting: wait.length }
}

const entryFor = (
  round: Round,
  { ideaId, votesCount }: { ideaId: string; votesCount: number },
  state: Entry['state'],
) => ({ roundId: round.id, ideaId, way: 'votes' as const, state, votesAtEntry: votesCount })

const settle = (tx: Tx, { entry, idea }: EntryRow) =>
  keep(tx, entry, { votesAtEntry: idea.votesCount })

async function leaveOut(tx: Tx, { entry, idea }: EntryRow) {
  const { line } = stages
  await keep(tx, entry, { outcome: leftBecause(idea, line) ?? 'moved-apart' })
}

async function moveIn(tx: Tx, round: Round, rows: EntryRow[]) {
  const { line, review } = stages
  const { locale } = await siteSettings(tx)
  const note = locale === 'it' ? round.titleIt : round.titleEn
  for (const { entry, idea } of rows) {
    if (entry.outcome || idea.status === review) continue
    const step = { from: line, to: review, note, reason: entryReason }
    const outcome = await moveByHouse(tx, idea.number, step)
    if (outcome !== 'moved') await keep(tx, entry, { outcome: 'moved-apart' })
  }
}

async function keep(tx: Tx, { roundId, ideaId }: Entry, change: Partial<Entry>) {
  await tx
    .update(roundEntries)
    .set(change)
    .where(and(eq(roundEntries.roundId, roundId), eq(roundEntries.ideaId, ideaId)))
}
