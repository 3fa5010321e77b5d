import type { Tx } from '#db/database.server.ts'
import { insertAll } from '#db/bulk.server.ts'
import { plusGiven } from '#db/expressions.ts'
import { pointVintages } from '#db/schema/points.ts'
import type { Entry } from './ledger.rules.ts'

const target = [pointVintages.personId, pointVintages.expiresOn]
const adding = { target, set: { amount: plusGiven(pointVintages.amount) } }

/** Adds what came in to the day on which it ends; what goes out goes out of the oldest by itself. */
export async function keepVintages(tx: Tx, entries: Entry[]) {
  const sums = new Map<string, typeof pointVintages.$inferSelect>()
  for (const { personId, amount, credit, expiresOn } of entries) {
    if (credit !== 'available' || !expiresOn) continue
    const key = `${expiresOn} ${personId}`
    sums.set(key, { personId, expiresOn, amount: (sums.get(key)?.amount ?? 0) + amount })
  }
  const rows = [...sums.values()]
  await insertAll(tx, pointVintages, rows, adding)
}
