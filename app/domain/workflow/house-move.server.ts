import type { Tx } from '#db/database.server.ts'
import { audit } from '../audit/audit.server.ts'
import { findIdea } from '../ideas/idea.server.ts'
import { siteSettings } from '../site/site.server.ts'
import { put, ruleFor } from './move.server.ts'

type Step = { from: string; to: string; note: string; reason: string }

/** Whether the brand's transitions lead from one status to another at all. */
export const isWay = async (tx: Tx, from: string, to: string) => !!(await ruleFor(tx, from, to))

/**
 * A move that the house makes by its own rules, in the brand's name: the transition must exist,
 * nobody's permission is asked. Answers `moved`; `not-allowed` where there is no such transition;
 * `stale` when the idea is no longer in `from`; `undefined` when it is private or gone.
 */
export async function moveByHouse(tx: Tx, number: number, { from, to, note, reason }: Step) {
  const idea = await findIdea(tx, number, undefined)
  if (!idea) return undefined
  if (idea.status !== from) return 'stale'
  if (!(await isWay(tx, from, to))) return 'not-allowed'

  const { name: team } = await siteSettings(tx)
  const move = await put(tx, idea, { to, note, reason, team, actorId: null })
  if (!move) return 'stale'
  await audit(tx, null, 'idea.moved', { subject: idea.id, number, from, to, reason })
  return 'moved'
}
