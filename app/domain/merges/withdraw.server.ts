import { eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { ideaById, livingIdea } from '../ideas/merged.server.ts'
import { holdVote, standingOf, withdrawBrought } from '../votes/carry.server.ts'
import { mergeById } from './answer.server.ts'
import { bringing, type Merge, mergeOf, mergesInto, renew } from './carry.server.ts'

/** Whom a link of a letter is about: a voter of the source of a merge. */
export type Withdrawal = { personId: string; mergeId: string }

/**
 * What the link of a letter shows: the two ideas, where the target lives now, and how the person's
 * vote stands: `brought` (it may be withdrawn), `own` (they voted for the target themselves), `none`
 * (withdrawn), or `apart` (the ideas are not merged any more). `undefined` for what is gone.
 */
export async function withdrawalOf(db: Read, { personId, mergeId }: Withdrawal) {
  const merge = await mergeById(db, mergeId)
  const [person] = await db.select({ id: people.id }).from(people).where(eq(people.id, personId))
  if (!merge || !person) return undefined
  const [source, target] = [await ideaById(db, merge.sourceId), await ideaById(db, merge.targetId)]
  const living = target && (await livingIdea(db, target))
  if (!source || !living || [source, living].some(isHidden)) return undefined
  const is = isBringing(merge) ? await standingOf(db, personId, merge.targetId) : 'apart'
  return { merge, source, target: living, is } as const
}

const isHidden = ({ place }: { place: string }) => place === 'private'

const isBringing = ({ state }: Merge) => bringing.some((one) => one === state)

/**
 * Takes the vote back that a merge brought, without any sign-in: whoever has the link is the voter.
 * Answers `withdrawn`, `own` or `not-there` (nothing changed), `apart` when the ideas are not merged
 * any more, or `undefined` for what is gone.
 */
export async function withdrawByLink(tx: Tx, { personId, mergeId }: Withdrawal) {
  const merge = await mergeById(tx, mergeId)
  const target = merge && (await ideaById(tx, merge.targetId))
  if (!target) return undefined
  if (!isBringing(merge)) return 'apart'
  const outcome = await withdrawBrought(tx, personId, target)
  if (outcome === 'withdrawn') await renewAbove(tx, merge, personId)
  return outcome
}

/** The way back: the vote goes along with the merge again. `restored`, or as above. */
export async function restoreByLink(tx: Tx, { personId, mergeId }: Withdrawal) {
  const merge = await mergeById(tx, mergeId)
  if (!merge) return undefined
  if (!isBringing(merge)) return 'apart'
  const into = await mergesInto(tx, merge.targetId)
  const ids = into.map(({ id }) => id)
  await holdVote(tx, personId, ids)
  await renew(tx, merge, 'votes', [personId])
  return 'restored'
}

async function renewAbove(tx: Tx, { targetId }: Merge, personId: string) {
  const above = await mergeOf(tx, targetId)
  if (above) await renew(tx, above, 'votes', [personId])
}
