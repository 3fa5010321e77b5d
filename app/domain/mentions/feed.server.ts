import { and, eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { mentionSources } from '#db/schema/mentions.ts'
import { now } from '#db/time.ts'
import { ask } from '../jobs/job.server.ts'
import type { FeedError, RawMention, ToldMention } from './mention.rules.ts'
import { rowOf, takeMentions } from './take.server.ts'
import { toldMention } from './told.rules.ts'

const hourMs = 3_600_000
const longestPauseMs = 24 * hourMs

export type Feed = typeof mentionSources.$inferSelect & { url: string }
/** What its server said of the version that was read. */
type Version = { etag?: string; modified?: string }

/** An hour after a feed was read; after failures twice as long each time, a day at most. */
const dueAt = ({ polledAt, failures }: Feed) =>
  polledAt ? polledAt.getTime() + Math.min(hourMs * 2 ** Math.min(failures, 10), longestPauseMs) : 0

const isFeed = and(eq(mentionSources.kind, 'feed'), eq(mentionSources.isOn, true))

/** The feeds whose time has come. */
export async function feedsDue(db: Read) {
  const feeds = (await db.select().from(mentionSources).where(isFeed)) as Feed[]
  return feeds.filter((feed) => feed.url && dueAt(feed) <= now().getTime())
}

/** Asks for a feed to be read, once for each time that it was read before, whoever asks. */
export const askForFeed = (tx: Tx, { id, polledAt }: Pick<Feed, 'id' | 'polledAt'>) =>
  ask(tx, 'mentions', `mentions:${id}:${polledAt?.getTime() ?? 0}`, { payload: { sourceId: id } })

/** A feed that is on, with all that asking for it takes. */
export async function feedToRead(db: Read, id: string): Promise<Feed | undefined> {
  const [feed] = await db
    .select()
    .from(mentionSources)
    .where(and(isFeed, eq(mentionSources.id, id)))
  return feed?.url ? (feed as Feed) : undefined
}

/**
 * Keeps the entries of a feed that nobody knew. A rating that is none, or a date of no calendar, is
 * left out: what was said is worth more. Answers how many were new.
 */
export async function takeEntries(tx: Tx, { id }: Feed, entries: RawMention[]) {
  const told = entries.map(toldEntry).filter((each) => each !== undefined)
  const taken = await takeMentions(
    tx,
    told.map((each) => rowOf(id, each)),
  )
  return taken.size
}

function toldEntry(raw: RawMention): ToldMention | undefined {
  const { rating: _, url: _url, date: _date, ...said } = raw
  const tries = [raw, { ...raw, rating: undefined }, { ...raw, date: undefined }, said]
  return tries.map((each) => toldMention(each, now())).find((each) => typeof each !== 'string')
}

/** Notes that a feed was read: in which version, where there was another than the one that we knew. */
export async function noteRead(tx: Tx, { id, url }: Feed, version?: Version) {
  const known = version && { etag: version.etag ?? null, modified: version.modified ?? null }
  await tx
    .update(mentionSources)
    .set({ polledAt: now(), lastError: null, failures: 0, ...known })
    // Where it was given another address meanwhile, this was the other one.
    .where(and(eq(mentionSources.id, id), eq(mentionSources.url, url)))
}

/** Notes why a feed could not be read; the more often, the longer nobody tries. */
export async function noteFailed(tx: Tx, { id, url }: Feed, error: FeedError) {
  await tx
    .update(mentionSources)
    .set({ polledAt: now(), lastError: error, failures: plus(mentionSources.failures, 1) })
    .where(and(eq(mentionSources.id, id), eq(mentionSources.url, url)))
}
