import type { Tx } from '#db/database.server.ts'
import { showComment } from '../comments/comment.server.ts'
import { showWaiting } from '../ideas/waiting.server.ts'
import type { ReviewItem } from './review.rules.ts'
import { bringIntoSight, type Sight, takeOutOfSight, type Thing } from './sight.server.ts'

/**
 * Takes something that could be seen out of sight until a moderator has looked. Answers what its
 * review item has to keep in `matched`; nothing where it was out of sight already.
 */
export async function holdBack(tx: Tx, thing: Thing): Promise<{ held?: Sight }> {
  const held = await takeOutOfSight(tx, null, thing)
  return held ? { held } : {}
}

/** How something that is held was seen before; `undefined` for a post that nobody has seen yet. */
export const heldFrom = ({ matched }: Pick<ReviewItem, 'matched'>) =>
  matched.held as Sight | undefined

type Held = Pick<ReviewItem, 'subject' | 'subjectId' | 'matched' | 'isHeld'>

/**
 * Shows what a moderator approved: a post that waited is published now, and told of; what was held
 * after it had been seen is back as it was. Answers `shown`, or `not-held` where there was nothing to
 * bring back. Whoever calls has checked that they may.
 */
export async function approvePost(tx: Tx, item: Held) {
  if (!item.isHeld) return 'not-held'
  const outcome = await show(tx, item)
  return outcome === 'shown' || outcome === 'back' ? 'shown' : 'not-held'
}

function show(tx: Tx, item: Held): Promise<string> {
  const { subject, subjectId } = item
  const before = heldFrom(item)
  if (before) return bringIntoSight(tx, null, { subject, subjectId }, before)
  return subject === 'idea' ? showWaiting(tx, subjectId) : showComment(tx, subjectId)
}
