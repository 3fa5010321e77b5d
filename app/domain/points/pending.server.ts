import type { Tx } from '#db/database.server.ts'
import { insertAll } from '#db/bulk.server.ts'
import { isAnyOf } from '#db/expressions.ts'
import { pointPending } from '#db/schema/points.ts'
import type { Entry, NewEntry } from './ledger.rules.ts'

/**
 * Keeps what is pending in step with the ledger: what was earned comes, what was confirmed or taken
 * back goes. Throws where that is not pending (any more): it was answered before.
 */
export async function keepPending(tx: Tx, pages: { entry: Entry; wish: NewEntry }[]) {
  const earned = pages.flatMap(({ entry, wish }) =>
    wish.kind === 'earn' ? [pendingOf(entry, wish)] : [],
  )
  await insertAll(tx, pointPending, earned)

  const answered = pages.flatMap(({ entry }) => (entry.debit === 'pending' ? [entry.answers!] : []))
  if (!answered.length) return
  const gone = await tx
    .delete(pointPending)
    .where(isAnyOf(pointPending.seq, answered))
    .returning({ seq: pointPending.seq })
  if (gone.length !== answered.length) throw new Error('What is not pending cannot be answered')
}

const pendingOf = (entry: Entry, wish: NewEntry & { kind: 'earn' }) => ({
  seq: entry.seq,
  personId: entry.personId,
  amount: entry.amount,
  rule: wish.rule,
  ideaId: entry.ideaId,
  categoryId: entry.categoryId,
  actedAt: wish.actedAt,
  confirmsAt: wish.confirmsAt,
  heldBy: wish.heldBy ?? null,
})
