import type { Tx } from '#db/database.server.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { findIdea } from '../ideas/idea.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { closeQuestion, putQuestion } from '../promises/question.server.ts'
import { speaksFor } from './move.server.ts'

/**
 * Asks the author of the idea of `number` something, publicly, in the team's name; what was promised
 * stands still until they answer. Answers `asked`; `not-allowed`; `no-author` (they left); `already-open`
 * where a question waits; `undefined` where the asker can see no such idea.
 */
export async function askAuthor(tx: Tx, asker: Person, number: number, body: string) {
  const idea = await findIdea(tx, number, asker)
  if (!idea || idea.status === 'draft') return undefined
  if (!may(asker, 'ideas.ask')) return 'not-allowed'
  if (!idea.authorId) return 'no-author'

  const team = await speaksFor(tx, asker)
  const { id: ideaId } = idea
  const asked = await putQuestion(tx, { ideaId, askedBy: asker.id, team, body: body.trim() })
  if (!asked) return 'already-open'
  const { id: subjectId } = asked
  await record(tx, { verb: 'idea.asked', actorId: asker.id, ideaId, subjectId })
  await audit(tx, asker.id, 'idea.asked', { subject: ideaId, number, questionId: subjectId })
  return 'asked'
}

/**
 * Takes the open question back; the promise goes on. Answers `withdrawn`, `not-open`, `not-allowed`,
 * or `undefined` where the asker can see no such idea.
 */
export async function withdrawQuestion(tx: Tx, asker: Person, number: number) {
  const idea = await findIdea(tx, number, asker)
  if (!idea) return undefined
  if (!may(asker, 'ideas.ask')) return 'not-allowed'

  const closed = await closeQuestion(tx, idea.id, { how: 'withdrawn', by: asker.id })
  if (!closed) return 'not-open'
  const facts = { number, questionId: closed.id, asked: closed.body }
  await audit(tx, asker.id, 'question.withdrawn', { subject: idea.id, ...facts })
  return 'withdrawn'
}

/**
 * The author says that they have answered (in a comment before, by mail, at the counter). Answers
 * `answered`, `not-open`, or `undefined` when the idea is not theirs.
 */
export async function answerQuestion(tx: Tx, author: Person, number: number) {
  const idea = await findIdea(tx, number, author)
  if (!idea || idea.authorId !== author.id) return undefined
  const { id: ideaId } = idea
  const closed = await closeQuestion(tx, ideaId, { how: 'word', by: author.id })
  if (!closed) return 'not-open'
  const event = { actorId: author.id, ideaId, subjectId: closed.id }
  await record(tx, { verb: 'question.answered', ...event })
  return 'answered'
}
