import type { chipOf } from '#app/domain/ideas/idea-feed.rules.ts'
import type { movesOpenTo } from '#app/domain/workflow/move.server.ts'

export type Chips = Map<string, ReturnType<typeof chipOf>>
export type Moves = Awaited<ReturnType<typeof movesOpenTo>>

/** The statuses that these moves lead to, each once, and whether they need a reason; `from` one status or all. */
export function choicesOf(moves: Moves, chips: Chips, from?: string) {
  const wanted = moves.filter(({ fromStatus }) => !from || fromStatus === from)
  const every = new Map(wanted.map((move) => [move.toStatus, move.needsReason]))
  return [...every].map(([key, needsReason]) => ({
    value: key,
    label: chips.get(key)!.label,
    needsReason,
  }))
}
