import { and, eq } from 'drizzle-orm'
import { prepared, type Read, type Tx } from '#db/database.server.ts'
import { placeholder } from '#db/expressions.ts'
import { ideas, statuses } from '#db/schema/ideas.ts'
import type { Event, Verb } from '../event.ts'
import { carryPromise, endPromise, startPromise, takeUpPromise } from './promise.server.ts'
import { closeQuestion, openQuestion } from './question.server.ts'

type Of<V extends Verb> = Extract<Event, { verb: V }>

/** What the promises do when something happens, and what comes of it in turn. */
export async function promiseOf(tx: Tx, event: Event): Promise<Event[]> {
  if (event.verb === 'comment.posted' || event.verb === 'idea.edited') return answered(tx, event)
  if (event.verb === 'idea.moved') await moved(tx, event)
  if (event.verb === 'idea.published') await published(tx, event)
  if (event.verb === 'idea.merged') await merged(tx, event)
  if (event.verb === 'idea.unmerged') await unmerged(tx, event)
  return []
}

const standing = (db: Read) => () =>
  db
    .select({ status: ideas.status, authorId: ideas.authorId, days: statuses.promiseDays })
    .from(ideas)
    .innerJoin(statuses, eq(statuses.id, ideas.status))
    .where(eq(ideas.id, placeholder('ideaId')))
    .prepare('promise_standing')

async function standingOf(db: Read, ideaId: string) {
  const [idea] = await prepared(db, 'promise_standing', standing(db)).execute({ ideaId })
  return idea
}

/** Whoever moves an idea answers what was promised; the next status may promise anew. */
async function moved(tx: Tx, { ideaId, subjectId: moveId, data }: Of<'idea.moved'>) {
  const days = await daysOf(tx, data.to)
  if (data.remap && days) return carryPromise(tx, ideaId, data.to)
  await endPromise(tx, ideaId, { by: moveId, uncounted: data.to === 'merged' || !!data.remap })
  await closeQuestion(tx, ideaId, { how: 'moved', by: moveId })
  if (days) await startPromise(tx, { ideaId, status: data.to, days, startedBy: moveId })
}

async function daysOf(db: Read, statusId: string) {
  const [status] = await db
    .select({ days: statuses.promiseDays })
    .from(statuses)
    .where(and(eq(statuses.id, statusId)))
  return status?.days
}

async function published(tx: Tx, { ideaId }: Of<'idea.published'>) {
  const idea = await standingOf(tx, ideaId)
  if (!idea?.days) return
  const { status, days } = idea
  await startPromise(tx, { ideaId, status, days, origin: 'publication' })
}

/** The answer will be given to the other idea: nothing is owed to this one, and nothing was kept. */
async function merged(tx: Tx, { ideaId, subjectId }: Of<'idea.merged'>) {
  await endPromise(tx, ideaId, { by: subjectId, uncounted: true })
  await closeQuestion(tx, ideaId, { how: 'moved', by: subjectId })
}

async function unmerged(tx: Tx, { ideaId }: Of<'idea.unmerged'>) {
  const idea = await standingOf(tx, ideaId)
  if (!idea?.days || (await takeUpPromise(tx, ideaId, idea.status))) return
  await startPromise(tx, { ideaId, status: idea.status, days: idea.days })
}

/** The author says something, or changes the idea: that is the answer to what was asked. */
async function answered(tx: Tx, event: Of<'comment.posted'> | Of<'idea.edited'>): Promise<Event[]> {
  const { ideaId, actorId } = event
  const question = await openQuestion(tx, ideaId)
  if (!question || !actorId) return []
  if ((await standingOf(tx, ideaId))?.authorId !== actorId) return []
  const closing =
    event.verb === 'idea.edited'
      ? { how: 'edit' as const }
      : { how: 'comment' as const, by: event.subjectId }
  const closed = await closeQuestion(tx, ideaId, closing)
  return closed ? [{ verb: 'question.answered', actorId, ideaId, subjectId: closed.id }] : []
}
