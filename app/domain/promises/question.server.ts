import { and, eq, isNull } from 'drizzle-orm'
import { prepared, type Read, type Tx } from '#db/database.server.ts'
import { placeholder } from '#db/expressions.ts'
import { questions } from '#db/schema/promises.ts'
import { now } from '#db/time.ts'
import { pausePromise, resumePromise } from './promise.server.ts'

/** A public question of the brand to the author of an idea. */
export type Question = typeof questions.$inferSelect

const openOf = (db: Read) => () =>
  db
    .select()
    .from(questions)
    .where(and(eq(questions.ideaId, placeholder('ideaId')), isNull(questions.answeredAt)))
    .prepare('open_question')

/** The question that the author of an idea has not answered yet; there is at most one. */
export async function openQuestion(db: Read, ideaId: string): Promise<Question | undefined> {
  const [question] = await prepared(db, 'open_question', openOf(db)).execute({ ideaId })
  return question
}

type NewQuestion = Pick<Question, 'ideaId' | 'askedBy' | 'team' | 'body'>

/**
 * Puts a question to the author of an idea; its promise stands still until the answer. Answers the
 * question, or `undefined` when one is open already.
 */
export async function putQuestion(tx: Tx, question: NewQuestion) {
  const [put] = await tx.insert(questions).values(question).onConflictDoNothing().returning()
  if (put) await pausePromise(tx, put.ideaId)
  return put
}

type Closing = { how: NonNullable<Question['closedHow']>; by?: string }

/**
 * Closes the open question of an idea, and lets its promise go on. Answers the question, or
 * `undefined` when none was open.
 */
export async function closeQuestion(tx: Tx, ideaId: string, { how, by }: Closing) {
  const [closed] = await tx
    .update(questions)
    .set({ answeredAt: now(), closedHow: how, closedBy: by ?? null })
    .where(and(eq(questions.ideaId, ideaId), isNull(questions.answeredAt)))
    .returning()
  if (closed && how !== 'moved') await resumePromise(tx, ideaId)
  return closed
}
