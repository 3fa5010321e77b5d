import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { howMany, plus } from '#db/expressions.ts'
import { cases } from '#db/schema/care.ts'
import { slaPolicies } from '#db/schema/care-clocks.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { policiesOf } from './clock.server.ts'
import { askReplan } from './replan.server.ts'
import { policyFor } from './sla.rules.ts'
import { openStates } from './state.rules.ts'

type Lead = { id: string }
export type Policy = typeof slaPolicies.$inferSelect
type Promised = Pick<
  Policy,
  'name' | 'topicId' | 'priority' | 'firstMinutes' | 'nextMinutes' | 'resolutionMinutes'
>

/** Every policy, retired ones too; the first that fits a case is its own. */
export const allPolicies = (db: Read) =>
  db.select().from(slaPolicies).orderBy(asc(slaPolicies.position), asc(slaPolicies.id))

/** The policy of this id, retired or not. */
export async function findPolicy(db: Read, id: string): Promise<Policy | undefined> {
  const [policy] = await db.select().from(slaPolicies).where(eq(slaPolicies.id, id))
  return policy
}

/**
 * How many of the cases that are open now each policy would catch, by its id; under `''` those that
 * none does.
 */
export async function caughtByEach(db: Read) {
  const open = inArray(cases.state, openStates)
  const [policies, groups] = await Promise.all([
    policiesOf(db),
    db
      .select({ topicId: cases.topicId, priority: cases.priority, n: howMany() })
      .from(cases)
      .where(and(open, isNotNull(cases.confirmedAt)))
      .groupBy(cases.topicId, cases.priority),
  ])
  const caught = new Map<string, number>()
  for (const { n, ...group } of groups) {
    const id = policyFor(policies, group)?.id ?? ''
    caught.set(id, (caught.get(id) ?? 0) + n)
  }
  return caught
}

/** Adds a policy at the end of those in use; answers its id. This and every change plans open cases anew. */
export async function addPolicy(tx: Tx, lead: Lead, promised: Promised) {
  const all = await allPolicies(tx)
  const position = 1 + Math.max(-1, ...all.map((policy) => policy.position))
  const [policy] = await tx
    .insert(slaPolicies)
    .values({ ...promised, position })
    .returning({ id: slaPolicies.id })
  await askReplan(tx)
  await audit(tx, lead.id, 'policy.added', { subject: policy!.id, ...promised })
  return policy!.id
}

/** Changes a policy that is as `seen` says: `changed`, or `stale` where somebody was quicker. */
export async function changePolicy(
  tx: Tx,
  lead: Lead,
  { id, seen }: { id: string; seen: number },
  promised: Promised,
) {
  const [changed] = await tx
    .update(slaPolicies)
    .set({ ...promised, version: plus(slaPolicies.version, 1) })
    .where(and(eq(slaPolicies.id, id), eq(slaPolicies.version, seen)))
    .returning({ id: slaPolicies.id })
  if (!changed) return 'stale'
  await askReplan(tx)
  await audit(tx, lead.id, 'policy.changed', { subject: id, ...promised })
  return 'changed'
}

/** Takes a policy out of use, or into it again: `retired`, `restored`, `undefined` where there is none. */
export async function retirePolicy(tx: Tx, lead: Lead, id: string, isRetired: boolean) {
  const [policy] = await tx
    .update(slaPolicies)
    .set({ retiredAt: isRetired ? now() : null, version: plus(slaPolicies.version, 1) })
    .where(eq(slaPolicies.id, id))
    .returning({ id: slaPolicies.id })
  if (!policy) return undefined
  await askReplan(tx)
  await audit(tx, lead.id, isRetired ? 'policy.retired' : 'policy.restored', { subject: id })
  return isRetired ? 'retired' : 'restored'
}

/** Moves a policy one place up or down among those in use; at the end of the list it stays. */
export async function placePolicy(tx: Tx, lead: Lead, id: string, by: -1 | 1) {
  const all = (await allPolicies(tx)).filter(({ retiredAt }) => !retiredAt)
  const from = all.findIndex((policy) => policy.id === id)
  if (from < 0) return undefined
  if (!all[from + by]) return 'moved'
  const order = all.toSpliced(from, 1).toSpliced(from + by, 0, all[from]!)
  for (const [position, policy] of order.entries())
    await tx.update(slaPolicies).set({ position }).where(eq(slaPolicies.id, policy.id))
  await askReplan(tx)
  await audit(tx, lead.id, 'policy.placed', { subject: id })
  return 'moved'
}
