import { and, eq, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { roundEntries, rounds } from '#db/schema/rounds.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { movesOpenTo } from '../workflow/move.server.ts'
import type { DecisionValues } from './round.form.ts'
import { type EntryRow, findEntry, findRound, leftBecause } from './round.server.ts'
import { stages } from './stages.rules.ts'

/** The outcomes that `decider` may give to an idea of a round. */
export async function outcomesFor(db: Read, decider: Person) {
  const { review } = stages
  return movesOpenTo(db, decider, review)
}

/**
 * Keeps what is to become of an idea of an open round, inside until all outcomes are published;
 * without `to` it stays undecided and only the words are kept. Answers `kept`; `stale` when it is no
 * longer the `version` that the decider saw; `not-open`; `left` when the idea is no longer the
 * round's to decide; `not-allowed`; `note-needed`, `reason-needed`; `undefined` where there is none.
 */
export async function decide(
  tx: Tx,
  decider: Person,
  { number, idea }: { number: number; idea: number },
  said: DecisionValues,
) {
  const row = await entryIn(tx, number, idea)
  if (!row) return undefined
  const refusal = closedTo(decider, row) ?? (await refusalOf(tx, decider, said))
  if (refusal) return refusal

  // Held until the commit: nothing is decided of a round that is being published; and whoever
  // publishes must have seen this.
  const [open] = await tx
    .update(rounds)
    .set({ version: plus(rounds.version, 1) })
    .where(and(eq(rounds.id, row.entry.roundId), eq(rounds.state, 'open')))
    .returning()
  if (!open) return 'not-open'
  if (!(await keep(tx, decider, row.entry, said))) return 'stale'
  const { to = null, reason = null } = said
  const facts = { round: number, to, reason }
  await audit(tx, decider.id, 'round.decided', { subject: row.idea.ideaId, ...facts })
  return 'kept'
}

async function entryIn(tx: Tx, number: number, idea: number) {
  const round = await findRound(tx, number)
  return round && findEntry(tx, round.id, idea)
}

function closedTo(decider: Person, { entry, idea }: EntryRow) {
  if (!may(decider, 'rounds.run')) return 'not-allowed'
  return entry.outcome || leftBecause(idea, stages.review) ? 'left' : undefined
}

async function refusalOf(tx: Tx, decider: Person, { to, note, reason, official }: DecisionValues) {
  if (!to) return undefined
  const way = (await outcomesFor(tx, decider)).find(({ toStatus }) => toStatus === to)
  if (!way || (official && !may(decider, 'ideas.answer'))) return 'not-allowed'
  if (way.needsReason && !reason) return 'reason-needed'
  return note.trim() ? undefined : 'note-needed'
}

async function keep(
  tx: Tx,
  decider: Person,
  { roundId, ideaId }: { roundId: string; ideaId: string },
  said: DecisionValues,
) {
  const { to, note, reason, couldChange, official, version } = said
  const { roundId: of, ideaId: about, version: seen, outcome } = roundEntries
  const [kept] = await tx
    .update(roundEntries)
    .set({
      toStatus: to || null,
      note: note.trim(),
      reason: reason ?? null,
      couldChange: couldChange.trim(),
      official: !!official,
      decidedBy: decider.id,
      decidedAt: now(),
      version: plus(seen, 1),
    })
    .where(and(eq(of, roundId), eq(about, ideaId), eq(seen, version), isNull(outcome)))
    .returning()
  return kept
}
