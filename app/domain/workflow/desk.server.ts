import { and, asc, desc, eq, inArray, isNull, ne } from 'drizzle-orm'
import { largest } from '#db/columns.ts'
import type { Read } from '#db/database.server.ts'
import { pageAfter, pageAfterAscending } from '#db/expressions.ts'
import { people } from '#db/schema/identity.ts'
import { ideas } from '#db/schema/ideas.ts'
import { matchingNumbers, type Term } from '#db/search.server.ts'
import { categoryList, statusList, tallyList } from '../ideas/categories.server.ts'
import { findIdea } from '../ideas/idea.server.ts'
import { holdsAll, searchOf } from '../ideas/idea-search.rules.ts'
import type { Viewer } from '../identity/viewer.rules.ts'
import { type DeskQuery, type Order, readDeskPlace, writtenDeskPlace } from './desk.form.ts'

export const deskPageSize = 50
const mostFound = 200
const mostRead = 2_000

const columns = {
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
export type DeskIdea = Awaited<ReturnType<typeof ordered>>[number]

const sortedBy = {
  top: ideas.votesCount,
  new: ideas.publishedAt,
  updated: ideas.updatedAt,
  oldest: ideas.publishedAt,
} satisfies Record<Order, unknown>

/** Drafts are their authors' own: the desk shows every status but that. */
export const deskStatuses = async (db: Read) =>
  (await statusList(db)).filter(({ id }) => id !== 'draft')

/** The query without a status or category that the desk does not have. */
export async function knownDeskQuery(db: Read, query: DeskQuery): Promise<DeskQuery> {
  const [statuses, categories] = await Promise.all([deskStatuses(db), categoryList(db)])
  const known = (id: string | undefined, among: { id: string }[]) =>
    among.some((one) => one.id === id) ? id : undefined
  const { status, category } = query
  return { ...query, status: known(status, statuses), category: known(category, categories) }
}

/** An idea of the desk by its number, as `viewer` may see it; drafts are none of the desk's. */
export async function findDeskIdea(db: Read, number: number, viewer: Viewer) {
  const idea = await findIdea(db, number, viewer)
  return idea?.status === 'draft' ? undefined : idea
}

/**
 * One page of the ideas on the desk, 50 at a time, for whoever may see private ones. Without a
 * status those of the board; with words those of every status, private ones first, at most some 200,
 * the best first. `next` is where the following page begins.
 */
export async function deskList(
  db: Read,
  query: DeskQuery,
): Promise<{ ideas: DeskIdea[]; next?: string }> {
  if (query.q) return { ideas: await found(db, query, query.q) }
  const rows = await ordered(db, query)
  const shown = rows.slice(0, deskPageSize)
  return { ideas: shown, next: rows[deskPageSize] && placeAt(shown.at(-1)!, query.order) }
}

/** The number of the idea that follows `number` on the page of `query`, or on the page after it. */
export async function ideaAfter(db: Read, query: DeskQuery, number: number) {
  const rows = query.q ? await found(db, query, query.q) : await ordered(db, query)
  const at = rows.findIndex((idea) => idea.number === number)
  return at < 0 ? undefined : rows[at + 1]?.number
}

/** How many ideas stand in each status. */
export async function deskCounts(db: Read) {
  const counts = new Map<string, number>()
  for (const { status, ideasCount } of await tallyList(db))
    counts.set(status, (counts.get(status) ?? 0) + ideasCount)
  return counts
}

function narrowed({ status, category, unanswered, q }: DeskQuery) {
  const everywhere = q ? ne(ideas.status, 'draft') : eq(ideas.place, 'board')
  return and(
    status ? eq(ideas.status, status) : everywhere,
    category ? eq(ideas.categoryId, category) : undefined,
    unanswered ? isNull(ideas.answeredAt) : undefined,
  )!
}

function ordered(db: Read, query: DeskQuery) {
  const column = sortedBy[query.order]
  const ascending = query.order === 'oldest'
  const [page, way] = ascending ? [pageAfterAscending, asc] : [pageAfter, desc]
  const after = readDeskPlace(query.after)
  const value =
    after && (query.order === 'top' ? Math.min(after.value, largest) : new Date(after.value))
  return db
    .select(columns)
    .from(ideas)
    .leftJoin(people, eq(people.id, ideas.authorId))
    .where(and(narrowed(query), after && page([column, ideas.number], [value, after.number])))
    .orderBy(way(column), way(ideas.number))
    .limit(deskPageSize + 1)
}

function placeAt(idea: DeskIdea, order: Order) {
  const { votesCount, publishedAt, updatedAt, number } = idea
  const values = { top: votesCount, new: +publishedAt, updated: +updatedAt, oldest: +publishedAt }
  return writtenDeskPlace({ value: values[order], number })
}

async function found(db: Read, query: DeskQuery, q: string) {
  const numbers = await numbersFor(db, query, q)
  if (!numbers.length) return []
  const rows = await db
    .select(columns)
    .from(ideas)
    .leftJoin(people, eq(people.id, ideas.authorId))
    .where(inArray(ideas.number, numbers))
  const seen = rows.filter(({ status }) => status !== 'draft')
  return seen.sort((one, other) => numbers.indexOf(one.number) - numbers.indexOf(other.number))
}

async function numbersFor(db: Read, query: DeskQuery, q: string) {
  const number = /^#?(\d{1,9})$/.exec(q)?.[1]
  if (number) return [Number(number)]
  const wanted = searchOf(q)?.wanted
  if (!wanted) return []
  const indexed = matchingNumbers(db, wanted, { where: narrowed(query), limit: mostFound })
  return [...(await privateNumbers(db, query, wanted.terms)), ...(await indexed)]
}

// The index holds nothing private, so that no search of it can tell: these few are read instead.
async function privateNumbers(db: Read, query: DeskQuery, terms: Term[]) {
  const { number, title, body, place, publishedAt } = ideas
  const rows = await db
    .select({ number, title, body })
    .from(ideas)
    .where(and(narrowed(query), eq(place, 'private')))
    .orderBy(desc(publishedAt), desc(number))
    .limit(mostRead)
  return rows
    .filter((idea) => holdsAll(terms, `${idea.title} ${idea.body}`))
    .map((one) => one.number)
}
