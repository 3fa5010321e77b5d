import { and, desc, eq, gte } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { appeals, resubmissions } from '#db/schema/appeals.ts'
import { activity } from '#db/schema/activity.ts'
import { ideas } from '#db/schema/ideas.ts'
import { moves, officialAnswers } from '#db/schema/workflow.ts'
import { at, now } from '#db/time.ts'
import { newId } from '#db/columns.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import type { Idea } from '../ideas/idea.server.ts'
import { holdPlace, setAnswered } from '../ideas/answered.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { undoMs } from '../notifications/notification.rules.ts'
import { restorePromise } from '../promises/promise.server.ts'
import { untell } from '../notifications/untell.server.ts'
import { bringTo } from './bring.server.ts'

const mostAtOnce = 50

/** The ids of moves are made of their moments, so that the latest are found without an index of their own. */
const sinceWhenUndone = () => {
  const from = new Date(now().getTime() - undoMs)
  return { from, id: at(from, newId).slice(0, 13) }
}

/** The moves that `mover` may still take back, the latest first, each with its idea and the milliseconds left. */
export async function undoable(db: Read, mover: Person) {
  const since = sinceWhenUndone()
  const rows = await db
    .select({ move: moves, number: ideas.number, title: ideas.title, status: ideas.status })
    .from(moves)
    .innerJoin(ideas, eq(ideas.id, moves.ideaId))
    .where(and(gte(moves.id, since.id), eq(moves.actorId, mover.id)))
    .orderBy(desc(moves.id))
    .limit(mostAtOnce)
  const moment = now().getTime()
  return rows
    .map(({ move, ...idea }) => ({ ...idea, move, leftMs: +move.movedAt + undoMs - moment }))
    .filter(({ move, status, leftMs }) => leftMs > 0 && !move.roundId && status === move.toStatus)
    .map(({ move, number, title, leftMs }) => ({
      id: move.id,
      number,
      title,
      toStatus: move.toStatus,
      leftMs,
    }))
}

/**
 * Takes `mover`'s own move back, within ten seconds of it and before anybody was told: status,
 * place, tally, index, official answer and promise are as they were, and nobody hears of it; the
 * audit keeps both. Answers `undone`; `moved-on` when somebody moved the idea since; `told-already`
 * when it is too late; `undefined` where there is no such move of theirs. Only `undone` changes anything.
 */
export async function undoMove(tx: Tx, mover: Person, moveId: string) {
  const [row] = await tx
    .select({ move: moves, idea: ideas })
    .from(moves)
    .innerJoin(ideas, eq(ideas.id, moves.ideaId))
    .where(and(eq(moves.id, moveId), eq(moves.actorId, mover.id)))
  if (!row?.move.fromStatus) return undefined
  const { move, idea } = row
  const facts = await factsOf(tx, move)
  if (facts.isFinal) return 'told-already'
  if (!(await isLatest(tx, move)) || !(await holdPlace(tx, { ...idea, status: move.toStatus })))
    return 'moved-on'
  // The last question: from here on nobody will be told.
  if ((await untell(tx, moveId)) !== 'untold') return 'told-already'

  await unmake(tx, move, idea)
  if (facts.answerId) await takeAnswerBack(tx, idea.id, facts.answerId)
  await tell(tx, mover, move, idea.number)
  return 'undone'
}

async function unmake(tx: Tx, move: Move, idea: Idea) {
  await bringTo(tx, { ...idea, status: move.toStatus }, move.fromStatus!)
  await restorePromise(tx, { ideaId: idea.id, moveId: move.id })
  await tx.delete(moves).where(eq(moves.id, move.id))
}

async function tell(tx: Tx, mover: Person, move: Move, number: number) {
  const { id: moveId, ideaId, note, reason } = move
  const data = { from: move.toStatus, to: move.fromStatus! }
  const event = { actorId: mover.id, ideaId, subjectId: moveId, data }
  await record(tx, { verb: 'idea.move-undone', ...event })
  const facts = { subject: ideaId, number, moveId, ...data, note, reason }
  await audit(tx, mover.id, 'idea.move-undone', facts)
}

type Move = typeof moves.$inferSelect

/** What the move's events say of it: the answer that came along, and whether it stands for good. */
async function factsOf(tx: Tx, { id, ideaId, movedAt, roundId }: Move) {
  const events = await tx
    .select({ verb: activity.verb, subjectId: activity.subjectId, data: activity.data })
    .from(activity)
    .where(and(eq(activity.ideaId, ideaId), gte(activity.at, movedAt)))
  const moved = events.find(({ verb, subjectId }) => verb === 'idea.moved' && subjectId === id)
  const answered = events.find(({ verb, data }) => verb === 'idea.answered' && data.moveId === id)
  const isLate = now().getTime() - movedAt.getTime() >= undoMs
  const marks = [roundId, moved?.data.answersId, moved?.data.remap]
  const isFinal = isLate || marks.some(Boolean) || (await isContested(tx, id))
  return { isFinal, answerId: answered?.subjectId }
}

/** Whether the author has answered the decision already: from then on it stands. */
async function isContested(tx: Tx, moveId: string) {
  const { id, moveId: of } = appeals
  const [appeal] = await tx.select({ id }).from(appeals).where(eq(of, moveId)).limit(1)
  const [words] = await tx
    .select({ id: resubmissions.id })
    .from(resubmissions)
    .where(eq(resubmissions.moveId, moveId))
    .limit(1)
  return !!appeal || !!words
}

async function isLatest(tx: Tx, { id, ideaId }: Move) {
  const [last] = await tx
    .select({ id: moves.id })
    .from(moves)
    .where(eq(moves.ideaId, ideaId))
    .orderBy(desc(moves.movedAt), desc(moves.id))
    .limit(1)
  return last?.id === id
}

async function takeAnswerBack(tx: Tx, ideaId: string, answerId: string) {
  await tx.delete(officialAnswers).where(eq(officialAnswers.id, answerId))
  const [before] = await tx
    .select({ at: officialAnswers.publishedAt })
    .from(officialAnswers)
    .where(eq(officialAnswers.ideaId, ideaId))
    .orderBy(desc(officialAnswers.publishedAt), desc(officialAnswers.id))
    .limit(1)
  await setAnswered(tx, ideaId, before?.at ?? null)
}
