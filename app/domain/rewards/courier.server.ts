import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { redemptions, rewards } from '#db/schema/rewards.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { addressOf } from './postal.server.ts'

/**
 * The parcels among `ids` that may go out (prizes that were approved and whose address can be read),
 * who asked first on top, for the courier's list; for each it is noted who took its address along.
 * `not-allowed` for whoever sends nothing.
 */
export async function parcels(tx: Tx, sender: Person, ids: string[]) {
  if (!may(sender, 'rewards.fulfil')) return 'not-allowed'
  const { id, personId, address, createdAt } = redemptions
  const found = ids.length
    ? await tx
        .select({
          id,
          personId,
          address,
          createdAt,
          titleIt: rewards.titleIt,
          titleEn: rewards.titleEn,
        })
        .from(redemptions)
        .innerJoin(rewards, eq(rewards.id, redemptions.rewardId))
        .where(and(inArray(id, ids), eq(redemptions.state, 'approved'), eq(rewards.kind, 'prize')))
        .orderBy(asc(createdAt), asc(id))
    : []
  const readable = found.flatMap((one) => {
    const to = addressOf(one)
    return to && to !== 'unreadable' ? [{ ...one, to }] : []
  })
  for (const one of readable)
    await audit(tx, sender.id, 'redemption.address-exported', {
      ...{ subject: one.id, personId: one.personId },
    })
  return readable
}
