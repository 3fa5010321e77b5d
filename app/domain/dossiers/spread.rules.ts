/** From how far apart the highest and the lowest score mean that the evaluators disagree. */
export const disputedFrom = 2

export type Tally = { average: number; lowest: number; highest: number; spread: number }

/** What several scores for one criterion come to; `undefined` where there is none. */
export function tallyOf(scores: number[]): Tally | undefined {
  if (!scores.length) return undefined
  const [lowest, highest] = [Math.min(...scores), Math.max(...scores)]
  const average = scores.reduce((sum, score) => sum + score, 0) / scores.length
  return { average, lowest, highest, spread: highest - lowest }
}

/** Whether the evaluators disagree so much that an average would hide it. */
export const isDisputed = (tally: Tally | undefined) => !!tally && tally.spread >= disputedFrom

type Score = { criterionId: string; score: number }

/** The tally of each criterion, by its id. */
export const talliesOf = (criterionIds: string[], scores: Score[]) =>
  new Map(
    criterionIds.map((id) => [
      id,
      tallyOf(scores.filter(({ criterionId }) => criterionId === id).map(({ score }) => score)),
    ]),
  )

/** The criteria on which the evaluators disagree and for which the lead has not said why. */
export const unsettled = (
  tallies: Map<string, Tally | undefined>,
  verdicts: { criterionId: string; remark: string }[],
) =>
  verdicts
    .filter(({ criterionId, remark }) => isDisputed(tallies.get(criterionId)) && !remark.trim())
    .map(({ criterionId }) => criterionId)
