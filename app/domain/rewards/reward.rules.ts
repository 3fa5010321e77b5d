import type { Kind } from './redemption.rules.ts'

/** What the rules look at of a reward. */
export type Offer = {
  kind: Kind
  state: 'draft' | 'shown' | 'ended'
  price: number
  stock: number | null
  level: number
  opensAt: Date | null
  closesAt: Date | null
  perMember: number | null
}

/** Whether there is something to take at a moment: `soon` before its window, `over` after it. */
export type Availability = 'open' | 'soon' | 'over' | 'sold-out'

export function availabilityOf(offer: Offer, moment: Date): Availability {
  if (offer.state === 'ended' || (offer.closesAt && offer.closesAt <= moment)) return 'over'
  if (offer.opensAt && offer.opensAt > moment) return 'soon'
  return offer.stock !== null && offer.stock < 1 ? 'sold-out' : 'open'
}

/** What the rules look at of a member; `taken` is how often they took this reward and kept it. */
export type Taker = { available: number; level: number; taken: number }

/**
 * How a member stands before a reward: `can` take it, or what is in the way, and how many points are
 * missing. What nobody can change comes first: a reward that is gone is not worth saving for.
 */
export type Standing = {
  is: 'can' | Exclude<Availability, 'open'> | 'limit' | 'level' | 'points'
  missing: number
}

export function standingBefore(offer: Offer, taker: Taker, moment: Date): Standing {
  const missing = Math.max(0, offer.price - taker.available)
  const availability = availabilityOf(offer, moment)
  if (offer.perMember !== null && taker.taken >= offer.perMember) return { is: 'limit', missing }
  if (availability !== 'open') return { is: availability, missing }
  if (taker.level < offer.level) return { is: 'level', missing }
  return { is: missing ? 'points' : 'can', missing }
}
