import { statusList } from '#app/domain/ideas/categories.server.ts'
import { chipOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { liveAmong } from '#app/domain/ideas/status.rules.ts'
import { liveOf, transitionList, versionOfMoves } from '#app/domain/workflow/edit-moves.server.ts'
import { heldBy } from '#app/domain/workflow/edit-status.server.ts'
import { isMovable } from '#app/domain/workflow/status.rules.ts'
import { found } from '#app/web/answer.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'

/** The moves out of a status and into it, as they are now; 404 where nobody moves anything there. */
export async function movesPage(id: string, locale: Locale) {
  const [statuses, rules, held] = await Promise.all([
    statusList(db),
    transitionList(db),
    heldBy(db),
  ])
  const status = found(isMovable(id) ? liveOf(statuses, id) : undefined)
  const others = liveAmong(statuses).filter((one) => one.id !== id && isMovable(one.id))
  const rule = (from: string, to: string) =>
    rules.find((one) => one.fromStatus === from && one.toStatus === to)
  return {
    id,
    chip: chipOf(status, locale),
    ideasCount: held.get(id) ?? 0,
    seen: versionOfMoves(rules, id),
    targets: others.map((other) => ({
      id: other.id,
      chip: chipOf(other, locale),
      rule: rule(id, other.id) ?? null,
      leadsHere: !!rule(other.id, id),
    })),
  }
}

export type MovesPage = Awaited<ReturnType<typeof movesPage>>
