/** As much of a promise as its state follows from. */
export type Clock = {
  dueAt: Date | string
  pausedAt: Date | string | null
  endedAt: Date | string | null
  outcome: Outcome | null
}
export type Outcome = 'kept' | 'late' | 'uncounted'

/** `late` is told of what still has no answer, `answered-late` of what got it too late. */
export type PromiseState = 'running' | 'paused' | 'late' | 'kept' | 'answered-late' | 'uncounted'

/** Where a promise stands at a moment. Only the moment makes it late: nothing has to be written for it. */
export function stateOf({ dueAt, pausedAt, endedAt, outcome }: Clock, moment: Date): PromiseState {
  if (endedAt) return outcome === 'late' ? 'answered-late' : (outcome ?? 'uncounted')
  if (pausedAt) return 'paused'
  return new Date(dueAt) < moment ? 'late' : 'running'
}

/** The part of the promises that were kept, from 0 to 1; `undefined` while there is none to judge. */
export const shareKept = ({ kept, late }: { kept: number; late: number }) =>
  kept + late ? kept / (kept + late) : undefined

/** The middle of values that each come so many times; of two middles their mean. */
export function medianOf(values: { value: number; count: number }[]) {
  const sorted = [...values].sort((one, other) => one.value - other.value)
  const count = sorted.reduce((sum, one) => sum + one.count, 0)
  if (!count) return undefined
  const at = (place: number) => {
    let seen = 0
    return sorted.find((one) => (seen += one.count) > place)!.value
  }
  return (at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2
}
