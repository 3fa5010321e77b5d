import { and, asc, eq, gt, lte } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { pointEntries, pointPending } from '#db/schema/points.ts'
import { now } from '#db/time.ts'
import { holdChain } from './account.server.ts'
import type { Entry } from './ledger.rules.ts'
import { answersOf } from './proof-chain.server.ts'
import { waitingOf, type Wrong } from './proof.rules.ts'

const together = 500
const largest = 2 ** 31 - 1

/** Earnings that wait in the ledger and are not kept as waiting, or the other way round. */
export async function* pendingFaults(db: Read): AsyncGenerator<Wrong> {
  for (let after = 0; ;) {
    const page = await db
      .select()
      .from(pointEntries)
      .where(and(gt(pointEntries.seq, after), eq(pointEntries.kind, 'earn')))
      .orderBy(asc(pointEntries.seq))
      .limit(together)
    const last = page.at(-1)?.seq ?? largest
    yield* waitingFaults(db, page, { after, last })
    if (!page.length) break
    after = last
  }
}

async function* waitingFaults(
  db: Read,
  page: Entry[],
  { after, last }: { after: number; last: number },
): AsyncGenerator<Wrong> {
  const answers = await answersOf(db, page)
  const rows = await db
    .select()
    .from(pointPending)
    .where(and(gt(pointPending.seq, after), lte(pointPending.seq, last)))
  const kept = new Map(rows.map((row) => [row.seq, row]))
  for (const entry of page) {
    const row = kept.get(entry.seq)
    kept.delete(entry.seq)
    const counted = waitingOf(entry, answers.get(entry.seq) ?? [])
    const stored = row?.personId === entry.personId ? row.amount : 0
    const of = `entry ${entry.seq}`
    if (stored !== counted) yield { counter: 'waiting', of, stored, counted, mend: mendOf(entry) }
  }
  for (const { seq, amount } of kept.values())
    yield { counter: 'waiting', of: `entry ${seq}`, stored: amount, counted: 0, mend: dropOf(seq) }
}

const mendOf = (entry: Entry) => async (tx: Tx) => {
  await holdChain(tx)
  const answers = await answersOf(tx, [entry])
  const amount = waitingOf(entry, answers.get(entry.seq) ?? [])
  await tx.delete(pointPending).where(eq(pointPending.seq, entry.seq))
  if (!amount) return
  const { seq, personId, rule, ideaId, categoryId, actedAt, at } = entry
  const about = { seq, personId, amount, ideaId, categoryId }
  // When it was to be confirmed is known no longer: now.
  const times = { actedAt: actedAt ?? at, confirmsAt: now() }
  await tx.insert(pointPending).values({ ...about, ...times, rule: rule ?? '' })
}

const dropOf = (seq: number) => async (tx: Tx) => {
  await tx.delete(pointPending).where(eq(pointPending.seq, seq))
}
