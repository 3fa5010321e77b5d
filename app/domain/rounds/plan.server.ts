import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { rounds } from '#db/schema/rounds.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { entriesOf, findRound, type Round } from './round.server.ts'

export type Plan = Pick<
  Round,
  'titleIt' | 'titleEn' | 'opensAt' | 'closesAt' | 'capacity' | 'perCategory'
>

const mostTries = 5

/** Plans a round and answers it, under the next public number; `not-allowed` where the planner may not. */
export async function planRound(tx: Tx, planner: Person, plan: Plan) {
  if (!may(planner, 'rounds.run')) return 'not-allowed'
  for (let tries = 0; tries < mostTries; tries++) {
    const [last] = await tx
      .select({ number: rounds.number })
      .from(rounds)
      .orderBy(desc(rounds.number))
      .limit(1)
    const row = { ...plan, number: (last?.number ?? 0) + 1, createdBy: planner.id }
    // Somebody who plans at the same moment may take the number first.
    const [round] = await tx
      .insert(rounds)
      .values({ ...row, state: 'planned' })
      .onConflictDoNothing()
      .returning()
    if (!round) continue
    await audit(tx, planner.id, 'round.planned', { subject: round.id, ...plan })
    return round
  }
  throw new Error('No number was free for a new round')
}

/**
 * Changes a round that is still planned. Answers `edited`; `stale` when it is no longer the
 * `version` that the editor saw; `not-planned` once it has begun or was called off; `too-few-places` for its picks; `not-allowed`;
 * `undefined` where there is none.
 */
export async function editRound(
  tx: Tx,
  editor: Person,
  { number, version }: { number: number; version: number },
  plan: Plan,
) {
  const before = await findRound(tx, number)
  if (!before) return undefined
  if (!may(editor, 'rounds.run')) return 'not-allowed'
  // Held until the commit: a pick at this moment must not take a place that is given up.
  const [held] = await tx
    .update(rounds)
    .set({ state: 'planned' })
    .where(and(eq(rounds.id, before.id), eq(rounds.state, 'planned')))
    .returning()
  if (!held) return 'not-planned'
  if (held.version === version && (await entriesOf(tx, before.id)).length > plan.capacity)
    return 'too-few-places'

  const [edited] = await tx
    .update(rounds)
    .set({ ...plan, version: plus(rounds.version, 1) })
    .where(and(eq(rounds.id, before.id), eq(rounds.version, version), eq(rounds.state, 'planned')))
    .returning()
  if (!edited) return 'stale'
  const was = { opensAt: before.opensAt, closesAt: before.closesAt, capacity: before.capacity }
  await audit(tx, editor.id, 'round.edited', { subject: before.id, was, ...plan })
  return 'edited'
}
