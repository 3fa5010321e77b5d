import { createHmac, randomBytes } from 'node:crypto'
import { and, asc, eq, gt, inArray, isNull, ne } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { pageAfterAscending } from '#db/expressions.ts'
import { comments } from '#db/schema/comments.ts'
import { people } from '#db/schema/identity.ts'
import { ideas, ideaTags } from '#db/schema/ideas.ts'
import { votes } from '#db/schema/votes.ts'

const together = 1_000

const isPublic = ne(ideas.place, 'private')

/** Every public idea, in the order of the numbers; its author by handle, as on its page. */
export async function* exportedIdeas(db: Read) {
  for (let after = 0; ;) {
    const page = await db
      .select({ idea: ideas, author: people.handle })
      .from(ideas)
      .leftJoin(people, eq(people.id, ideas.authorId))
      .where(and(isPublic, gt(ideas.number, after)))
      .orderBy(asc(ideas.number))
      .limit(together)
    if (!page.length) return
    const tags = await tagsOf(
      db,
      page.map(({ idea }) => idea.id),
    )
    for (const { idea, author } of page)
      yield {
        number: idea.number,
        title: idea.title,
        body: idea.body,
        category: idea.categoryId,
        status: idea.status,
        author,
        published_at: idea.publishedAt,
        votes: idea.votesCount,
        comments: idea.commentsCount,
        tags: (tags.get(idea.id) ?? []).join(';'),
      }
    after = page.at(-1)!.idea.number
  }
}

async function tagsOf(db: Read, ideaIds: string[]) {
  const rows = await db
    .select()
    .from(ideaTags)
    .where(inArray(ideaTags.ideaId, ideaIds))
    .orderBy(asc(ideaTags.ideaId), asc(ideaTags.tag))
  const tags = new Map<string, string[]>()
  for (const { ideaId, tag } of rows) tags.set(ideaId, [...(tags.get(ideaId) ?? []), tag])
  return tags
}

/** Every comment that everybody can read. Whoever speaks for the brand is its team, as on the page. */
export async function* exportedComments(db: Read) {
  const inSight = [isPublic, isNull(comments.hiddenAt), isNull(comments.deletedAt)]
  for (let after = ''; ;) {
    const page = await db
      .select({ comment: comments, number: ideas.number, author: people.handle })
      .from(comments)
      .innerJoin(ideas, eq(ideas.id, comments.ideaId))
      .leftJoin(people, eq(people.id, comments.authorId))
      .where(and(...inSight, gt(comments.id, after)))
      .orderBy(asc(comments.id))
      .limit(together)
    if (!page.length) return
    for (const { comment, number, author } of page)
      yield {
        id: comment.id,
        idea: number,
        parent: comment.parentId,
        author: comment.team ? null : author,
        team: comment.team,
        body: comment.body,
        created_at: comment.createdAt,
        useful: comment.usefulCount,
      }
    after = page.at(-1)!.comment.id
  }
}

/**
 * Every vote for a public idea, by day. Who voted is nobody's business: the same voter has the same
 * pseudonym within one export, and another one in the next.
 */
export async function* exportedVotes(db: Read) {
  const key = randomBytes(32)
  const pseudonym = (id: string) => createHmac('sha256', key).update(id).digest('hex').slice(0, 16)
  for (let after: [string, string] = ['', '']; ;) {
    const page = await db
      .select({ vote: votes, number: ideas.number })
      .from(votes)
      .innerJoin(ideas, eq(ideas.id, votes.ideaId))
      .where(
        and(
          isPublic,
          isNull(votes.burstId),
          pageAfterAscending([votes.ideaId, votes.voterId], after),
        ),
      )
      .orderBy(asc(votes.ideaId), asc(votes.voterId))
      .limit(together)
    if (!page.length) return
    for (const { vote, number } of page)
      yield {
        idea: number,
        voter: pseudonym(vote.voterId),
        day: vote.castAt.toISOString().slice(0, 10),
      }
    const last = page.at(-1)!.vote
    after = [last.ideaId, last.voterId]
  }
}
