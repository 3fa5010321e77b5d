import type { Tx } from '#db/database.server.ts'
import { flags } from '#db/schema/moderation.ts'
import { record } from '../activity/record.server.ts'
import { findComment, isGone } from '../comments/comment.server.ts'
import { findIdea } from '../ideas/idea.server.ts'
import type { Person } from '../identity/viewer.rules.ts'

type Flag = typeof flags.$inferInsert
type Why = Pick<Flag, 'reason' | 'note'>

/**
 * `reporter` tells the staff that something is wrong with the idea of `number`. Answers `flagged`,
 * `already-flagged` (one report a person; the first one stands), or `undefined` where they see no
 * such idea.
 */
export async function flagIdea(tx: Tx, reporter: Person, number: number, why: Why) {
  const idea = await findIdea(tx, number, reporter)
  if (!idea) return undefined
  const flag = { subject: 'idea', subjectId: idea.id, reporterId: reporter.id, ...why } as const
  if (!(await written(tx, flag))) return 'already-flagged'
  await record(tx, { verb: 'idea.flagged', actorId: reporter.id, ideaId: idea.id })
  return 'flagged'
}

/** As `flagIdea`, of a comment that can still be read. */
export async function flagComment(tx: Tx, reporter: Person, commentId: string, why: Why) {
  const comment = await findComment(tx, commentId, reporter)
  if (!comment || isGone(comment)) return undefined
  const flag = {
    subject: 'comment',
    subjectId: commentId,
    reporterId: reporter.id,
    ...why,
  } as const
  if (!(await written(tx, flag))) return 'already-flagged'
  await record(tx, {
    verb: 'comment.flagged',
    actorId: reporter.id,
    ideaId: comment.ideaId,
    subjectId: commentId,
  })
  return 'flagged'
}

async function written(tx: Tx, flag: Flag) {
  const [row] = await tx.insert(flags).values(flag).onConflictDoNothing().returning()
  return !!row
}
