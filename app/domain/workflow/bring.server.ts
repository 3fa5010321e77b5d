import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { statuses } from '#db/schema/ideas.ts'
import { tagsOfIdea } from '../ideas/draft.server.ts'
import type { Idea } from '../ideas/idea.server.ts'
import { placeIdea } from '../ideas/publish.server.ts'

/**
 * Brings an idea to the status `to` and to that one's place, tally and index; `undefined`, with
 * nothing changed, when it is no longer where `idea` says. Tells nobody.
 */
export async function bringTo(tx: Tx, idea: Idea, to: string) {
  const [status] = await tx.select().from(statuses).where(eq(statuses.id, to))
  const tags = await tagsOfIdea(tx, idea.id)
  return placeIdea(tx, idea, { status: to, place: status!.place }, tags)
}
