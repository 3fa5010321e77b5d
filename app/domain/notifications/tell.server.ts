import { createHash } from 'node:crypto'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { ideas } from '#db/schema/ideas.ts'
import { notificationChoices, notifications } from '#db/schema/notifications.ts'
import { now } from '#db/time.ts'
import { askAll } from '../jobs/job.server.ts'
import { letterFor, type Reader } from './letter.server.ts'
import { type Choice, choiceFor, type NotificationEvent } from './notification.rules.ts'

/** What there is to tell; `subjectId` (a move, an answer, a comment) is told to nobody twice. */
export type News = {
  event: NotificationEvent
  ideaId: string
  subjectId: string
  actorId: string | null
  commentId?: string
  data?: Record<string, string | number>
}

type Told = Reader & { choice: Choice }

/** The moment at which a notification was "read" that a member wants by mail alone: never listed. */
export const unlisted = new Date(0)

const staleAfter = 3_600_000

/** Stories and imports are told in their own time: nobody gets a mail about them today. */
const isPast = () => Date.now() - now().getTime() > staleAfter

/**
 * Tells `personIds` (at most some hundreds at once) the news, as each of them chose: on the site, by
 * a mail now, in the digest, or not at all. Never the actor, and nobody the same twice, so it may be
 * done again after a crash.
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
  const mailed = heard.filter(
    ({ id, choice }) => choice.mail === 'now' && told.has(noticeId(news.subjectId, id)),
  )
  if (!mailed.length) return
  const letter = await letterFor(tx, news)
  await askAll(
    tx,
    mailed.map((reader) => ({
      kind: 'mail',
      key: `notice:${noticeId(news.subjectId, reader.id)}`,
      payload: letter(reader),
    })),
  )
}

async function readersOf(tx: Tx, personIds: string[], { event, actorId, ideaId }: News) {
  if (!personIds.length) return []
  const others = personIds.filter((id) => id !== actorId)
  const found = await tx
    .select({ person: people, chosen: notificationChoices })
    .from(people)
    .leftJoin(
      notificationChoices,
      and(eq(notificationChoices.personId, people.id), eq(notificationChoices.event, event)),
    )
    .where(and(inArray(people.id, others), isNull(people.suspendedAt)))
  const busy = event === 'followed-commented' ? await alreadyWaiting(tx, others, ideaId) : undefined
  return found
    .filter(({ person }) => !busy?.has(person.id))
    .map(({ person, chosen }): Told => {
      const choice = choiceFor(event, chosen)
      const { id, displayName, locale, email } = person
      return { id, displayName, locale, email, choice: canBeMailed(person, choice) }
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

type Mailable = Pick<typeof people.$inferSelect, 'email' | 'emailVerifiedAt' | 'mailPausedUntil'>

function canBeMailed(person: Mailable, choice: Choice): Choice {
  const paused = person.mailPausedUntil && person.mailPausedUntil > now()
  const reachable = person.email && person.emailVerifiedAt && !paused && !isPast()
  return reachable ? choice : { ...choice, mail: 'none' }
}

/** The same news for the same person is the same row: that is what makes telling repeatable. */
const noticeId = (subjectId: string, personId: string) =>
  createHash('sha256').update(`${subjectId} ${personId}`).digest('base64url').slice(0, 32)

function rowFor({ id, choice }: Told, { event, ideaId, commentId, ...news }: News) {
  return {
    id: noticeId(news.subjectId, id),
    personId: id,
    event,
    ideaId,
    commentId: commentId ?? null,
    actorId: news.actorId,
    data: news.data ?? {},
    mail: choice.mail,
    mailedAt: choice.mail === 'now' ? now() : null,
    readAt: choice.inApp ? null : unlisted,
  }
}

/** Whether everybody may hear of an idea now. */
export async function isPublic(db: Read, ideaId: string) {
  const [idea] = await db.select({ place: ideas.place }).from(ideas).where(eq(ideas.id, ideaId))
  return !!idea && idea.place !== 'private'
}
