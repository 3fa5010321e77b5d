import { asc, desc, eq } from 'drizzle-orm'
import { prepared, type Read } from '#db/database.server.ts'
import { placeholder } from '#db/expressions.ts'
import { moves, officialAnswers } from '#db/schema/workflow.ts'
import { statusList } from '../ideas/categories.server.ts'
import { roadOf } from '../ideas/status.rules.ts'
import { stepsOf } from './workflow.rules.ts'

export type OfficialAnswer = typeof officialAnswers.$inferSelect

const { id, fromStatus, toStatus, team, note, reason, couldChange, movedAt } = moves
const movesOf = (db: Read) => () =>
  db
    .select({ id, fromStatus, toStatus, team, note, reason, couldChange, movedAt })
    .from(moves)
    .where(eq(moves.ideaId, placeholder('ideaId')))
    .orderBy(asc(movedAt), asc(id))
    .prepare('idea_moves')
const answerOf = (db: Read) => () =>
  db
    .select()
    .from(officialAnswers)
    .where(eq(officialAnswers.ideaId, placeholder('ideaId')))
    .orderBy(desc(officialAnswers.publishedAt), desc(officialAnswers.id))
    .limit(1)
    .prepare('idea_answer')

/**
 * The public road of an idea: `steps` (status ids with `done`, `current` or `next` and the day of
 * the first entry) and `history`, every move with team, note and reason, oldest first. Nobody of
 * the staff is named.
 */
export async function timelineOf(
  db: Read,
  idea: { id: string; status: string; publishedAt: Date },
) {
  const [history, statuses] = await Promise.all([historyOf(db, idea.id), statusList(db)])
  return { steps: stepsOf(idea, history, roadOf(statuses)), history }
}

/** Every move of an idea with team, note and reason, oldest first. */
export const historyOf = (db: Read, ideaId: string) =>
  prepared(db, 'idea_moves', movesOf(db)).execute({ ideaId })

/** The official answer that stands on an idea's page, the newest one; `undefined` when there is none. */
export async function officialAnswerOf(
  db: Read,
  ideaId: string,
): Promise<OfficialAnswer | undefined> {
  const [answer] = await prepared(db, 'idea_answer', answerOf(db)).execute({ ideaId })
  return answer
}
