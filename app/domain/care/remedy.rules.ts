/** The most points that one remedy may be, whoever decides. */
export const mostPoints = 10_000

type Given = { points: number; coupons: number }
type Limits = { remedyPoints: number; remedyCoupons: number }
type Wish = { kind: 'points' | 'coupon'; amount: number }

/** Whether a second person must look; `today` is what the agent gave alone since midnight. */
export const needsLead = ({ kind, amount }: Wish, today: Given, limits: Limits) =>
  kind === 'points'
    ? today.points + amount > limits.remedyPoints
    : today.coupons + amount > limits.remedyCoupons

/** Four eyes: neither who asked for it nor whom it is for decides. */
export const mayDecideRemedy = (
  { personId, askedBy }: { personId: string; askedBy: string },
  deciderId: string,
) => deciderId !== personId && deciderId !== askedBy
