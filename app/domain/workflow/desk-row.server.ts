import { and, asc, desc, eq, inArray, isNull, ne, type SQL } from 'drizzle-orm'
import { largest } from '#db/columns.ts'
import type { Read } from '#db/database.server.ts'
import { isNullAside, pageAfter, pageAfterAscending } from '#db/expressions.ts'
import { people } from '#db/schema/identity.ts'
import { ideas } from '#db/schema/ideas.ts'
import { type DeskQuery, type Order, readDeskPlace } from './desk.form.ts'

/** What the desk's lists show of an idea. */
export const deskColumns = {
  id: ideas.id,
  number: ideas.number,
  title: ideas.title,
  status: ideas.status,
  categoryId: ideas.categoryId,
  votesCount: ideas.votesCount,
  commentsCount: ideas.commentsCount,
  publishedAt: ideas.publishedAt,
  updatedAt: ideas.updatedAt,
  answeredAt: ideas.answeredAt,
  author: people.displayName,
}
export type DeskIdea = Awaited<ReturnType<typeof orderedRows>>[number]

const sortedBy = {
  top: ideas.votesCount,
  new: ideas.publishedAt,
  updated: ideas.updatedAt,
  oldest: ideas.publishedAt,
} satisfies Record<Order, unknown>

/** What a query says of an idea, as conditions; without a status the board, with words every status. */
export function narrowed({ status, category, unanswered, q, order }: Partial<DeskQuery>) {
  const byDate = order === 'new' || order === 'oldest'
  const everywhere = q ? ne(ideas.status, 'draft') : eq(ideas.place, 'board')
  return and(
    status ? eq(ideas.status, status) : everywhere,
    category ? eq(ideas.categoryId, category) : undefined,
    unanswered ? (byDate ? isNull : isNullAside)(ideas.answeredAt) : undefined,
  )!
}

type Wish = Partial<DeskQuery> & { order: Order }

/** The first `most` ideas of a query in its order, from its place on, walking along an index. */
export function orderedRows(db: Read, query: Wish, most: number, where: SQL = narrowed(query)) {
  const column = sortedBy[query.order]
  const [page, way] = query.order === 'oldest' ? [pageAfterAscending, asc] : [pageAfter, desc]
  const after = readDeskPlace(query.after)
  const value =
    after && (query.order === 'top' ? Math.min(after.value, largest) : new Date(after.value))
  return db
    .select(deskColumns)
    .from(ideas)
    .leftJoin(people, eq(people.id, ideas.authorId))
    .where(and(where, after && page([column, ideas.number], [value, after.number])))
    .orderBy(way(column), way(ideas.number))
    .limit(most)
}

/** The ideas whose `column` is among `values`, drafts left out, in the order of `values`. */
export async function rowsAmong<By extends 'id' | 'number'>(
  db: Read,
  by: By,
  values: DeskIdea[By][],
): Promise<DeskIdea[]> {
  if (!values.length) return []
  const column = by === 'id' ? ideas.id : ideas.number
  const rows = await db
    .select(deskColumns)
    .from(ideas)
    .leftJoin(people, eq(people.id, ideas.authorId))
    .where(inArray(column, values as never[]))
  const at = new Map(values.map((value, i) => [value, i]))
  return rows
    .filter(({ status }) => status !== 'draft')
    .sort((one, other) => at.get(one[by])! - at.get(other[by])!)
}

/** Where `idea` stands in a list of this order. */
export function placeOf(idea: DeskIdea, order: Order) {
  const { votesCount, publishedAt, updatedAt, number } = idea
  const values = { top: votesCount, new: +publishedAt, updated: +updatedAt, oldest: +publishedAt }
  return { value: values[order], number }
}

/** Whether a row is what a query narrows to; for rows that were found by other means. */
export const isNarrowed = (
  idea: DeskIdea,
  { status, category, unanswered }: Pick<DeskQuery, 'status' | 'category' | 'unanswered'>,
) =>
  (!status || idea.status === status) &&
  (!category || idea.categoryId === category) &&
  (!unanswered || !idea.answeredAt)
