import { and, eq, isNotNull, isNull, or } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { flags } from '#db/schema/moderation.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { sendLetter } from '../identity/letter.server.ts'
import type { Flag } from './flag.server.ts'

export type Outcome = NonNullable<Flag['outcome']>

/**
 * Gives every flag of an item that was decided its outcome, which from now on makes up the weight of
 * who reported, and tells them: members by an event, addresses by mail. Those of addresses that were
 * never confirmed stay without. Settled once; what was settled before keeps its outcome.
 */
export async function settleFlags(tx: Tx, itemId: string, outcome: Outcome) {
  const open = and(
    eq(flags.itemId, itemId),
    isNull(flags.outcome),
    or(isNotNull(flags.reporterId), isNotNull(flags.confirmedAt)),
  )
  const settled = await tx.update(flags).set({ outcome, decidedAt: now() }).where(open).returning()
  for (const flag of settled) await tellReporter(tx, flag, outcome)
  return settled.length
}

async function tellReporter(tx: Tx, { id, reporterId, email, locale }: Flag, outcome: Outcome) {
  if (reporterId)
    return record(tx, {
      verb: 'flag.decided',
      actorId: null,
      subjectId: id,
      data: { personId: reporterId, outcome },
    })
  if (email) await sendLetter(tx, `flag-${outcome}`, id, { to: email, locale, params: {} })
}
