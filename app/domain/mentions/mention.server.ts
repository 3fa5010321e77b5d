import { and, desc, eq, like, type SQL } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany, isOneOf, pageAfter } from '#db/expressions.ts'
import { cases } from '#db/schema/care.ts'
import { people } from '#db/schema/identity.ts'
import { mentions, mentionSources } from '#db/schema/mentions.ts'
import { momentOf } from '#db/time.ts'
import { folded } from '../ideas/words.rules.ts'
import { may, type Viewer } from '../identity/viewer.rules.ts'
import { type Band, type MentionState, mentionStates } from './mention.rules.ts'

export const mentionsOnPage = 30
/** Of more than so many it is only said that there are more. */
export const mostCounted = 999
const mostFound = 50
const mostLookedAt = 5_000
const longestExcerpt = 300

const listed = {
  id: mentions.id,
  sourceId: mentions.sourceId,
  sourceName: mentionSources.name,
  sourceKind: mentionSources.kind,
  author: mentions.author,
  title: mentions.title,
  body: mentions.body,
  rating: mentions.rating,
  url: mentions.url,
  locale: mentions.locale,
  topic: mentions.topic,
  writtenAt: mentions.writtenAt,
  heardAt: mentions.heardAt,
  importedAt: mentions.importedAt,
  state: mentions.state,
  caseId: mentions.caseId,
  caseNumber: cases.number,
  answerUrl: mentions.answerUrl,
  remedy: mentions.remedy,
  handledBy: people.displayName,
  handledAt: mentions.handledAt,
  version: mentions.version,
}
/** A mention as the desk sees it. */
export type Mention = Awaited<ReturnType<typeof rowsOf>>[number]
/** A mention in a list: the beginning of what it says. */
export type ListedMention = Omit<Mention, 'body' | 'importedAt'> & { excerpt: string }

export type Place = { at: Date; id: string }
export type MentionFilter = {
  state: MentionState | 'all'
  sourceId?: string
  band?: Band
  search?: string
  after?: Place
}

const rowsOf = (db: Read, where: SQL | undefined, limit: number) =>
  db
    .select(listed)
    .from(mentions)
    .innerJoin(mentionSources, eq(mentionSources.id, mentions.sourceId))
    .leftJoin(cases, eq(cases.id, mentions.caseId))
    .leftJoin(people, eq(people.id, mentions.handledBy))
    .where(where)
    .orderBy(desc(mentions.heardAt), desc(mentions.id))
    .limit(limit)

const narrowed = ({ state, sourceId, band }: MentionFilter) => [
  state === 'all' ? undefined : eq(mentions.state, state),
  sourceId ? eq(mentions.sourceId, sourceId) : undefined,
  band ? eq(mentions.band, band) : undefined,
]

const inList = ({ body, importedAt: _, ...mention }: Mention): ListedMention => ({
  ...mention,
  excerpt: body.length > longestExcerpt ? `${body.slice(0, longestExcerpt).trimEnd()}…` : body,
})

/** Where a page of the list begins, from an address; undefined for what is no place in it. */
export function placeOf(after: string | undefined): Place | undefined {
  const [, at, id] = /^(\d{1,15})\.([\w-]{1,40})$/.exec(after ?? '') ?? []
  return at && id ? { at: momentOf(Number(at)), id } : undefined
}

/** That place as an address has it. */
export const afterOf = ({ at, id }: Place) => `${at.getTime()}.${id}`

/**
 * One page of the mentions, the latest written first, and where the next begins. Who looks for words
 * gets the latest 50 that hold all of them, among the latest 5,000; `isCut` where there may be more.
 * Nobody without the permission sees any.
 */
export async function listMentions(
  db: Read,
  agent: Viewer,
  filter: MentionFilter,
): Promise<{ rows: ListedMention[]; next?: Place; isCut: boolean }> {
  if (!may(agent, 'mentions.triage')) return { rows: [], isCut: false }
  if (filter.search?.trim()) return found(db, filter, filter.search)
  const { after } = filter
  const rest = after ? pageAfter([mentions.heardAt, mentions.id], [after.at, after.id]) : undefined
  const pages = await Promise.all(
    partsOf(filter).map((part) => rowsOf(db, and(...narrowed(part), rest), mentionsOnPage + 1)),
  )
  const all = inOrder(pages.flat())
  const rows = all.slice(0, mentionsOnPage)
  const last = rows.at(-1)
  const next = all.length > rows.length && last ? { at: last.heardAt, id: last.id } : undefined
  return { rows: rows.map(inList), next, isCut: false }
}

/**
 * What is asked for at once: of one source, or with ratings of one kind, each state alone, along its
 * own index. No more than a page of each is ever sorted.
 */
function partsOf(filter: MentionFilter): MentionFilter[] {
  const { state, sourceId, band } = filter
  if (state !== 'all' || !(sourceId ?? band)) return [filter]
  return mentionStates.map((each) => ({ ...filter, state: each }))
}

const inOrder = <Row extends Pick<Mention, 'heardAt' | 'id'>>(rows: Row[]) =>
  rows.sort((one, other) => +other.heardAt - +one.heardAt || (one.id < other.id ? 1 : -1))

async function found(db: Read, filter: MentionFilter, typed: string) {
  const words = folded(typed)
    .split(/\s+/)
    .map((word) => word.replace(/[%\\]/g, '_'))
    .filter(Boolean)
    .slice(0, 8)
  const pages = await Promise.all(partsOf(filter).map((part) => holding(db, part, words)))
  const ids = inOrder(pages.flat()).map(({ id }) => id)
  const rows = await rowsOf(db, isOneOf(mentions.id, ids.slice(0, mostFound)), mostFound)
  return { rows: rows.map(inList), isCut: ids.length > mostFound }
}

/** The latest mentions that hold all the words, among the latest there are. */
function holding(db: Read, filter: MentionFilter, words: string[]) {
  const latest = db
    .select({ id: mentions.id, heardAt: mentions.heardAt, words: mentions.words })
    .from(mentions)
    .where(and(...narrowed(filter)))
    .orderBy(desc(mentions.heardAt), desc(mentions.id))
    .limit(mostLookedAt)
    .as('latest')
  return db
    .select({ id: latest.id, heardAt: latest.heardAt })
    .from(latest)
    .where(and(...words.map((word) => like(latest.words, `%${word}%`))))
    .limit(mostFound + 1)
}

/** How many mentions of each state there are, `mostCounted + 1` for more. */
export async function countMentions(
  db: Read,
  agent: Viewer,
  filter: Pick<MentionFilter, 'sourceId' | 'band'> = {},
) {
  const counts = { new: 0, case: 0, answered: 0, ignored: 0 }
  if (!may(agent, 'mentions.triage')) return counts
  for (const state of mentionStates) {
    const some = db
      .select({ id: mentions.id })
      .from(mentions)
      .where(and(...narrowed({ ...filter, state })))
      .limit(mostCounted + 1)
      .as('some')
    const [row] = await db.select({ n: howMany() }).from(some)
    counts[state] = row!.n
  }
  return counts
}

/** A mention with all that it says; nobody without the permission finds any. */
export async function findMention(
  db: Read,
  agent: Viewer,
  id: string,
): Promise<Mention | undefined> {
  if (!may(agent, 'mentions.triage')) return undefined
  const [mention] = await rowsOf(db, eq(mentions.id, id), 1)
  return mention
}
