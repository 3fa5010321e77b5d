import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { decisions, flags } from '#db/schema/moderation.ts'
import { now } from '#db/time.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { beforeOf, type Decision } from './act.rules.ts'
import { restoreAll } from './carry-out.server.ts'
import { markLifted, standingOn, writeDecision } from './decision.server.ts'
import { mayDecideOn } from './may-decide.server.ts'
import type { Thing } from './sight.server.ts'

type Said = {
  /** What the person is told. */
  facts?: string
  /** The person hears of it by the answer to their objection. */
  isQuiet?: boolean
}

/**
 * Lifts a decision, however long ago it was made: all is back as it was, with votes, points and the
 * place in its thread; other decisions that kept the same thing out of sight are lifted with it; its
 * flags count as wrong. Answers the new decision (act `restore`); or, with nothing changed,
 * `restored-already`, `not-restorable` (nothing was taken, or undone), `not-allowed`, `own` or `staff`
 * (see `mayDecideOn`); `undefined`, no such decision.
 */
export async function restore(
  tx: Tx,
  moderator: Person,
  decisionId: string,
  { facts = '', isQuiet }: Said = {},
) {
  const [decision] = await tx.select().from(decisions).where(eq(decisions.id, decisionId))
  if (!decision) return undefined
  const refusal = await refusalOf(tx, moderator, decision)
  if (refusal) return refusal
  if (!(await markLifted(tx, [decisionId], now())).length) return 'restored-already'

  await restoreAll(tx, moderator.id, decision)
  if (beforeOf(decision).sight) {
    const others = (await standingOn(tx, decision)).map(({ id }) => id)
    await markLifted(tx, others, now())
  }
  await overturnFlags(tx, decision.itemId)
  const said = { act: 'restore' as const, reason: decision.reason, facts: facts.trim(), isQuiet }
  const before = { restores: decisionId }
  return writeDecision(tx, decision, { ...said, decidedBy: moderator.id, before })
}

async function refusalOf(tx: Tx, moderator: Person, { personId, undoneAt, act }: Decision) {
  const may = await mayDecideOn(tx, moderator, personId)
  if (may !== 'yes') return may
  return undoneAt || act === 'approve' || act === 'restore' ? 'not-restorable' : undefined
}

/** Whoever reported was not right after all. */
async function overturnFlags(tx: Tx, itemId: string | null) {
  if (!itemId) return
  const upheld = and(eq(flags.itemId, itemId), eq(flags.outcome, 'upheld'))
  await tx.update(flags).set({ outcome: 'rejected' }).where(upheld)
}

/** The decision that keeps something out of sight, to be lifted where it was hidden. */
export async function decisionHiding(tx: Tx, thing: Thing) {
  const [decision] = await standingOn(tx, thing)
  return decision
}

/** Lifts every decision that kept something out of sight, which somebody has brought back by other ways. */
export async function liftHiding(tx: Tx, thing: Thing) {
  const standing = await standingOn(tx, thing)
  await markLifted(
    tx,
    standing.map(({ id }) => id),
    now(),
  )
}
