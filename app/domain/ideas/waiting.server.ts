import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { ideas } from '#db/schema/ideas.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { tagsOfIdea } from './draft.server.ts'
import { hotness } from './hot.rules.ts'
import { placeIdea } from './publish.server.ts'

/** Where an idea is until somebody of the staff has read it. */
export const waitingRoom = 'pending_review'

/**
 * Opens an idea that waited to be read for the community's votes, as if it were published now:
 * `shown`, or `not-waiting` (nothing changed).
 */
export async function showWaiting(tx: Tx, ideaId: string) {
  const waits = and(eq(ideas.id, ideaId), eq(ideas.status, waitingRoom))
  const [idea] = await tx.select().from(ideas).where(waits)
  const to = { status: 'voting', place: 'board' } as const
  const shown = idea && (await placeIdea(tx, idea, to, await tagsOfIdea(tx, ideaId)))
  if (!shown) return 'not-waiting'
  const moment = now()
  const fresh = { publishedAt: moment, hot: hotness(shown.votesCount, moment) }
  await tx.update(ideas).set(fresh).where(eq(ideas.id, ideaId))
  await record(tx, { verb: 'idea.published', actorId: shown.authorId, ideaId })
  return 'shown'
}
