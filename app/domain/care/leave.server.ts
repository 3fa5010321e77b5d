import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { caseMessages, cases } from '#db/schema/care.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { type Case, caseById } from './case.server.ts'
import { followClocks } from './clock.server.ts'
import { bring } from './change.server.ts'
import { mailAnswer } from './outbound.server.ts'
import { canBring } from './state.rules.ts'

/**
 * Lets an answer leave, once: from now on the member sees it, the clocks hear of it, and the case is
 * in the state that was asked for with it. Answers whether it left now.
 */
export async function letLeave(tx: Tx, messageId: string) {
  const [message] = await tx
    .update(caseMessages)
    .set({ sentAt: now() })
    .where(and(eq(caseMessages.id, messageId), isNull(caseMessages.sentAt)))
    .returning()
  if (!message) return false
  const before = await caseById(tx, message.caseId)
  if (!before) return false
  await settle(tx, before, message)
  await mailAnswer(tx, message)
  const { personId, id: subjectId } = before
  const { authorId: actorId } = message
  if (personId) await record(tx, { verb: 'case.answered', actorId, subjectId, data: { personId } })
  return true
}

/** What the member wrote while an answer was kept back is not answered by it. */
async function settle(tx: Tx, before: Case, message: typeof caseMessages.$inferSelect) {
  const { id } = before
  const isUnanswered = !!before.lastMemberAt && before.lastMemberAt > message.createdAt
  await tx
    .update(cases)
    .set({
      messagesCount: plus(cases.messagesCount, 1),
      lastMessageAt: now(),
      lastAgentAt: now(),
      isUnanswered,
    })
    .where(eq(cases.id, id))
  await followClocks(tx, id, 'agent-answered')
  if (isUnanswered) await followClocks(tx, id, 'member-wrote')
  const to = isUnanswered ? 'open' : (message.leavesAs ?? 'open')
  if (canBring(before.state, to)) await bring(tx, before, to, { actorId: message.authorId })
}
