import { and, asc, eq, sum } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { suspicions } from '#db/schema/point-desk.ts'
import { pointPending } from '#db/schema/points.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { holdChain } from './account.server.ts'
import { takeBack } from './reverse.server.ts'

export type Decision = { intent: 'clear' | 'take-back'; note: string }

/**
 * A moderator has looked: what was held is let go, and confirms on its day (`cleared`), or it is taken
 * back (`taken-back`). Answers `already-decided` when somebody was faster, `own` where the moderator is
 * among those concerned, `undefined` when there is no such suspicion or they may not decide.
 */
export async function decideSuspicion(
  tx: Tx,
  moderator: Person,
  id: string,
  { intent, note }: Decision,
) {
  if (!may(moderator, 'points.suspects')) return undefined
  await holdChain(tx)
  const [suspicion] = await tx.select().from(suspicions).where(eq(suspicions.id, id))
  if (!suspicion) return undefined
  if (suspicion.personIds.includes(moderator.id)) return 'own'

  const state = intent === 'clear' ? 'cleared' : 'taken-back'
  const points = await heldBy(tx, id)
  const [decided] = await tx
    .update(suspicions)
    .set({
      ...{ state, note, decidedBy: moderator.id, decidedAt: now() },
      facts: { ...suspicion.facts, decidedPoints: points },
    })
    .where(and(eq(suspicions.id, id), eq(suspicions.state, 'open')))
    .returning()
  if (!decided) return 'already-decided'

  if (intent === 'clear') await release(tx, id)
  else await takeBackHeld(tx, moderator, id)
  await audit(tx, moderator.id, `points.suspicion-${state}`, {
    subject: id,
    ...{ kind: suspicion.kind, personIds: suspicion.personIds, points },
  })
  return state
}

/** How many points a suspicion holds. */
async function heldBy(tx: Tx, id: string) {
  const [held] = await tx
    .select({ points: sum(pointPending.amount).mapWith(Number) })
    .from(pointPending)
    .where(eq(pointPending.heldBy, id))
  return held?.points ?? 0
}

const release = (tx: Tx, id: string) =>
  tx.update(pointPending).set({ heldBy: null }).where(eq(pointPending.heldBy, id))

async function takeBackHeld(tx: Tx, moderator: Person, id: string) {
  const held = await tx
    .select({ seq: pointPending.seq })
    .from(pointPending)
    .where(eq(pointPending.heldBy, id))
    .orderBy(asc(pointPending.seq))
  const why = { actorId: moderator.id, note: 'suspicion' }
  await takeBack(
    tx,
    held.map(({ seq }) => seq),
    why,
  )
}
