import { and, desc, eq, like, not } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { pageAfter } from '#db/expressions.ts'
import { mentions } from '#db/schema/mentions.ts'
import { folded } from '../ideas/words.rules.ts'
import { type Band, type MentionState, mentionStates } from './mention.rules.ts'

const mostFound = 50
const mostLookedAt = 5_000

export type Place = { at: Date; id: string }
export type MentionFilter = {
  state: MentionState | 'all'
  sourceId?: string
  band?: Band
  search?: string
  after?: Place
}

/** What a filter asks of a mention. */
export const narrowed = ({ state, sourceId, band, after }: MentionFilter) => [
  state === 'all' ? undefined : eq(mentions.state, state),
  sourceId ? eq(mentions.sourceId, sourceId) : undefined,
  band ? eq(mentions.band, band) : undefined,
  after ? pageAfter([mentions.heardAt, mentions.id], [after.at, after.id]) : undefined,
]

/**
 * What is asked for at once: of one source, or with ratings of one kind, each state alone, along its
 * own index. No more than a page of each is ever sorted.
 */
export function partsOf(filter: MentionFilter): MentionFilter[] {
  const { state, sourceId, band } = filter
  if (state !== 'all' || !(sourceId ?? band)) return [filter]
  return mentionStates.map((each) => ({ ...filter, state: each }))
}

type Placed = { heardAt: Date; id: string }
/** The order of lists. */
export const latestFirst = (one: Placed, other: Placed) =>
  +other.heardAt - +one.heardAt || (one.id < other.id ? 1 : -1)
/** Where the page after a row begins. */
export const placeIn = (row: Placed | undefined) => row && { at: row.heardAt, id: row.id }

/**
 * Looks for words among the latest 5,000 mentions, from where the filter begins: those that hold all of
 * them, at most 50, and where to look on. `isPart` where there is none among these that is not shown, but
 * older ones were not looked at.
 */
export async function lookThrough(db: Read, filter: MentionFilter, typed: string) {
  const words = folded(typed)
    .split(/\s+/)
    .map((word) => word.replace(/[%\\]/g, '_'))
    .filter(Boolean)
    .slice(0, 8)
  const parts = await Promise.all(partsOf(filter).map((part) => holding(db, part, words)))
  // As far back as each part was looked through.
  const [end] = parts.flatMap(({ last }) => last).sort(latestFirst)
  const hits = parts.flatMap((part) => part.hits).sort(latestFirst)
  const reached = hits.filter((hit) => !end || latestFirst(hit, end) <= 0)
  const shown = reached.slice(0, mostFound)
  const ids = shown.map(({ id }) => id)
  const isPart = reached.length === shown.length && !!end
  return { ids, next: placeIn(isPart ? end : moreThan(reached, shown)), isPart }
}

const moreThan = (all: Placed[], shown: Placed[]) =>
  all.length > shown.length ? shown.at(-1) : undefined

/** The mentions that hold all the words among the latest of a part; `last` of those, where it has more. */
async function holding(db: Read, filter: MentionFilter, words: string[]) {
  const { id, heardAt } = mentions
  const where = and(...narrowed(filter))
  const order = [desc(heardAt), desc(id)]
  const [last, older] = await db
    .select({ id, heardAt })
    .from(mentions)
    .where(where)
    .orderBy(...order)
    .limit(2)
    .offset(mostLookedAt - 1)
  const end = last && older ? [last] : []
  // As far as that one, whatever comes in meanwhile.
  const within = end.map((one) => not(pageAfter([heardAt, id], [one.heardAt, one.id])))
  const latest = db
    .select({ id, heardAt, words: mentions.words })
    .from(mentions)
    .where(and(where, ...within))
    .orderBy(...order)
    .as('latest')
  const hits = await db
    .select({ id: latest.id, heardAt: latest.heardAt })
    .from(latest)
    .where(and(...words.map((word) => like(latest.words, `%${word}%`))))
    .orderBy(desc(latest.heardAt), desc(latest.id))
    .limit(mostFound + 1)
  return { hits, last: end }
}
