import type { Read } from '#db/database.server.ts'
import { countedCategories, statusList } from './categories.server.ts'
import { type BoardQuery, readCursor, writtenCursor } from './idea-feed.form.ts'
import type { ListedIdea } from './idea-feed.rules.ts'
import { ideaFeed } from './idea-feed.server.ts'
import { mostFound, searchIdeas } from './idea-search.server.ts'
import { isLive, statusToday } from './status.rules.ts'

/** What the board shows for a query; `next` are the changes to the query that lead to the next page. */
export type BoardPage = {
  ideas: ListedIdea[]
  total: number | undefined
  next: { after?: string; page?: number } | undefined
  /** Of a search: whether more than `total` were found, and whether all the words were. */
  search?: { more: boolean; allWords: boolean }
}

/** The statuses that the board may be filtered by, and the categories with their counts. */
export async function boardChoices(db: Read) {
  const [statuses, categories] = await Promise.all([statusList(db), countedCategories(db)])
  const open = statuses.filter(({ place }) => place !== 'private')
  return { statuses: open.filter(isLive), categories, every: open }
}

/** The query without the statuses and categories that do not exist, or not in public; a retired status is what took its place. */
export function knownQuery(
  query: BoardQuery,
  { every, categories }: Awaited<ReturnType<typeof boardChoices>>,
): BoardQuery {
  const known = (id: string | undefined, among: { id: string }[]) =>
    among.some((one) => one.id === id) ? id : undefined
  const { status, category } = query
  return { ...query, status: statusToday(every, status)?.id, category: known(category, categories) }
}

/** One page of the board: found by words when `q` is there, else in the order of `sort`. */
export async function boardPage(db: Read, query: BoardQuery): Promise<BoardPage> {
  const { status, category, tag, author, sort, q } = query
  const filters = { status, category, tag, author, answered: !!query.answered }
  if (!q) {
    const after = readCursor(query.after)
    const feed = await ideaFeed(db, { ...filters, sort, after })
    const next = feed.next && { after: writtenCursor(feed.next) }
    return { ideas: feed.ideas, total: feed.total, next }
  }
  const found = await searchIdeas(db, q, filters, query.page)
  return {
    ideas: found.ideas,
    total: found.total,
    next: found.nextPage ? { page: found.nextPage } : undefined,
    search: { more: found.total >= mostFound, allWords: found.joined === 'and' },
  }
}
