export type Kind = 'coupon' | 'prize' | 'donation' | 'thanks'
export const kinds = ['coupon', 'prize', 'donation', 'thanks'] as const satisfies readonly Kind[]

export type RedemptionState = 'requested' | 'approved' | 'sent' | 'delivered' | 'cancelled'

type Edges = Record<RedemptionState, RedemptionState[]>

const withoutParcel: Edges = {
  requested: ['approved', 'cancelled'],
  approved: ['delivered', 'cancelled'],
  sent: [],
  delivered: ['cancelled'],
  cancelled: [],
}

/** Which state follows which. Only a prize is sent; a parcel can come back, and is then given back. */
const edges: Record<Kind, Edges> = {
  prize: {
    requested: ['approved', 'cancelled'],
    approved: ['sent', 'cancelled'],
    sent: ['delivered', 'cancelled'],
    delivered: [],
    cancelled: [],
  },
  coupon: withoutParcel,
  donation: { ...withoutParcel, delivered: [] },
  thanks: withoutParcel,
}

/** What the rules look at: the kind of the reward, the state, and when the code of a coupon was first seen. */
export type Standing = { kind: Kind; state: RedemptionState; shownAt: Date | null }

/** Whether the staff may take a redemption to `to`. A code that was seen is spent for good. */
export const canMove = ({ kind, state, shownAt }: Standing, to: RedemptionState) =>
  edges[kind][state].includes(to) && !(to === 'cancelled' && shownAt)

/** The states that the staff may take it to, in the order of the road. */
export const nextStates = (standing: Standing) =>
  edges[standing.kind][standing.state].filter((to) => canMove(standing, to))

/**
 * Whether its owner may give it back: a prize until it is sent, a coupon until they looked at the
 * code, a donation or a thanks while nobody has said yes.
 */
export function canGiveBack({ kind, state, shownAt }: Standing) {
  if (kind === 'coupon') return state !== 'cancelled' && !shownAt
  return state === 'requested' || (kind === 'prize' && state === 'approved')
}

/** What the house does by itself as soon as a state is reached: nothing is sent but prizes. */
export const follows = (kind: Kind, state: RedemptionState): RedemptionState | undefined =>
  state === 'approved' && kind !== 'prize' ? 'delivered' : undefined

/** The road of a kind, as its owner sees it. */
export const roadOf = (kind: Kind): RedemptionState[] =>
  kind === 'prize'
    ? ['requested', 'approved', 'sent', 'delivered']
    : ['requested', 'approved', 'delivered']
