import type { Status } from './idea.server.ts'

type Named = Pick<Status, 'id' | 'retiredAt' | 'retiredInto'>

export const isLive = ({ retiredAt }: Pick<Status, 'retiredAt'>) => !retiredAt

/** The statuses that a brand still uses, in the order of the path. */
export const liveAmong = <One extends Pick<Status, 'retiredAt'>>(statuses: One[]) =>
  statuses.filter(isLive)

/** The status that an id leads to today: itself, or the one that took its place; `undefined` when there is none. */
export function statusToday<One extends Named>(statuses: One[], id: string | undefined) {
  const named = statuses.find((status) => status.id === id)
  if (!named || isLive(named)) return named
  return statuses.find((status) => status.id === named.retiredInto && isLive(status))
}

/** The road that every idea's page shows: the steps, in the order of the path. */
export const roadOf = (statuses: Pick<Status, 'id' | 'isStep' | 'retiredAt'>[]) =>
  liveAmong(statuses)
    .filter(({ isStep }) => isStep)
    .map(({ id }) => id)
