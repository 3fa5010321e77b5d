import { and, desc, eq, type SQL } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany, isOneOf } from '#db/expressions.ts'
import { cases } from '#db/schema/care.ts'
import { people } from '#db/schema/identity.ts'
import { mentions, mentionSources } from '#db/schema/mentions.ts'
import { momentOf } from '#db/time.ts'
import { may, type Viewer } from '../identity/viewer.rules.ts'
import {
  latestFirst,
  lookThrough,
  type MentionFilter,
  narrowed,
  partsOf,
  type Place,
  placeIn,
} from './look.server.ts'
import { mentionStates } from './mention.rules.ts'

export const mentionsOnPage = 30
/** Of more than so many it is only said that there are more. */
export const mostCounted = 999
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
 * gets those that hold all of them, at most 50, found among 5,000 at a time: `isPart` where all that
 * were looked through are shown and older ones come with the next page. Nobody without the permission
 * sees any.
 */
export async function listMentions(
  db: Read,
  agent: Viewer,
  filter: MentionFilter,
): Promise<{ rows: ListedMention[]; next?: Place; isPart: boolean }> {
  if (!may(agent, 'mentions.triage')) return { rows: [], isPart: false }
  if (filter.search?.trim()) return found(db, filter, filter.search)
  const pages = await Promise.all(
    partsOf(filter).map((part) => rowsOf(db, and(...narrowed(part)), mentionsOnPage + 1)),
  )
  const all = pages.flat().sort(latestFirst)
  const rows = all.slice(0, mentionsOnPage)
  const next = all.length > rows.length ? placeIn(rows.at(-1)) : undefined
  return { rows: rows.map(inList), next, isPart: false }
}

async function found(db: Read, filter: MentionFilter, typed: string) {
  const { ids, ...place } = await lookThrough(db, filter, typed)
  const rows = await rowsOf(db, isOneOf(mentions.id, ids), ids.length)
  return { rows: rows.map(inList), ...place }
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
