import { asc, desc, eq } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { moves, officialAnswers } from '#db/schema/workflow.ts'
import { stepsOf } from './workflow.rules.ts'

export type OfficialAnswer = typeof officialAnswers.$inferSelect

/**
 * The public road of an idea: `steps` (status ids with `done`, `current` or `next` and the day of
 * the first entry) and `history`, every move with team, note and reason, oldest first. Nobody of
 * the staff is named.
 */
export async function timelineOf(
  db: Read,
  idea: { id: string; status: string; publishedAt: Date },
) {
  const { id, fromStatus, toStatus, team, note, reason, movedAt } = moves
  const history = await db
    .select({ id, fromStatus, toStatus, team, note, reason, movedAt })
    .from(moves)
    .where(eq(moves.ideaId, idea.id))
    .orderBy(asc(moves.movedAt), asc(moves.id))
  return { steps: stepsOf(idea, history), history }
}

/** The official answer that stands on an idea's page, the newest one; `undefined` when there is none. */
export async function officialAnswerOf(
  db: Read,
  ideaId: string,
): Promise<OfficialAnswer | undefined> {
  const [answer] = await db
    .select()
    .from(officialAnswers)
    .where(eq(officialAnswers.ideaId, ideaId))
    .orderBy(desc(officialAnswers.publishedAt), desc(officialAnswers.id))
    .limit(1)
  return answer
}
