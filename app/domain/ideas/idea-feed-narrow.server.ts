import { and, eq } from 'drizzle-orm'
import { prepared, type Read } from '#db/database.server.ts'
import { isAmong, listOf, placeholder } from '#db/expressions.ts'
import { ideas, ideaTags } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { listedByIds } from './idea-card.server.ts'
import { type Cursor, cursorAt, type Feed, type FeedWish, pageSize } from './idea-feed.rules.ts'

const few = 1_400

/**
 * The ids of all the ideas of a person or a tag when they are few: then it is cheaper to sort them
 * here than to look for them along the whole board. `undefined` when they are many, or not asked for.
 */
export async function fewKnown(db: Read, { author, tag }: FeedWish) {
  const ids = author ? await idsOfAuthor(db, author) : tag ? await idsOfTag(db, tag) : undefined
  return ids && ids.length <= few ? ids.map(({ id }) => id) : undefined
}

const idsOfAuthor = (db: Read, handle: string) =>
  db
    .select({ id: ideas.id })
    .from(people)
    .innerJoin(ideas, eq(ideas.authorId, people.id))
    .where(eq(people.handle, handle))
    .limit(few + 1)

const idsOfTag = (db: Read, tag: string) =>
  db
    .select({ id: ideaTags.ideaId })
    .from(ideaTags)
    .where(eq(ideaTags.tag, tag))
    .limit(few + 1)

const light = {
  id: ideas.id,
  number: ideas.number,
  status: ideas.status,
  place: ideas.place,
  categoryId: ideas.categoryId,
  answeredAt: ideas.answeredAt,
  hot: ideas.hot,
  votesCount: ideas.votesCount,
  publishedAt: ideas.publishedAt,
  updatedAt: ideas.updatedAt,
}

const lightAmong = (db: Read) => () =>
  db.select(light).from(ideas).where(isAmong(ideas.id, 'ids')).prepare('ideas_light')

/** The page of `ideaFeed` out of a few known ideas. */
export async function narrowFeed(db: Read, wish: FeedWish, ids: string[]): Promise<Feed> {
  if (!ids.length) return { ideas: [], total: 0 }
  const { sort, after, limit = pageSize } = wish
  const withTag = wish.author && wish.tag ? await tagged(db, ids, wish.tag) : undefined
  const rows = await prepared(db, 'ideas_light', lightAmong(db)).execute({ ids: listOf(ids) })
  const wanted = rows
    .filter((idea) => isWanted(idea, wish) && (!withTag || withTag.has(idea.id)))
    .map((idea) => ({ id: idea.id, at: cursorAt(idea, sort) }))
    .sort((one, other) => compared(one.at, other.at))
  const rest = wanted.filter(({ at }) => after?.[0] !== sort || compared(after, at) < 0)
  const page = rest.slice(0, limit)
  return {
    ideas: await listedByIds(
      db,
      page.map(({ id }) => id),
    ),
    next: rest.length > limit ? page.at(-1)!.at : undefined,
    total: wanted.length,
  }
}

const compared = (one: Cursor, other: Cursor) => other[1] - one[1] || other[2] - one[2]

type Light = { status: string; place: string; categoryId: string; answeredAt: Date | null }

function isWanted({ status, place, categoryId, answeredAt }: Light, wish: FeedWish) {
  const inPlace = wish.status ? status === wish.status && place !== 'private' : place === 'board'
  if (!inPlace || (wish.answered && !answeredAt)) return false
  return !wish.category || categoryId === wish.category
}

const taggedAmong = (db: Read) => () =>
  db
    .select({ id: ideaTags.ideaId })
    .from(ideaTags)
    .where(and(eq(ideaTags.tag, placeholder('tag')), isAmong(ideaTags.ideaId, 'ids')))
    .prepare('ideas_tagged')

async function tagged(db: Read, among: string[], tag: string) {
  const query = prepared(db, 'ideas_tagged', taggedAmong(db))
  const rows = await query.execute({ tag, ids: listOf(among) })
  return new Set(rows.map(({ id }) => id))
}
