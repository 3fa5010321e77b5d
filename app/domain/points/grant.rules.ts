import type { Role } from '../identity/permission.rules.ts'

/** The most points that one act by hand may give or take, whoever decides. */
export const mostGranted = 100_000

/** How many points somebody may give or take alone, in one act and in a day: the largest of their roles. */
export const limitOf = (roles: readonly Role[], limits: Partial<Record<string, number>>) =>
  Math.max(0, ...roles.map((role) => limits[role] ?? 0))

type Bounds = { limit: number; today: number }

/** Whether a second person must look; `today` is what they gave and took alone since midnight. */
export const needsSecond = (amount: number, { limit, today }: Bounds) =>
  Math.abs(amount) + today > limit

type Concerned = { personId: string; askedBy: string }

/** Four eyes: neither who asked for it nor whom it concerns decides. */
export const mayDecide = ({ personId, askedBy }: Concerned, deciderId: string) =>
  deciderId !== personId && deciderId !== askedBy
