import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { follows } from '#db/schema/follows.ts'
import { ideas } from '#db/schema/ideas.ts'
import { votes } from '#db/schema/votes.ts'

const batch = 500

/**
 * The ids of everybody who follows an idea, each once, in batches of at most 500: those who chose
 * to, then voters, then the author; nobody who muted it. A person who changes their mind meanwhile
 * may be met or missed.
 */
export async function* followersOf(db: Read, ideaId: string): AsyncGenerator<string[]> {
  yield* pages((after) => chosen(db, ideaId, after))
  yield* pages((after) => voters(db, ideaId, after))
  const [author] = await authorUnheard(db, ideaId)
  if (author?.id) yield [author.id]
}

type Page = PromiseLike<{ id: string }[]>

async function* pages(page: (after: string) => Page) {
  for (let after = ''; ;) {
    const ids = (await page(after)).map(({ id }) => id)
    if (ids.length) yield ids
    if (ids.length < batch) return
    after = ids.at(-1)!
  }
}

const chosen = (db: Read, ideaId: string, after: string): Page =>
  db
    .select({ id: follows.personId })
    .from(follows)
    .where(
      and(eq(follows.ideaId, ideaId), gt(follows.personId, after), eq(follows.state, 'following')),
    )
    .orderBy(asc(follows.personId))
    .limit(batch)

const voters = (db: Read, ideaId: string, after: string): Page =>
  db
    .select({ id: votes.voterId })
    .from(votes)
    .leftJoin(follows, and(eq(follows.ideaId, votes.ideaId), eq(follows.personId, votes.voterId)))
    .where(and(eq(votes.ideaId, ideaId), gt(votes.voterId, after), isNull(follows.personId)))
    .orderBy(asc(votes.voterId))
    .limit(batch)

const authorUnheard = (db: Read, ideaId: string) =>
  db
    .select({ id: ideas.authorId })
    .from(ideas)
    .leftJoin(follows, and(eq(follows.ideaId, ideas.id), eq(follows.personId, ideas.authorId)))
    .leftJoin(votes, and(eq(votes.ideaId, ideas.id), eq(votes.voterId, ideas.authorId)))
    .where(and(eq(ideas.id, ideaId), isNull(follows.personId), isNull(votes.voterId)))
