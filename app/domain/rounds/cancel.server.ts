import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { roundEntries, rounds } from '#db/schema/rounds.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { moveIdea } from '../workflow/move.server.ts'
import { entriesOf, findRound, leftBecause, type Round } from './round.server.ts'
import { stages } from './stages.rules.ts'

type Wish = { number: number; version: number; note: string }

/**
 * Calls a round off, with a note for everybody; what it had taken in goes back to the line, each
 * with that note in its timeline. The round itself stays readable. Answers `cancelled`; `stale` when
 * it is not the `version` that the staff saw; `too-late` once its outcomes are out; `stuck` when the
 * ideas may not go back (the brand's transitions, or what this person may do); `not-allowed`;
 * `undefined` where there is no such round. Only `cancelled` changes anything.
 */
export async function cancelRound(tx: Tx, staff: Person, { number, version, note }: Wish) {
  const round = await findRound(tx, number)
  if (!round) return undefined
  const inside = await insideOf(tx, round)
  const refusal = refusalOf(staff, round, version) ?? stuck(staff, inside)
  if (refusal) return refusal

  const [called] = await tx
    .update(rounds)
    .set({ state: 'cancelled', cancelNote: note.trim(), version: plus(rounds.version, 1) })
    .where(
      and(
        eq(rounds.id, round.id),
        eq(rounds.version, version),
        inArray(rounds.state, ['planned', 'open']),
      ),
    )
    .returning()
  if (!called) return 'stale'
  for (const { entry, idea } of inside) await sendBack(tx, staff, { entry, idea }, note)
  await audit(tx, staff.id, 'round.cancelled', { subject: round.id, number, note })
  return 'cancelled'
}

function refusalOf(staff: Person, { state, version }: Round, seen: number) {
  if (!may(staff, 'rounds.run')) return 'not-allowed'
  if (state !== 'planned' && state !== 'open') return 'too-late'
  return version === seen ? undefined : 'stale'
}

const stuck = (staff: Person, inside: unknown[]) =>
  inside.length && !may(staff, 'ideas.move') ? 'stuck' : undefined

async function insideOf(tx: Tx, round: Round) {
  const { review } = stages
  const rows = await entriesOf(tx, round.id)
  return rows.filter(({ entry, idea }) => !entry.outcome && !leftBecause(idea, review))
}

type Row = Awaited<ReturnType<typeof insideOf>>[number]

async function sendBack(tx: Tx, staff: Person, { entry, idea }: Row, note: string) {
  const { line, review } = stages
  const outcome = await moveIdea(tx, staff, idea.number, { to: line, note, from: review })
  await tx
    .update(roundEntries)
    .set({ outcome: outcome === 'moved' ? 'sent-back' : 'stuck' })
    .where(and(eq(roundEntries.roundId, entry.roundId), eq(roundEntries.ideaId, idea.ideaId)))
}
