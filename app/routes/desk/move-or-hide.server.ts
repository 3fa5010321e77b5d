import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { may, type Person } from '#app/domain/identity/viewer.rules.ts'
import { liftHiding } from '#app/domain/moderation/restore.server.ts'
import type { HouseRule } from '#app/domain/moderation/rule.rules.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import type { Reason } from '#app/domain/workflow/workflow.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { decideAtOnce } from '../moderation-desk/decide.server.ts'

type Wish = Parameters<typeof moveIdea>[3]

/** The house rule that stands behind a reason of the desk, where it is one. */
const ruleOf: Partial<Record<Reason, HouseRule>> = {
  legal: 'illegal',
  duplicate: 'spam',
  off_brand: 'off-topic',
  out_of_scope: 'off-topic',
}

/**
 * Moves an idea as `moveIdea` does. Hiding one is a decision of the moderators: its author has a
 * statement of it and may object; bringing it back lifts that decision.
 */
export async function moveOrHide(mover: Person, number: number, wish: Wish) {
  if (wish.to === 'hidden' && may(mover, 'moderation.decide')) return hide(mover, number, wish)
  return transaction(async (tx) => {
    const idea = await findIdea(tx, number, mover)
    const outcome = await moveIdea(tx, mover, number, wish)
    if (idea?.status === 'hidden' && outcome === 'moved')
      await liftHiding(tx, { subject: 'idea', subjectId: idea.id })
    return outcome
  })
}

function missingIn({ from, reason, note }: Wish, status: string) {
  if (from && from !== status) return 'stale'
  if (!reason) return 'reason-needed'
  return note.trim() ? undefined : 'note-needed'
}

async function hide(moderator: Person, number: number, wish: Wish) {
  const idea = await findIdea(db, number, moderator)
  if (!idea) return undefined
  const missing = missingIn(wish, idea.status)
  if (missing) return missing
  const { id: subjectId, authorId } = idea
  const reason = ruleOf[wish.reason!] ?? 'other'
  const said = { act: 'hide', reason, facts: wish.note } as const
  const outcome = await decideAtOnce(moderator, { subject: 'idea', subjectId, authorId }, said)
  if (typeof outcome === 'object') return 'moved'
  return outcome === 'gone' || outcome === 'decided-already' ? 'stale' : outcome && 'not-allowed'
}
