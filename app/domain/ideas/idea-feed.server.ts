import { and, desc, eq, exists, isNotNull, ne, type SQL } from 'drizzle-orm'
import { prepared, type Read } from '#db/database.server.ts'
import { howMany, pageAfter, placeholder } from '#db/expressions.ts'
import { ideas, ideaTags } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { countListed } from './categories.server.ts'
import { countedLately } from './lately.server.ts'
import { listed, selectListed } from './idea-card.server.ts'
import { type Cursor, cursorAt, type Feed, type FeedWish, pageSize } from './idea-feed.rules.ts'
import { fewKnown, narrowFeed } from './idea-feed-narrow.server.ts'

const sortColumns = {
  hot: ideas.hot,
  top: ideas.votesCount,
  new: ideas.publishedAt,
  updated: ideas.updatedAt,
}

/**
 * A page of the board, 20 ideas unless `limit` says otherwise. Without `status` it holds the ideas
 * on the board; with it also those put aside (merged, archived); private ideas never. A cursor of
 * another sort is as none.
 */
export async function ideaFeed(db: Read, wish: FeedWish): Promise<Feed> {
  const few = await fewKnown(db, wish)
  if (few) return narrowFeed(db, wish, few)

  const { limit = pageSize } = wish
  const rows = await wideFeed(db, wish)
  const page = rows.slice(0, limit)
  const next = rows.length > limit ? cursorAt(page.at(-1)!, wish.sort) : undefined
  return { ideas: await listed(db, page), next, total: await totalOf(db, wish) }
}

/** Walks along an index in the order of the sort, so a page costs what it shows. */
function wideFeed(db: Read, wish: FeedWish) {
  const { sort, after, limit = pageSize } = wish
  const from = after?.[0] === sort ? valuesOf(after) : undefined
  const filters = gaps.filter((name) => wish[name])
  const name = ['feed', sort, ...filters, from ? 'after' : 'first'].join('_')
  return prepared(db, name, () => {
    const gapped = Object.fromEntries(filters.map((filter) => [filter, placeholder(filter)]))
    const column = sortColumns[sort]
    const later =
      from && pageAfter([column, ideas.number], [placeholder('at'), placeholder('number')])
    return selectListed(db)
      .where(and(...conditions(db, gapped), later))
      .orderBy(desc(column), desc(ideas.number))
      .limit(placeholder('most'))
      .prepare(name)
  }).execute({ ...wish, at: from?.[0], number: from?.[1], most: limit + 1 })
}

const gaps = ['status', 'category', 'tag', 'author', 'answered'] as const
type Gapped<Wish> = { [Name in keyof Wish]: Wish[Name] | ReturnType<typeof placeholder> }

/** The filters, or gaps for them, as conditions on `ideas`; search narrows by the same. */
export function conditions(
  db: Read,
  { status, category, tag, answered, author }: Partial<Gapped<FeedWish>>,
) {
  // With a status, its own index leads: `place` must then not look like the better way in.
  const place = status
    ? [eq(ideas.status, status), ne(ideas.place, 'private')]
    : [eq(ideas.place, 'board')]
  const all: (SQL | undefined)[] = [
    ...place,
    category ? eq(ideas.categoryId, category) : undefined,
    answered ? isNotNull(ideas.answeredAt) : undefined,
    tag ? exists(tagged(db, tag)) : undefined,
    author ? eq(ideas.authorId, personCalled(db, author)) : undefined,
  ]
  return all
}

type Word = string | ReturnType<typeof placeholder>

const tagged = (db: Read, tag: Word) =>
  db
    .select({ tag: ideaTags.tag })
    .from(ideaTags)
    .where(and(eq(ideaTags.ideaId, ideas.id), eq(ideaTags.tag, tag)))

const personCalled = (db: Read, handle: Word) =>
  db.select({ id: people.id }).from(people).where(eq(people.handle, handle))

const valuesOf = ([sort, value, number]: Cursor) => [
  sort === 'hot' || sort === 'top' ? value : new Date(value),
  number,
]

async function totalOf(db: Read, wish: FeedWish) {
  if (wish.tag || wish.author) return undefined
  if (!wish.answered) return countListed(db, wish)
  const { status = '', category = '' } = wish
  return countedLately(db, `answered ${status} ${category}`, async () => {
    const where = and(...conditions(db, wish))
    const [counted] = await db.select({ n: howMany() }).from(ideas).where(where)
    return counted!.n
  })
}
