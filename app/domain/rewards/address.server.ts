import { and, inArray, isNotNull, lte } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { redemptions } from '#db/schema/rewards.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { heldRedemption } from './redemption.server.ts'
import { addressOf } from './postal.server.ts'

const atOnce = 500

/**
 * Where a prize goes, for whoever sends it: as long as it is on its way, and each time it is noted
 * who looked. Answers the address; `none` where there is nothing to send (any more); `unreadable`
 * where the house's secret was changed since; `not-allowed`; `undefined` where there is none.
 */
export async function showAddress(tx: Tx, sender: Person, id: string) {
  if (!may(sender, 'rewards.fulfil')) return 'not-allowed'
  const held = await heldRedemption(tx, id)
  if (!held) return undefined
  const isOnItsWay = held.state === 'approved' || held.state === 'sent'
  const address = isOnItsWay ? addressOf(held) : null
  if (!address) return 'none'
  if (address === 'unreadable') return address
  await audit(tx, sender.id, 'redemption.address-seen', { subject: id, personId: held.personId })
  return address
}

/** Forgets the addresses of what arrived long enough ago, some at once; answers how many went. */
export async function forgetAddresses(tx: Tx) {
  const old = await tx
    .select({ id: redemptions.id })
    .from(redemptions)
    .where(and(isNotNull(redemptions.addressUntil), lte(redemptions.addressUntil, now())))
    .limit(atOnce)
  if (!old.length) return 0
  const gone = await tx
    .update(redemptions)
    .set({ address: null, addressUntil: null })
    .where(
      inArray(
        redemptions.id,
        old.map(({ id }) => id),
      ),
    )
    .returning({ id: redemptions.id })
  return gone.length
}
