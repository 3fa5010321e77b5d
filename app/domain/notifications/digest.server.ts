import { and, asc, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { ideas, statuses } from '#db/schema/ideas.ts'
import { notifications } from '#db/schema/notifications.ts'
import { now } from '#db/time.ts'
import { personOf } from '../identity/person.server.ts'
import { ask } from '../jobs/job.server.ts'
import { siteSettings, type SiteSettings } from '../site/site.server.ts'
import { factsOf } from './fact.rules.ts'
import { gatheredBy, isFor, isIdeaLess, isOfTeam, topicOf } from './notification.rules.ts'
import { placeOf } from './place.rules.ts'
import { mayBeMailed } from './reachable.rules.ts'
import { unlisted } from './tell.server.ts'

const batch = 500
const mostIdeas = 30
const mostRows = 500

const pending = and(eq(notifications.mail, 'digest'), isNull(notifications.mailedAt))

/**
 * Who has something for their digest and reads it at this hour of the day, in batches of at most 500
 * ids, each once. Only those with news are looked at, never all members.
 */
export async function* digestReaders(db: Read, hour: number): AsyncGenerator<string[]> {
  for (let after = ''; ;) {
    const found = await withNews(db, after)
    if (!found.length) return
    const reading = await db
      .select({ id: people.id })
      .from(people)
      .where(and(inArray(people.id, found), eq(people.digestHour, hour)))
    if (reading.length) yield reading.map(({ id }) => id)
    if (found.length < batch) return
    after = found.at(-1)!
  }
}

async function withNews(db: Read, after: string) {
  const found = await db
    .selectDistinct({ id: notifications.personId })
    .from(notifications)
    .where(and(pending, gt(notifications.personId, after)))
    .orderBy(asc(notifications.personId))
    .limit(batch)
  return found.map(({ id }) => id)
}

/**
 * The one digest of a person for a day (`2026-11-22`): marks what is in it and asks for the mail,
 * together. Answers `asked`, `already-asked` (the rest waits for tomorrow), or `nothing` when all
 * was read, or mails are paused, or there is no address; that is not kept for later.
 */
export async function askDigest(tx: Tx, personId: string, day: string) {
  const [person] = await tx.select().from(people).where(eq(people.id, personId))
  const rows = await pendingRows(tx, personId)
  const ids = rows.map(({ notification }) => notification.id)
  const news = rows.filter(isWorthTelling).filter(await isStillFor(tx, personId, rows))
  const items = groupedBy(news, ({ idea, notification }) => idea?.id ?? gatheredBy(notification))
  if (!mayBeMailed(person!, now()) || !items.length) {
    await markMailed(tx, ids)
    return 'nothing'
  }
  const settings = await siteSettings(tx)
  const locale = person!.locale ?? settings.locale
  const labels = await labelsIn(tx, locale)
  const params = {
    name: person!.displayName,
    path: '/me/notifications',
    items: items
      .slice(0, mostIdeas)
      .map((told) => (hasIdea(told) ? itemOf(told, labels) : factItem(told, settings, locale))),
    more: Math.max(0, items.length - mostIdeas),
  }
  const unsubscribe = { personId, event: 'digest' }
  const payload = { to: person!.email, template: 'digest', locale, params, unsubscribe }
  const outcome = await ask(tx, 'mail', `digest:${personId}:${day}`, { payload })
  if (outcome === 'asked') await markMailed(tx, ids)
  return outcome
}

type Row = Awaited<ReturnType<typeof pendingRows>>[number]
type Labels = Map<string, string>

function pendingRows(db: Read, personId: string) {
  return db
    .select({ notification: notifications, idea: ideas })
    .from(notifications)
    .leftJoin(ideas, eq(ideas.id, notifications.ideaId))
    .where(and(eq(notifications.personId, personId), pending))
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(mostRows)
}

/** What was read on the site needs no mail; what is private now is nobody's news but its author's. */
function isWorthTelling({ notification: { readAt, personId, event }, idea }: Row) {
  const isNews = !readAt || readAt.getTime() === unlisted.getTime()
  if (!idea) return isNews && isIdeaLess(event)
  return isNews && (idea.place !== 'private' || idea.authorId === personId)
}

/** What was the team's news is nobody's once they have left it. */
async function isStillFor(db: Read, personId: string, rows: Row[]) {
  const ofTeam = ({ notification }: Row) => isOfTeam(notification.event)
  const person = rows.some(ofTeam) ? await personOf(db, personId) : undefined
  return (row: Row) => !ofTeam(row) || isFor(person, row.notification.event)
}

type OfIdea = Row & { idea: NonNullable<Row['idea']> }

const hasIdea = (told: Row[]): told is OfIdea[] => !!told[0]!.idea

function itemOf(told: OfIdea[], labels: Labels) {
  const { id: ideaId, number, slug, title } = told[0]!.idea
  const lines = groupedBy(told, ({ notification }) => notification.event).map((same) => {
    const { event, data } = same[0]!.notification
    return { event, count: same.length, status: labels.get(String(data.to)) ?? '' }
  })
  return { ideaId, title, path: `/ideas/${number}/${slug}`, lines }
}

/** Each is a line of its own here; a title that is '' is the mail's to find. */
function factItem(told: Row[], settings: SiteSettings, locale: 'it' | 'en') {
  const lines = told.map(({ notification: { event, data } }) => ({
    ...{ event, count: 1, status: '' },
    ...factsOf(data, settings, locale),
  }))
  const { event, data } = told[0]!.notification
  const { reward, noun } = lines[0]!
  const topic = topicOf(event)
  const title = topic !== 'points' ? '' : event === 'own-redemption' ? reward : noun
  const path = isIdeaLess(event) ? placeOf(event, { data }) : null
  return { title, path: path ?? '/me/notifications', lines, topic }
}

function groupedBy<T>(all: T[], key: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return [...groups.values()]
}

async function labelsIn(db: Read, locale: 'it' | 'en'): Promise<Labels> {
  const all = await db.select().from(statuses)
  return new Map(all.map(({ id, labelIt, labelEn }) => [id, locale === 'en' ? labelEn : labelIt]))
}

async function markMailed(tx: Tx, ids: string[]) {
  if (!ids.length) return
  await tx.update(notifications).set({ mailedAt: now() }).where(inArray(notifications.id, ids))
}
