import { payOf, type Terms } from './rule.rules.ts'

/** An act that a rule could pay for: whose, when, on which day where the community lives. */
export type Occasion = {
  personId: string
  at: Date
  day: string
  /** Per cent that the category pays. */
  factor: number
  /** Days for which they had been a member. */
  ageDays: number
}

/** What terms would have paid: to how many, how often, in all, and to whom most. */
export type Outcome = {
  total: number
  times: number
  members: number
  top: { personId: string; points: number; times: number }[]
}

const topSize = 20

/** What a rule would have paid for some acts; `before` says how often it had paid somebody already. */
export function outcomeOf(
  terms: Terms,
  occasions: Occasion[],
  before: ReadonlyMap<string, number> = new Map(),
): Outcome {
  const ever = new Map(before)
  const today = new Map<string, number>()
  const sums = new Map<string, { points: number; times: number }>()
  const inOrder = [...occasions].sort((one, other) => +one.at - +other.at)
  for (const { personId, day, factor, ageDays } of inOrder) {
    const place = `${personId} ${day}`
    const timesToday = today.get(place) ?? 0
    const timesEver = ever.get(personId) ?? 0
    const points = payOf(terms, { timesToday, timesEver, ageDays, factor })
    if (!points) continue
    today.set(place, timesToday + 1)
    ever.set(personId, timesEver + 1)
    const sum = sums.get(personId) ?? { points: 0, times: 0 }
    sums.set(personId, { points: sum.points + points, times: sum.times + 1 })
  }
  return summed(sums)
}

function summed(sums: Map<string, { points: number; times: number }>): Outcome {
  const all = [...sums].map(([personId, sum]) => ({ personId, ...sum }))
  return {
    total: all.reduce((total, { points }) => total + points, 0),
    times: all.reduce((total, { times }) => total + times, 0),
    members: all.length,
    top: all
      .sort((one, other) => other.points - one.points || (one.personId < other.personId ? -1 : 1))
      .slice(0, topSize),
  }
}
