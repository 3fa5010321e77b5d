import { and, inArray } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { ideas } from '#db/schema/ideas.ts'
import { matchingNumbers, type Wanted } from '#db/search.server.ts'
import { listed, selectListed } from './idea-card.server.ts'
import { type FeedWish, type ListedIdea, pageSize } from './idea-feed.rules.ts'
import { conditions } from './idea-feed.server.ts'
import { searchOf } from './idea-search.rules.ts'

/** The most results that are handed out: 20 pages. */
export const mostFound = 400

/** One page of what was found; `joined` is `or` when nothing held all the words. */
export type Found = {
  ideas: ListedIdea[]
  /** How many were found, at most `mostFound`. */
  total: number
  joined: Wanted['joined']
  nextPage?: number
}

/**
 * Ideas that hold the words of `q`, the best first, with the words marked in their excerpts; only
 * such as `filters` (those of `ideaFeed`) let pass. When no idea holds all the words, those that
 * hold some. Nothing that may be typed breaks it. `page` counts from 1.
 */
export async function searchIdeas(
  db: Read,
  q: string,
  filters: Omit<FeedWish, 'sort' | 'after'>,
  page = 1,
): Promise<Found> {
  const search = searchOf(q)
  if (!search) return { ideas: [], total: 0, joined: 'and' }
  const where = and(...conditions(db, filters))!
  const ask = (joined: Wanted['joined']) =>
    matchingNumbers(db, { ...search.wanted, joined }, { where, limit: mostFound })

  let joined: Wanted['joined'] = 'and'
  let numbers = await ask(joined)
  if (!numbers.length && search.wanted.terms.length > 1) numbers = await ask((joined = 'or'))

  const start = (page - 1) * pageSize
  const shown = numbers.slice(start, start + pageSize)
  const rows = shown.length ? await selectListed(db).where(inArray(ideas.number, shown)) : []
  rows.sort((one, other) => shown.indexOf(one.number) - shown.indexOf(other.number))
  const nextPage = numbers.length > start + pageSize ? page + 1 : undefined
  return {
    ideas: await listed(db, rows, search.sought),
    total: numbers.length,
    joined,
    nextPage,
  }
}
