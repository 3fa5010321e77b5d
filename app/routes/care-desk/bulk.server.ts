import { findCase } from '#app/domain/care/case.server.ts'
import { type CaseChanges, changeCase } from '#app/domain/care/change.server.ts'
import type { Bulk } from '#app/domain/care/list.form.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { transaction } from '#db/database.server.ts'

/** What became of one of the cases that were picked; `number` is null where there is no such case. */
export type BulkResult = { id: string; number: number | null; subject: string; outcome: string }

/** The same change for each, in a transaction of its own: what one refuses holds up none of the others. */
export async function changeEach(agent: Person, { id: picked, ...wish }: Bulk) {
  const results: BulkResult[] = []
  for (const pick of new Set(picked)) {
    const [id = '', seen = ''] = pick.split('.')
    results.push(
      await transaction(async (tx) => {
        const found = await findCase(tx, agent, id)
        if (!found) return { id, number: null, subject: '', outcome: 'gone' }
        const { number, subject } = found
        const changes = { ...changesOf(wish, agent), seen: Number(seen) }
        return { id, number, subject, outcome: await changeCase(tx, agent, found, changes) }
      }),
    )
  }
  return results
}

function changesOf(wish: Omit<Bulk, 'id'>, agent: Person): CaseChanges {
  const { act, assignee, state, priority, tag } = wish
  if (act === 'state') return { state }
  if (act === 'priority') return { priority }
  if (act === 'tag') return { tags: { add: [tag] } }
  const to: Record<string, string | null> = { me: agent.id, nobody: null }
  return { assigneeId: assignee in to ? to[assignee] : assignee }
}
