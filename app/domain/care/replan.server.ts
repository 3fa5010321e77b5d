import { and, asc, gt, inArray, isNotNull } from 'drizzle-orm'
import { newId } from '#db/columns.ts'
import type { Tx } from '#db/database.server.ts'
import { cases } from '#db/schema/care.ts'
import { caseClocks } from '#db/schema/care-clocks.ts'
import { ask } from '../jobs/job.server.ts'
import { followClocks, policiesOf } from './clock.server.ts'
import { type ClockName, minutesOf, policyFor } from './sla.rules.ts'
import { openStates } from './state.rules.ts'

const atOnce = 50

/** Asks for the clocks of all open cases to follow the policies as they are from this commit on. */
export const askReplan = (tx: Tx) =>
  ask(tx, 'care', `replan:${newId()}`, { payload: { replan: true } })

/**
 * Looks at the next fifty open cases after `after`, and plans the clocks of those anew that run by
 * another policy than is theirs now. Answers the last one it looked at; `undefined` after the last.
 */
export async function replanSome(tx: Tx, after: string): Promise<string | undefined> {
  const { id, topicId, priority, lastAgentAt } = cases
  const isOpen = and(inArray(cases.state, openStates), isNotNull(cases.confirmedAt))
  const some = await tx
    .select({ id, topicId, priority, lastAgentAt })
    .from(cases)
    .where(and(isOpen, gt(id, after)))
    .orderBy(asc(id))
    .limit(atOnce)
  if (!some.length) return undefined
  const [policies, clocks] = [await policiesOf(tx), await clocksOf(tx, some)]
  for (const found of some) {
    const theirs = clocks.filter(({ caseId }) => caseId === found.id)
    if (!isPlannedBy(policyFor(policies, found), found, theirs))
      await followClocks(tx, found.id, 'changed')
  }
  return some.at(-1)!.id
}

const clocksOf = (tx: Tx, some: { id: string }[]) =>
  tx
    .select()
    .from(caseClocks)
    .where(
      inArray(
        caseClocks.caseId,
        some.map(({ id }) => id),
      ),
    )

type Row = typeof caseClocks.$inferSelect
type Policy = Parameters<typeof minutesOf>[0] & { id: string }

/** Whether all that runs runs by this policy, and nothing that it promises is missing. */
function isPlannedBy(
  policy: Policy | undefined,
  { lastAgentAt }: { lastAgentAt: Date | null },
  clocks: Row[],
) {
  const isAsPromised = ({ clock, minutes, policyId }: Row) =>
    policyId === policy?.id && minutes === minutesOf(policy, clock)
  const promised: ClockName[] = lastAgentAt ? ['resolution'] : ['first', 'resolution']
  return (
    clocks.filter(({ endedAt }) => !endedAt).every(isAsPromised) &&
    promised.every(
      (name) => minutesOf(policy, name) === null || clocks.some(({ clock }) => clock === name),
    )
  )
}
