import type { Tx } from '#db/database.server.ts'
import { isAnyOf } from '#db/expressions.ts'
import { pointEntries } from '#db/schema/points.ts'
import { holdChain } from './account.server.ts'
import type { Standing } from './claim.rules.ts'
import { book, type Entry } from './ledger.server.ts'
import type { NewEntry } from './ledger.rules.ts'
import { answersTo } from './standing.server.ts'

type Why = { actorId?: string | null; note?: string | null }

/** What takes an earning back that is `pending` or `confirmed`; `undefined` where it was taken back before. */
export function reversalOf(
  earn: Entry,
  is: Exclude<Standing['is'], 'unpaid'>,
  why: Why = {},
): NewEntry | undefined {
  if (is !== 'pending' && is !== 'confirmed') return undefined
  const { seq, personId, amount, rule, ideaId, categoryId, subjectId, actedAt } = earn
  const from = is === 'pending' ? 'pending' : 'available'
  const about = { personId, amount, rule, ideaId, categoryId, subjectId, actedAt, ...why }
  return { kind: 'reverse', key: `reverse:${seq}`, answers: seq, from, ...about }
}

/**
 * Takes earnings back, by the `seq` of each: what is pending goes, of what was confirmed as much as is
 * there, and the rest is owed. Those taken back before are left alone. Answers what was booked.
 */
export async function takeBack(tx: Tx, seqs: number[], why: Why = {}): Promise<Entry[]> {
  await holdChain(tx)
  const found = await tx.select().from(pointEntries).where(isAnyOf(pointEntries.seq, seqs))
  const earned = found.filter(({ kind }) => kind === 'earn')
  const answers = await answersTo(tx, earned)
  return book(
    tx,
    earned.flatMap((earn) => reversalOf(earn, answers.get(earn.seq) ?? 'pending', why) ?? []),
  )
}
