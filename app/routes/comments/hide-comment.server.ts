import type { hidingReasons } from '#app/domain/comments/comment.form.ts'
import { restoreComment } from '#app/domain/comments/hide.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { decisionHiding, restore } from '#app/domain/moderation/restore.server.ts'
import type { HouseRule } from '#app/domain/moderation/rule.rules.ts'
import type { Tx } from '#db/database.server.ts'
import { decideAtOnce } from '../moderation-desk/decide.server.ts'

/** The house rule behind each reason of the short form. */
const ruleOf: Record<(typeof hidingReasons)[number], HouseRule> = {
  house_rules: 'other',
  personal_data: 'personal-data',
  legal: 'illegal',
  off_topic: 'off-topic',
}

type Comment = { id: string; authorId: string | null }
type Said = { reason: (typeof hidingReasons)[number]; note?: string }

/** Hides a comment by a decision, so that its author is told why: `hidden`, or what came between. */
export async function hideWithWords(
  moderator: Person,
  { id: subjectId, authorId }: Comment,
  { reason, note = '' }: Said,
) {
  const thing = { subject: 'comment', subjectId, authorId } as const
  const said = { act: 'hide', reason: ruleOf[reason], facts: note } as const
  const outcome = await decideAtOnce(moderator, thing, said)
  if (typeof outcome === 'object') return 'hidden'
  if (outcome === 'own' || outcome === 'staff' || outcome === 'not-allowed') return outcome
  if (outcome === 'decided-already') return outcome
  return outcome && 'already-hidden'
}

/** Brings a comment back: by lifting the decision that hid it, where there is one. */
export async function bringBack(tx: Tx, moderator: Person, subjectId: string) {
  const decision = await decisionHiding(tx, { subject: 'comment', subjectId })
  if (!decision) return restoreComment(tx, moderator, subjectId)
  const outcome = await restore(tx, moderator, decision.id)
  if (typeof outcome === 'object') return 'restored'
  if (outcome === 'own' || outcome === 'staff' || outcome === 'not-allowed') return outcome
  return outcome && 'not-hidden'
}
