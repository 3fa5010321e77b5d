import { createHash } from 'node:crypto'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { alias } from '#db/dialect.ts'
import type { Read, Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { ideas } from '#db/schema/ideas.ts'
import { moves } from '#db/schema/workflow.ts'
import { notificationChoices, notifications } from '#db/schema/notifications.ts'
import { now } from '#db/time.ts'
import { askAll } from '../jobs/job.server.ts'
import { quietEnd } from './hours.rules.ts'
import { letterFor, type Reader } from './letter.server.ts'
import { type Choice, choiceFor } from './choice.rules.ts'
import type { NotificationEvent } from './notification.rules.ts'
import { mayBeTold, reachesShutOut } from './reachable.rules.ts'
import { zoneOf } from './zone.server.ts'

/** What there is to tell; `subjectId` is a move, an answer, a comment, whatever happened. */
export type News = {
  event: NotificationEvent
  /** The idea that it is about; none where it is about points or a reward. */
  ideaId?: string
  subjectId: string
  actorId: string | null
  commentId?: string
  data?: Record<string, string | number>
  /** What nobody is told twice, where that is not the subject. */
  once?: string
  /** The review round whose one letter tells of it. */
  bundle?: string
  /** Those whom it concerns more nearly: they were told in other words, or want to hear none. */
  except?: string[]
  /** When it happened, where that is not now. */
  at?: string
  /** Told in its own time: nobody gets a mail about it today. */
  silent?: boolean
}

/** News of an idea: what its followers can be told. */
export type IdeaNews = News & { ideaId: string }

type Told = Reader & { choice: Choice; isBundled: boolean; quiet?: Date }

/** The moment at which a notification was "read" that a member wants by mail alone: never listed. */
export const unlisted = new Date(0)

const staleAfter = 3_600_000

/** Stories and imports are told in their own time: nobody gets a mail about them today. */
export const isPast = () => Date.now() - now().getTime() > staleAfter

/**
 * Tells `personIds` (at most some hundreds at once) the news, as each of them chose: on the site, by
 * a mail now, or when their quiet hours end, in the digest, or not at all. Never the actor, and
 * nobody the same twice, so it may be done again after a crash.
 */
export async function tell(tx: Tx, personIds: string[], news: News) {
  const heard = (await readersOf(tx, personIds, news)).filter(
    ({ choice }) => choice.inApp || choice.mail !== 'none',
  )
  if (!heard.length) return
  const rows = heard.map((reader) => rowFor(reader, news))
  const fresh = await tx
    .insert(notifications)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: notifications.id })
  const told = new Set(fresh.map(({ id }) => id))
  const mailed = heard.filter((reader) => isMailedNow(reader) && told.has(noticeId(news, reader)))
  if (!mailed.length) return
  const letter = await letterFor(tx, news)
  await askAll(
    tx,
    mailed.map((reader) => ({
      kind: 'mail',
      key: `notice:${noticeId(news, reader)}`,
      payload: letter(reader),
      runAt: reader.quiet,
    })),
  )
}

const isMailedNow = ({ choice, isBundled }: Told) => choice.mail === 'now' && !isBundled

const ofRound = alias(notificationChoices, 'of_round')

async function readersOf(tx: Tx, personIds: string[], news: News) {
  const { event, actorId, ideaId, except } = news
  const others = personIds.filter((id) => id !== actorId && !except?.includes(id))
  if (!others.length) return []
  const { personId } = notificationChoices
  const found = await tx
    .select({ person: people, chosen: notificationChoices, ofRound })
    .from(people)
    .leftJoin(
      notificationChoices,
      and(eq(personId, people.id), eq(notificationChoices.event, event)),
    )
    .leftJoin(ofRound, and(eq(ofRound.personId, people.id), eq(ofRound.event, 'round')))
    .where(
      and(
        inArray(people.id, others),
        reachesShutOut(event) ? undefined : isNull(people.suspendedAt),
      ),
    )
  const isLively = event === 'followed-commented' && ideaId
  const busy = isLively ? await alreadyWaiting(tx, others, ideaId) : undefined
  const timeZone = await zoneOf(tx)
  return found
    .filter(({ person }) => !busy?.has(person.id))
    .map((row): Told => {
      const { id, displayName, locale, email } = row.person
      const { choice, isBundled } = choiceOf(row, news)
      const quiet = quietEnd(row.person, timeZone, now())
      return { id, displayName, locale, email, choice, isBundled, quiet }
    })
}

/** A lively idea is one line among a follower's notifications, until they look. */
async function alreadyWaiting(tx: Tx, personIds: string[], ideaId: string) {
  const waiting = await tx
    .select({ personId: notifications.personId })
    .from(notifications)
    .where(
      and(
        inArray(notifications.personId, personIds),
        eq(notifications.ideaId, ideaId),
        eq(notifications.event, 'followed-commented'),
        isNull(notifications.readAt),
      ),
    )
  return new Set(waiting.map(({ personId }) => personId))
}

type Chosen = typeof notificationChoices.$inferSelect | null
type Found = { person: typeof people.$inferSelect; chosen: Chosen; ofRound: Chosen }

function choiceOf({ person, chosen, ofRound }: Found, { event, bundle, silent }: News) {
  const choice = choiceFor(event, chosen)
  if (mayBeTold(person, event) && !silent && !isPast())
    return { choice: { inApp: true, mail: 'now' as const }, isBundled: false }
  if (silent || choice.mail === 'none' || !takesMail(person))
    return { choice: { ...choice, mail: 'none' as const }, isBundled: false }
  if (!bundle) return { choice, isBundled: false }
  const { mail } = choiceFor('round', ofRound)
  return { choice: { ...choice, mail }, isBundled: mail === 'now' }
}

function takesMail({ email, emailVerifiedAt, mailPausedUntil }: Found['person']) {
  const isPaused = !!mailPausedUntil && mailPausedUntil > now()
  return !!email && !!emailVerifiedAt && !isPaused && !isPast()
}

/** The same news for the same person is the same row: that is what makes telling repeatable. */
const noticeId = ({ once, subjectId }: News, { id }: { id: string }) =>
  createHash('sha256')
    .update(`${once ?? subjectId} ${id}`)
    .digest('base64url')
    .slice(0, 32)

function rowFor(reader: Told, news: News) {
  const { choice, isBundled } = reader
  return {
    id: noticeId(news, reader),
    personId: reader.id,
    event: news.event,
    ideaId: news.ideaId ?? null,
    commentId: news.commentId ?? null,
    actorId: news.actorId,
    data: news.data ?? {},
    createdAt: news.at ? new Date(news.at) : now(),
    mail: choice.mail,
    mailedAt: isMailedNow(reader) ? now() : null,
    readAt: choice.inApp ? null : unlisted,
    bundle: isBundled ? news.bundle! : null,
  }
}

/** Whether everybody may hear of an idea now. */
export async function isPublic(db: Read, ideaId: string) {
  const [idea] = await db.select({ place: ideas.place }).from(ideas).where(eq(ideas.id, ideaId))
  return !!idea && idea.place !== 'private'
}

/** Whether what is told still is: a move may have been taken back, an idea erased. */
export async function isStillSo(db: Read, { event, ideaId, subjectId }: IdeaNews) {
  const [idea] = await db.select({ id: ideas.id }).from(ideas).where(eq(ideas.id, ideaId))
  if (!idea || !event.endsWith('-moved')) return !!idea
  const [move] = await db.select({ id: moves.id }).from(moves).where(eq(moves.id, subjectId))
  return !!move
}
