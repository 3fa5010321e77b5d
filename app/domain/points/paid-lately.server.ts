import { and, eq, gt, gte, inArray, lte, sum } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { pointChain, pointEntries } from '#db/schema/points.ts'

const slice = 20_000
const patienceMs = 1_500

/**
 * What the ledger paid by a rule since a moment, less what was taken back of it; `undefined` where
 * there is more to add up than 1.5 seconds allow. The entries are in the order of time.
 */
export async function paidLately(db: Read, rule: string, since: Date) {
  const until = Date.now() + patienceMs
  const [end] = await db.select({ seq: pointChain.seq }).from(pointChain)
  let total = 0
  for (let to = end?.seq ?? 0; to > 0; to -= slice) {
    if (Date.now() > until) return undefined
    const range = and(gt(pointEntries.seq, to - slice), lte(pointEntries.seq, to))
    const rows = await db
      .select({ kind: pointEntries.kind, points: sum(pointEntries.amount).mapWith(Number) })
      .from(pointEntries)
      .where(
        and(
          range,
          eq(pointEntries.rule, rule),
          gte(pointEntries.at, since),
          inArray(pointEntries.kind, ['earn', 'reverse', 'owe']),
        ),
      )
      .groupBy(pointEntries.kind)
    for (const { kind, points } of rows) total += kind === 'earn' ? points : -points
    if (await startsBefore(db, to - slice + 1, since)) break
  }
  return total
}

async function startsBefore(db: Read, seq: number, since: Date) {
  const [first] = await db
    .select({ at: pointEntries.at })
    .from(pointEntries)
    .where(eq(pointEntries.seq, Math.max(1, seq)))
  return !first || first.at < since
}
