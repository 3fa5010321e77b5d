import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { type AnyColumn } from '#db/dialect.ts'
import { pageAfter } from '#db/expressions.ts'
import { follows } from '#db/schema/follows.ts'
import { ideas } from '#db/schema/ideas.ts'
import { votes } from '#db/schema/votes.ts'
import { listedByIds } from '../ideas/idea-card.server.ts'

export type Cursor = { at: Date; id: string }
type Entry = Cursor

/**
 * The ideas that a person follows, ready to show, the one followed last first, `limit` at a time;
 * `next` is the cursor of the page after (`undefined` on the last). Private ideas of others are left
 * out, and so are those that went into another one, which is followed instead.
 */
export async function followedBy(
  db: Read,
  personId: string,
  { after, limit = 20 }: { after?: Cursor; limit?: number } = {},
) {
  const sources = await Promise.all([
    byChoice(db, personId, { after, limit }),
    byVote(db, personId, { after, limit }),
    byWriting(db, personId, { after, limit }),
  ])
  const merged = sources.flat().sort(latestFirst)
  const page = merged.slice(0, limit)
  const next = merged.length > limit ? page.at(-1) : undefined
  const ids = page.map(({ id }) => id)
  const known = await listedByIds(db, ids, personId)
  return { ideas: known.filter(({ stage }) => stage.id !== 'merged'), next }
}

const latestFirst = (one: Entry, other: Entry) =>
  +other.at - +one.at || (other.id > one.id ? 1 : -1)

type Window = { after?: Cursor; limit: number }
const later = (columns: [AnyColumn, AnyColumn], after?: Cursor) =>
  after && pageAfter(columns, [after.at, after.id])

const byChoice = (db: Read, personId: string, { after, limit }: Window) =>
  db
    .select({ at: follows.since, id: follows.ideaId })
    .from(follows)
    .where(
      and(
        eq(follows.personId, personId),
        eq(follows.state, 'following'),
        later([follows.since, follows.ideaId], after),
      ),
    )
    .orderBy(desc(follows.since), desc(follows.ideaId))
    .limit(limit + 1)

const byVote = (db: Read, personId: string, { after, limit }: Window) =>
  db
    .select({ at: votes.castAt, id: votes.ideaId })
    .from(votes)
    .leftJoin(follows, and(eq(follows.ideaId, votes.ideaId), eq(follows.personId, votes.voterId)))
    .where(
      and(
        eq(votes.voterId, personId),
        isNull(follows.ideaId),
        later([votes.castAt, votes.ideaId], after),
      ),
    )
    .orderBy(desc(votes.castAt), desc(votes.ideaId))
    .limit(limit + 1)

// Sorted by number where dates are equal: that is the end of the index; the merge sorts by id again.
const byWriting = (db: Read, personId: string, { after, limit }: Window) =>
  db
    .select({ at: ideas.publishedAt, id: ideas.id })
    .from(ideas)
    .leftJoin(follows, and(eq(follows.ideaId, ideas.id), eq(follows.personId, ideas.authorId)))
    .leftJoin(votes, and(eq(votes.ideaId, ideas.id), eq(votes.voterId, ideas.authorId)))
    .where(
      and(
        eq(ideas.authorId, personId),
        isNull(follows.ideaId),
        isNull(votes.ideaId),
        later([ideas.publishedAt, ideas.id], after),
      ),
    )
    .orderBy(desc(ideas.publishedAt), desc(ideas.number))
    .limit(limit + 1)
