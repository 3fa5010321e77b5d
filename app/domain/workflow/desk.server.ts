import { and, desc, eq } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { ideas } from '#db/schema/ideas.ts'
import { matchingNumbers, type Term } from '#db/search.server.ts'
import { categoryList, statusList, tallyList } from '../ideas/categories.server.ts'
import { findIdea } from '../ideas/idea.server.ts'
import { liveAmong, statusToday } from '../ideas/status.rules.ts'
import { holdsAll, searchOf } from '../ideas/idea-search.rules.ts'
import { may, type Person, type Viewer } from '../identity/viewer.rules.ts'
import { type DeskQuery, writtenDeskPlace } from './desk.form.ts'
import { type DeskIdea, narrowed, orderedRows, placeOf, rowsAmong } from './desk-row.server.ts'
import { hotRows, impactRows, mineRows, newRows, waitingRows } from './desk-sets.server.ts'

export const deskPageSize = 50
const mostFound = 200
const mostRead = 2_000

/** Drafts are their authors' own: the desk shows every status but that. */
export const deskStatuses = async (db: Read) =>
  liveAmong(await statusList(db)).filter(({ id }) => id !== 'draft')

/** The query without a status or category that the desk does not have; a retired status is what took its place. */
export async function knownDeskQuery(db: Read, query: DeskQuery): Promise<DeskQuery> {
  const [statuses, categories] = await Promise.all([statusList(db), categoryList(db)])
  const known = (id: string | undefined) => {
    const found = statusToday(statuses, id)?.id
    return found === 'draft' ? undefined : found
  }
  const { status, category, to } = query
  return {
    ...query,
    status: known(status),
    category: categories.find(({ id }) => id === category)?.id,
    to: known(to),
  }
}

/** An idea of the desk by its number, as `viewer` may see it; drafts are none of the desk's. */
export async function findDeskIdea(db: Read, number: number, viewer: Viewer) {
  const idea = await findIdea(db, number, viewer)
  return idea?.status === 'draft' ? undefined : idea
}

/**
 * One page of the ideas on the desk, 50 at a time, for whoever may see private ones. Without a
 * status those of the board; with words those of every status, private ones first, at most some 200,
 * the best first; of the views "impact" and "mine" all there are. `next` is where the following page
 * begins. `member` is whose "mine" it is.
 */
export async function deskList(
  db: Read,
  query: DeskQuery,
  member?: Person,
): Promise<{ ideas: DeskIdea[]; next?: string }> {
  const whole = await wholeList(db, query, member)
  if (whole) return { ideas: whole }
  const rows = await pagedList(db, query)
  const shown = rows.slice(0, deskPageSize)
  const next = rows[deskPageSize] && writtenDeskPlace(placeOf(shown.at(-1)!, orderOf(query)))
  return { ideas: shown, next }
}

/** "New" goes by date, whatever else the address asks. */
const orderOf = ({ set, order }: DeskQuery) => (set === 'new' && order !== 'oldest' ? 'new' : order)

function pagedList(db: Read, query: DeskQuery) {
  const most = deskPageSize + 1
  if (query.set === 'new') return newRows(db, query, most)
  if (query.set === 'waiting') return waitingRows(db, query, most)
  return orderedRows(db, query, most)
}

/** The lists that are short enough to have no pages; `undefined` for the others. */
async function wholeList(db: Read, query: DeskQuery, member?: Person) {
  if (query.q) return found(db, query, query.q)
  if (query.set === 'mine') return member ? mineRows(db, member, query) : []
  if (query.set === 'impact')
    return (await impactRows(db, query)) ?? hotRows(db, query, deskPageSize)
  return undefined
}

/** The number of the idea that follows `number` on the page of `query`, or on the page after it. */
export async function ideaAfter(db: Read, query: DeskQuery, number: number, member?: Person) {
  const rows = (await wholeList(db, query, member)) ?? (await pagedList(db, query))
  const at = rows.findIndex((idea) => idea.number === number)
  return at < 0 ? undefined : rows[at + 1]?.number
}

/** The ideas of these numbers, as the desk lists them to who may see private ones; to nobody else. */
export const deskRowsOf = async (db: Read, viewer: Viewer, numbers: number[]) =>
  may(viewer, 'ideas.see-private') ? rowsAmong(db, 'number', numbers) : []

/** How many ideas stand in each status, or in each status of `category`. */
export async function deskCounts(db: Read, category?: string) {
  const counts = new Map<string, number>()
  for (const { status, categoryId, ideasCount } of await tallyList(db))
    if (!category || category === categoryId)
      counts.set(status, (counts.get(status) ?? 0) + ideasCount)
  return counts
}

async function found(db: Read, query: DeskQuery, q: string) {
  return rowsAmong(db, 'number', await numbersFor(db, query, q))
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
