import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { cases } from '#db/schema/care.ts'
import { caseCalls } from '#db/schema/care-desk.ts'
import { caseViews, type CaseView } from './list.form.ts'
import { statesIn, viewedBy } from './list.server.ts'

/** Of more than so many it is only said that there are more. */
export const mostCounted = 99

/** How many cases of each view are to do, `mostCounted + 1` for more; of "called", those not looked at. */
export async function viewCounts(db: Read, agent: { id: string }) {
  const counts = await Promise.all(
    caseViews.map(async (view) => [view, await countOf(db, agent, view)] as const),
  )
  return Object.fromEntries(counts) as Record<CaseView, number>
}

async function countOf(db: Read, agent: { id: string }, view: CaseView) {
  if (view === 'called') return callsOf(db, agent)
  let sum = 0
  for (const state of statesIn.todo) {
    const some = db
      .select({ id: cases.id })
      .from(cases)
      .where(and(viewedBy(agent, view), eq(cases.state, state), isNotNull(cases.confirmedAt)))
      .limit(mostCounted + 1)
      .as('some')
    const [row] = await db.select({ n: howMany() }).from(some)
    sum += row!.n
    if (sum > mostCounted) return mostCounted + 1
  }
  return sum
}

async function callsOf(db: Read, agent: { id: string }) {
  const some = db
    .select({ id: caseCalls.caseId })
    .from(caseCalls)
    .innerJoin(cases, eq(cases.id, caseCalls.caseId))
    .where(
      and(
        eq(caseCalls.agentId, agent.id),
        isNull(caseCalls.seenAt),
        inArray(cases.state, statesIn.todo),
      ),
    )
    .limit(mostCounted + 1)
    .as('some')
  const [row] = await db.select({ n: howMany() }).from(some)
  return row!.n
}
