import type { Case } from '#app/domain/care/case.server.ts'
import { conversationOf } from '#app/domain/care/conversation.server.ts'
import { deletableMs } from '#app/domain/care/message.server.ts'
import { timelineOf } from '#app/domain/care/timeline.rules.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { db } from '#db/database.server.ts'
import { now } from '#db/time.ts'

type Written = { authorId: string | null; deletedAt: Date | null; at: Date; caseId: string }

/** What was said and done, for the page: whose hands may still take words out, and where it ends. */
export async function lineOf(agent: Person, row: Case) {
  const { messages, notes, acts } = await conversationOf(db, row.id)
  const moment = +now()
  const mayDelete = ({ authorId, deletedAt, at, caseId }: Written) =>
    authorId === agent.id && caseId === row.id && !deletedAt && moment - +at < deletableMs
  const ours = messages.filter(({ caseId }) => caseId === row.id)
  return {
    seen: ours.at(-1)?.id ?? '',
    timeline: timelineOf({
      messages: messages.map(({ authorId, leavesAt, sentAt, ...one }) => ({
        ...one,
        isLeaving: !sentAt && !!leavesAt && +leavesAt > moment,
        mayDelete: one.side === 'care' && mayDelete({ ...one, authorId }),
      })),
      notes: notes.map(({ authorId, ...one }) => ({
        ...one,
        mayDelete: mayDelete({ ...one, authorId }),
      })),
      acts,
    }),
  }
}
