export const bands = ['low', 'medium', 'high'] as const
export type Band = (typeof bands)[number]

/** What the public reads instead of a score: 1 and 2 are low, 3 is medium, 4 and 5 are high. */
export function bandOf(score: number): Band {
  if (score <= 2) return 'low'
  return score === 3 ? 'medium' : 'high'
}

type Weighed = { score: number; weight: number }

/** Σ(score × weight) ÷ Σ(weight), between 1 and 5; `undefined` where nothing weighs anything. */
export function weightedScore(verdicts: Weighed[]) {
  const weight = verdicts.reduce((sum, one) => sum + one.weight, 0)
  if (!weight) return undefined
  return verdicts.reduce((sum, one) => sum + one.score * one.weight, 0) / weight
}

export type Axis = 'effort' | 'impact'
export type Place = { effort: number; impact: number }

/**
 * Where an idea stands between effort and impact, both from 1 to 5. A score of 5 is always the best
 * for the idea, so that effort is 6 less the weighted score of its criteria. `undefined` where one
 * of the two has no criterion.
 */
export function placeOf(verdicts: (Weighed & { axis: Axis })[]): Place | undefined {
  const of = (wanted: Axis) => weightedScore(verdicts.filter(({ axis }) => axis === wanted))
  const [ease, impact] = [of('effort'), of('impact')]
  return ease === undefined || impact === undefined ? undefined : { effort: 6 - ease, impact }
}
