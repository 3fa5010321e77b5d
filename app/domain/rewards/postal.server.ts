import { opened, sealed } from '../identity/seal.server.ts'

/** Where a prize goes. */
export type Address = {
  name: string
  street: string
  postcode: string
  city: string
  province: string
  country: string
}

/** The address of a redemption, closed for it alone. */
export const sealedAddress = (redemptionId: string, address: Address) =>
  sealed({ what: 'address', of: redemptionId }, JSON.stringify(address))

/**
 * The address of a redemption; null where none is kept (any more), `'unreadable'` where it was sealed
 * with another `SESSION_SECRET`.
 */
export function addressOf(redemption: {
  id: string
  address: string | null
}): Address | null | 'unreadable' {
  if (!redemption.address) return null
  const text = opened({ what: 'address', of: redemption.id }, redemption.address)
  return text ? (JSON.parse(text) as Address) : 'unreadable'
}
