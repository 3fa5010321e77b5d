import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { roundEntries, rounds } from '#db/schema/rounds.ts'
import { audit } from '../audit/audit.server.ts'
import { findIdea, type Idea, type Status } from '../ideas/idea.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { moveIdea } from '../workflow/move.server.ts'
import { entriesOf, findRound } from './round.server.ts'
import { stages } from './stages.rules.ts'

type Pick = { idea: number; reason: string }

/**
 * Declares a staff pick for a round that is still planned, with the reason that everybody reads; an
 * idea that is not in the line yet is shortlisted by it. Answers `picked`, or why it is refused:
 * `no-idea`, `merged`, `private`, `refused`, `in-review`, `not-allowed`, `already-picked`, `full`
 * (no place is left), `not-planned`; `undefined` where there is no such round.
 */
export async function pickIdea(tx: Tx, picker: Person, number: number, { idea, reason }: Pick) {
  const round = await findRound(tx, number)
  if (!round) return undefined
  if (!may(picker, 'rounds.run')) return 'not-allowed'
  const claimed = await holdPlanned(tx, round.id)
  if (!claimed) return 'not-planned'
  const found = await findIdea(tx, idea, picker)
  if (!found) return 'no-idea'
  const taken = await entriesOf(tx, round.id)
  if (taken.some(({ idea }) => idea.ideaId === found.id)) return 'already-picked'
  if (taken.length >= claimed.capacity) return 'full'
  const refusal = await shortlisted(tx, picker, found, reason)
  if (refusal) return refusal

  const row = { roundId: round.id, ideaId: found.id, votesAtEntry: found.votesCount }
  const pick = { way: 'pick', pickReason: reason.trim(), pickedBy: picker.id } as const
  await tx.insert(roundEntries).values({ ...row, ...pick, state: 'in' })
  await audit(tx, picker.id, 'round.picked', { subject: found.id, round: number, reason })
  return 'picked'
}

/**
 * A round while it is planned, held until the commit: two at once must not both take the last place,
 * and nothing is taken in or out once it has opened.
 */
async function holdPlanned(tx: Tx, roundId: string) {
  const [claimed] = await tx
    .update(rounds)
    .set({ state: 'planned' })
    .where(and(eq(rounds.id, roundId), eq(rounds.state, 'planned')))
    .returning()
  return claimed
}

/** Why the idea cannot be picked; `undefined` when it stands in the line, brought there if need be. */
async function shortlisted(tx: Tx, picker: Person, idea: Idea & { stage: Status }, note: string) {
  const { line, review } = stages
  if (idea.mergedIntoId) return 'merged'
  if (idea.place === 'private') return 'private'
  if (idea.stage.tone === 'refused' || idea.place === 'aside') return 'refused'
  if (idea.status === line) return undefined
  if (idea.status === review) return 'in-review'
  const outcome = await moveIdea(tx, picker, idea.number, { to: line, note, from: idea.status })
  return outcome === 'moved' ? undefined : 'not-allowed'
}

/**
 * Takes a pick back while its round is planned; the idea stays in the line. Answers `unpicked`,
 * `not-picked`, `not-planned`, `not-allowed`, or `undefined` where there is no such round.
 */
export async function unpickIdea(tx: Tx, picker: Person, number: number, idea: number) {
  const round = await findRound(tx, number)
  if (!round) return undefined
  if (!may(picker, 'rounds.run')) return 'not-allowed'
  if (!(await holdPlanned(tx, round.id))) return 'not-planned'
  const rows = await entriesOf(tx, round.id)
  const row = rows.find((one) => one.idea.number === idea && one.entry.way === 'pick')
  if (!row) return 'not-picked'

  const { ideaId, pickReason } = row.entry
  await tx
    .delete(roundEntries)
    .where(and(eq(roundEntries.roundId, round.id), eq(roundEntries.ideaId, ideaId)))
  await audit(tx, picker.id, 'round.unpicked', { subject: ideaId, round: number, pickReason })
  return 'unpicked'
}
