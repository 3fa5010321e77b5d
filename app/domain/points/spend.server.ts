import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { pointEntries } from '#db/schema/points.ts'
import { accountOf, holdChain } from './account.server.ts'
import { book, type Entry } from './ledger.server.ts'
import { assertAmount } from './ledger.rules.ts'

/**
 * Spends `amount` points of somebody for `subjectId`, each `key` once: the same key again answers the
 * entry that it wrote before. Answers the entry, or `too-few-points`. Throws `WrongAmount`.
 */
export async function spend(
  tx: Tx,
  personId: string,
  amount: number,
  { key, subjectId }: { key: string; subjectId: string },
): Promise<Entry | 'too-few-points'> {
  assertAmount(amount)
  await holdChain(tx)
  const before = await entryOf(tx, key)
  if (before) return sameWish(before, personId, amount)
  const { available } = await accountOf(tx, personId)
  if (available < amount) return 'too-few-points'

  const [entry] = await book(tx, [{ kind: 'spend', personId, amount, key, subjectId }])
  return entry!
}

function sameWish(before: Entry, personId: string, amount: number) {
  if (before.kind === 'spend' && before.personId === personId && before.amount === amount)
    return before
  throw new Error(`The key of this spending is another entry's: ${before.key}`)
}

/**
 * Gives back what was spent under `spendKey`, once: it ends when it would have. Answers the entry,
 * `already-refunded`, or `never-spent`.
 */
export async function refund(
  tx: Tx,
  spendKey: string,
  { key, actorId }: { key: string; actorId: string | null },
): Promise<Entry | 'already-refunded' | 'never-spent'> {
  await holdChain(tx)
  const spent = await entryOf(tx, spendKey)
  if (spent?.kind !== 'spend') return 'never-spent'
  const [before] = await tx
    .select({ seq: pointEntries.seq })
    .from(pointEntries)
    .where(and(eq(pointEntries.answers, spent.seq), eq(pointEntries.kind, 'refund')))
    .limit(1)
  if (before) return 'already-refunded'

  const { seq, personId, amount, subjectId } = spent
  const back = { kind: 'refund', personId, amount, key, subjectId, actorId, answers: seq } as const
  const [entry] = await book(tx, [back])
  if (!entry) throw new Error(`The key of this refund is another entry's: ${key}`)
  return entry
}

async function entryOf(tx: Tx, key: string) {
  const [entry] = await tx.select().from(pointEntries).where(eq(pointEntries.key, key))
  return entry
}
