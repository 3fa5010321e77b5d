import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { officialAnswers } from '#db/schema/workflow.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { findIdea } from '../ideas/idea.server.ts'
import { markAnswered } from '../ideas/publish.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { versionOfAll } from './version.server.ts'

type NewAnswer = Pick<typeof officialAnswers.$inferInsert, 'ideaId' | 'authorId' | 'team' | 'body'>

/** Puts an answer on an idea's page; with `moveId` it came along with that move, and is told with it. */
export async function publishAnswer(tx: Tx, answer: NewAnswer, moveId: string | null) {
  const [row] = await tx.insert(officialAnswers).values(answer).returning()
  const { ideaId, authorId } = row!
  await markAnswered(tx, ideaId)
  await record(tx, {
    verb: 'idea.answered',
    actorId: authorId,
    ideaId,
    subjectId: row!.id,
    data: { moveId },
  })
}

/**
 * The brand's answer to the idea of `number`, without moving it. Answers `answered`, `not-allowed`,
 * `stale` when another answer was given since the `seen` one (`none` where there was none), or
 * `undefined` where the speaker can see no such idea.
 */
export async function answerIdea(
  tx: Tx,
  speaker: Person,
  number: number,
  { body, seen }: { body: string; seen?: string },
) {
  const idea = await findIdea(tx, number, speaker)
  if (!idea) return undefined
  if (!may(speaker, 'ideas.answer')) return 'not-allowed'
  if (seen === 'none' && idea.answeredAt) return 'stale'

  const team = speaker.team ?? (await siteSettings(tx)).name
  const answer = { ideaId: idea.id, authorId: speaker.id, team, body: body.trim() }
  await publishAnswer(tx, answer, null)
  await audit(tx, speaker.id, 'idea.answered', { subject: idea.id, number })
  return 'answered'
}

/**
 * Changes the words of an official answer to the idea of `number`; it says publicly that it was
 * edited, and the audit keeps what it said. Answers `edited`, `not-allowed`, `stale` when it was
 * changed since `seen` (see `versionOf`), or `undefined` when the editor sees no such idea, or it
 * has no such answer.
 */
export async function editAnswer(
  tx: Tx,
  editor: Person,
  { number, answerId }: { number: number; answerId: string },
  { body, seen }: { body: string; seen?: string },
) {
  const idea = await findIdea(tx, number, editor)
  const answer = idea && (await answerTo(tx, idea.id, answerId))
  if (!answer) return undefined
  if (!may(editor, 'ideas.answer')) return 'not-allowed'
  if (seen && seen !== versionOf(answer)) return 'stale'

  const { editedAt } = officialAnswers
  const untouched = answer.editedAt ? eq(editedAt, answer.editedAt) : isNull(editedAt)
  const [edited] = await tx
    .update(officialAnswers)
    .set({ body: body.trim(), editedAt: now() })
    .where(and(eq(officialAnswers.id, answerId), untouched))
    .returning()
  if (!edited) return 'stale'

  const said = { subject: answer.ideaId, answerId, said: answer.body }
  await audit(tx, editor.id, 'answer.edited', said)
  return 'edited'
}

async function answerTo(tx: Tx, ideaId: string, answerId: string) {
  const { id, ideaId: of } = officialAnswers
  const [answer] = await tx
    .select()
    .from(officialAnswers)
    .where(and(eq(id, answerId), eq(of, ideaId)))
  return answer
}

/** Which words of an answer somebody has before them. */
export const versionOf = ({ body, editedAt }: { body: string; editedAt: Date | null }) =>
  versionOfAll([body, editedAt])
