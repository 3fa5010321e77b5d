import { and, inArray, type SQL } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { ideas } from '#db/schema/ideas.ts'
import { matchingNumbers, type Term, type Wanted } from '#db/search.server.ts'
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
  const { numbers, joined } = await numbersFor(db, search.wanted.terms, where)
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

/**
 * Whole words first: what begins with a common word is many others, and slow to gather. Where they
 * do not fill a page, beginnings count too; where nothing holds all the words, some are enough.
 */
async function numbersFor(db: Read, terms: Term[], where: SQL) {
  const ask = (terms: Term[], joined: Wanted['joined']) =>
    matchingNumbers(db, { terms, joined }, { where, limit: mostFound })
  const exact = await ask(terms.map(wholeWord), 'and')
  const all = exact.length < pageSize ? await ask(terms, 'and') : exact
  if (all.length || terms.length < 2) return { numbers: all, joined: 'and' as const }
  return { numbers: await ask(terms, 'or'), joined: 'or' as const }
}

const wholeWord = (term: Term): Term => ('forms' in term ? { forms: term.forms } : term)
