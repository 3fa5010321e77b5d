/** Why an idea is refused, archived or hidden; the words are in `staff:reasons`. */
export const reasons = [
  'not_feasible',
  'too_costly',
  'legal',
  'off_brand',
  'already_exists',
  'out_of_scope',
  'duplicate',
  'house_rules',
  'no_longer_relevant',
  'author_request',
] as const
export type Reason = (typeof reasons)[number]

/** The reason the house itself gives when an idea has enough votes. */
export const thresholdReason = 'threshold'

/** The reason the house itself gives when a status that held an idea was retired. */
export const retiredReason = 'status_retired'

const waits = ['draft', 'pending_review']

export type Step = { status: string; at: Date | null; state: 'done' | 'current' | 'next' }
type Place = { status: string; publishedAt: Date }
type Entry = { fromStatus: string | null; toStatus: string; movedAt: Date }

/**
 * Where an idea stands on its road (the ids of its steps, in order): what is behind it with the day
 * of the first entry, where it is, what comes. An exit (refused, archived, merged, hidden) takes the
 * place of all that would follow. `moves` come oldest first.
 */
export function stepsOf({ status, publishedAt }: Place, moves: Entry[], road: string[]): Step[] {
  const onRoad = (id: string | null) => road.indexOf(id ?? '')
  const entered = (key: string) =>
    // Coming back from a merge is no first entry.
    moves.find(({ toStatus, fromStatus }) => toStatus === key && fromStatus !== 'merged')
      ?.movedAt ?? (key === 'voting' ? publishedAt : null)
  const behind = (upTo: number): Step[] =>
    road.slice(0, upTo).map((key) => ({ status: key, at: entered(key), state: 'done' }))
  const ahead = (from: number): Step[] =>
    road.slice(from).map((key) => ({ status: key, at: null, state: 'next' }))

  const here = onRoad(status)
  if (here >= 0)
    return [...behind(here), { status, at: entered(status), state: 'current' }, ...ahead(here + 1)]
  if (waits.includes(status)) return [{ status, at: null, state: 'current' }, ...ahead(0)]
  const left = moves.findLast(({ fromStatus }) => onRoad(fromStatus) >= 0)
  const neverOpened = moves.some(({ fromStatus }) => waits.includes(fromStatus ?? ''))
  const since = moves.findLast((move) => move.toStatus === status)?.movedAt ?? null
  return [
    ...behind(left ? onRoad(left.fromStatus) + 1 : neverOpened ? 0 : 1),
    { status, at: since, state: 'current' },
  ]
}
