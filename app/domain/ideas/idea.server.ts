import { eq } from 'drizzle-orm'
import { prepared, type Read, type Tx } from '#db/database.server.ts'
import { placeholder, plus, sumOf, tenfolds } from '#db/expressions.ts'
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

/**
 * May `viewer` know of an idea that is not public? Its author and the staff in charge may; of a
 * draft, its author alone.
 */
export const isInSight = (
  { place, status, authorId }: Pick<Idea, 'place' | 'status' | 'authorId'>,
  viewer: Viewer,
) =>
  place !== 'private' ||
  (!!viewer && viewer.id === authorId) ||
  (status !== 'draft' && may(viewer, 'ideas.see-private'))

/**
 * The idea of a public number with its status, as far as `viewer` may see it; `undefined` when there
 * is none, or none for them.
 */
export async function findIdea(db: Read, number: number, viewer: Viewer) {
  const [row] = await prepared(db, 'idea_by_number', byNumber(db)).execute({ number })
  if (!row || !isInSight(row.ideas, viewer)) return undefined
  return { ...row.ideas, stage: row.statuses }
}

const { id, place, status, authorId, publishedAt } = ideas
const ballot = (tx: Tx) => () =>
  tx
    .select({ id, place, status, authorId, publishedAt, votesOpen: statuses.votesOpen })
    .from(ideas)
    .innerJoin(statuses, eq(statuses.id, ideas.status))
    .where(eq(ideas.number, placeholder('number')))
    .prepare('ballot')

/** As much of the idea of `number` as a vote must know; `undefined` where `viewer` can see none. */
export async function ballotOf(tx: Tx, number: number, viewer: Viewer) {
  const [found] = await prepared(tx, 'ballot', ballot(tx)).execute({ number })
  return found && isInSight(found, viewer) ? found : undefined
}

// One statement: every index of the idea is written once. It counts as `hotness` does.
const voteCounted = (tx: Tx, change: 1 | -1, name: string) => () => {
  const votesCount = plus(ideas.votesCount, change)
  const hot = sumOf(tenfolds(votesCount), placeholder('youth'))
  return tx
    .update(ideas)
    .set({ votesCount, hot })
    .where(eq(ideas.id, placeholder('ideaId')))
    .prepare(name)
}

/** Adds `change` (+1 or −1) to an idea's votes and warms or cools it. */
export async function countVote(
  tx: Tx,
  { id: ideaId, publishedAt }: Pick<Idea, 'id' | 'publishedAt'>,
  change: 1 | -1,
) {
  const name = change > 0 ? 'count_vote' : 'uncount_vote'
  const youth = hotness(1, publishedAt)
  await prepared(tx, name, voteCounted(tx, change, name)).execute({ ideaId, youth })
}

/** Adds `change` to an idea's votes, as `countVote` does one. */
export async function countVotes(
  tx: Tx,
  { id: ideaId, publishedAt }: Pick<Idea, 'id' | 'publishedAt'>,
  change: number,
) {
  const votesCount = plus(ideas.votesCount, change)
  const hot = sumOf(tenfolds(votesCount), hotness(1, publishedAt))
  await tx.update(ideas).set({ votesCount, hot }).where(eq(ideas.id, ideaId))
}

/** Adds `change` to the comments of an idea that everybody can read. */
export async function countComment(tx: Tx, ideaId: string, change: 1 | -1) {
  await tx
    .update(ideas)
    .set({ commentsCount: plus(ideas.commentsCount, change) })
    .where(eq(ideas.id, ideaId))
}
