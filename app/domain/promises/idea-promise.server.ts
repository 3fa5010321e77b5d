import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { prepared, type Read } from '#db/database.server.ts'
import { isAmong, listOf, placeholder } from '#db/expressions.ts'
import { ideas } from '#db/schema/ideas.ts'
import { promises, questions } from '#db/schema/promises.ts'

const clock = {
  status: promises.status,
  days: promises.days,
  startedAt: promises.startedAt,
  dueAt: promises.dueAt,
  pausedAt: promises.pausedAt,
  endedAt: promises.endedAt,
  outcome: promises.outcome,
}
const asked = {
  id: questions.id,
  team: questions.team,
  body: questions.body,
  askedAt: questions.askedAt,
  answeredAt: questions.answeredAt,
  closedHow: questions.closedHow,
  closedBy: questions.closedBy,
}

// Few rows: the stays of one idea in promising statuses, times what it was ever asked.
const ofIdea = (db: Read) => () =>
  db
    .select({ promise: clock, question: asked })
    .from(ideas)
    .leftJoin(promises, eq(promises.ideaId, ideas.id))
    .leftJoin(questions, eq(questions.ideaId, ideas.id))
    .where(eq(ideas.id, placeholder('ideaId')))
    .orderBy(desc(promises.startedAt), asc(questions.askedAt))
    .prepare('promise_of_idea')

/**
 * What was promised about an idea last, running or not, and everything its author was asked, oldest
 * first; one question to the database.
 */
export async function promiseAndQuestions(db: Read, ideaId: string) {
  const rows = await prepared(db, 'promise_of_idea', ofIdea(db)).execute({ ideaId })
  const promise = rows[0]?.promise ?? undefined
  const every = rows.flatMap(({ question }) => question ?? [])
  return { promise, questions: [...new Map(every.map((one) => [one.id, one])).values()] }
}

const ofMany = (db: Read) => () =>
  db
    .select({ ideaId: promises.ideaId, ...clock })
    .from(promises)
    .where(and(isAmong(promises.ideaId, 'ideaIds'), isNull(promises.endedAt)))
    .prepare('promises_among')

/** The running promises of some ideas, by their ids. */
export async function promisesAmong(db: Read, ideaIds: string[]) {
  if (!ideaIds.length) return new Map<string, never>()
  const ask = prepared(db, 'promises_among', ofMany(db))
  const rows = await ask.execute({ ideaIds: listOf(ideaIds) })
  return new Map(rows.map(({ ideaId, ...promise }) => [ideaId, promise]))
}
