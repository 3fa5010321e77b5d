import type { Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { counters } from '#db/schema/counters.ts'

const first = 1001

/** The next number of a case, from 1001; never given twice, gaps allowed. */
export async function nextCaseNumber(tx: Tx) {
  const [counter] = await tx
    .insert(counters)
    .values({ name: 'cases', value: first })
    .onConflictDoUpdate({ target: counters.name, set: { value: plus(counters.value, 1) } })
    .returning()
  return counter!.value
}
