import { eq } from 'drizzle-orm'
import { prepared, type Read, type Tx } from '#db/database.server.ts'
import { placeholder, plus } from '#db/expressions.ts'
import { ideas, statuses } from '#db/schema/ideas.ts'
import { may, type Viewer } from '../identity/viewer.rules.ts'
import { hotness } from './hot.rules.ts'

export type Idea = typeof ideas.$inferSelect
export type Status = typeof statuses.$inferSelect

const byNumber = (db: Read) => () =>
  db
    .select()
    .from(ideas)
    .innerJoin(statuses, eq(statuses.id, ideas.status))
    .where(eq(ideas.number, placeholder('number')))
    .prepare('idea_by_number')

/** May `viewer` know of an idea that is not public? Its author and the staff in charge may. */
export const isInSight = (idea: Pick<Idea, 'place' | 'authorId'>, viewer: Viewer) =>
  idea.place !== 'private' ||
  may(viewer, 'ideas.see-private') ||
  (!!viewer && viewer.id === idea.authorId)

/**
 * The idea of a public number with its status, as far as `viewer` may see it; `undefined` when there
 * is none, or none for them.
 */
export async function findIdea(db: Read, number: number, viewer: Viewer) {
  const [row] = await prepared(db, 'idea_by_number', byNumber(db)).execute({ number })
  if (!row || !isInSight(row.ideas, viewer)) return undefined
  return { ...row.ideas, stage: row.statuses }
}

const voteCounted = (tx: Tx, change: 1 | -1, name: string) => () =>
  tx
    .update(ideas)
    .set({ votesCount: plus(ideas.votesCount, change) })
    .where(eq(ideas.id, placeholder('ideaId')))
    .returning({ votesCount: ideas.votesCount, publishedAt: ideas.publishedAt })
    .prepare(name)

const ideaWarmed = (tx: Tx) => () =>
  tx
    .update(ideas)
    .set({ hot: placeholder('hot') as unknown as number })
    .where(eq(ideas.id, placeholder('ideaId')))
    .prepare('warm_idea')

/**
 * Adds `change` (+1 or −1) to an idea's votes and warms or cools it. Answers the new count;
 * `undefined` when there is no such idea.
 */
export async function countVote(tx: Tx, ideaId: string, change: 1 | -1) {
  const name = change > 0 ? 'count_vote' : 'uncount_vote'
  const [counted] = await prepared(tx, name, voteCounted(tx, change, name)).execute({ ideaId })
  if (!counted) return undefined
  const hot = hotness(counted.votesCount, counted.publishedAt)
  await prepared(tx, 'warm_idea', ideaWarmed(tx)).execute({ ideaId, hot })
  return counted.votesCount
}

/** Adds `change` to the comments of an idea that everybody can read. */
export async function countComment(tx: Tx, ideaId: string, change: 1 | -1) {
  await tx
    .update(ideas)
    .set({ commentsCount: plus(ideas.commentsCount, change) })
    .where(eq(ideas.id, ideaId))
}
