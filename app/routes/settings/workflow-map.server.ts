import { statusList } from '#app/domain/ideas/categories.server.ts'
import { chipOf } from '#app/domain/ideas/idea-feed.rules.ts'
import type { Status } from '#app/domain/ideas/idea.server.ts'
import { isLive, liveAmong } from '#app/domain/ideas/status.rules.ts'
import { transitionList, strandedBy } from '#app/domain/workflow/edit-moves.server.ts'
import { heldBy, versionOfOrder } from '#app/domain/workflow/edit-status.server.ts'
import { isMovable, isStructural } from '#app/domain/workflow/status.rules.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'

/** The path as it is: every status with what it holds and leads to, and the retired ones apart. */
export async function workflowMap(locale: Locale) {
  const [statuses, rules, held] = await Promise.all([
    statusList(db),
    transitionList(db),
    heldBy(db),
  ])
  const chips = new Map(statuses.map((status) => [status.id, chipOf(status, locale)]))
  const stranded = new Set(strandedBy(rules, statuses, held).map(({ id }) => id))
  const told = (status: Status) => ({
    ...status,
    chip: chips.get(status.id)!,
    ideasCount: held.get(status.id) ?? 0,
    isMovable: isMovable(status.id),
    isStructural: isStructural(status.id),
    isStranded: stranded.has(status.id),
  })
  return {
    statuses: liveAmong(statuses).map(told),
    retired: statuses
      .filter((status) => !isLive(status))
      .map((status) => ({ ...told(status), into: chips.get(status.retiredInto ?? '') ?? null })),
    rules: rules.filter(({ fromStatus, toStatus }) =>
      [fromStatus, toStatus].every((id) => isLive(statuses.find((one) => one.id === id)!)),
    ),
    seen: versionOfOrder(statuses),
  }
}

export type WorkflowMap = Awaited<ReturnType<typeof workflowMap>>
