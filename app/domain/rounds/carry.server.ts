import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { roundEntries, rounds } from '#db/schema/rounds.ts'
import { entriesOf, type EntryRow, nextRound } from './round.server.ts'

/**
 * Gives undecided ideas their places in the round that opens next; they stay in review meanwhile,
 * and what was written of them goes along. Answers `undefined` when they have them, `no-next` where
 * no round is planned, `no-room` where it has too few places left: then nothing is changed.
 */
export async function carryOver(tx: Tx, rows: EntryRow[]) {
  const next = await nextRound(tx)
  const [claimed] = next
    ? await tx
        .update(rounds)
        .set({ state: 'planned' })
        .where(and(eq(rounds.id, next.id), eq(rounds.state, 'planned')))
        .returning()
    : []
  if (!claimed) return 'no-next'
  const taken = await entriesOf(tx, claimed.id)
  if (taken.length + rows.length > claimed.capacity) return 'no-room'

  for (const { entry, idea } of rows) {
    const { roundId, ideaId, way, pickReason, pickedBy, note, reason, couldChange } = entry
    const words = { way, pickReason, pickedBy, note, reason, couldChange }
    await tx.insert(roundEntries).values({
      ...{ roundId: claimed.id, ideaId, ...words },
      ...{ state: 'in', votesAtEntry: idea.votesCount },
    })
    await tx
      .update(roundEntries)
      .set({ outcome: 'carried' })
      .where(and(eq(roundEntries.roundId, roundId), eq(roundEntries.ideaId, ideaId)))
  }
  return undefined
}
