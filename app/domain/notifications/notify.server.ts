import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { comments } from '#db/schema/comments.ts'
import { follows } from '#db/schema/follows.ts'
import { ideas } from '#db/schema/ideas.ts'
import { now } from '#db/time.ts'
import { ask } from '../jobs/job.server.ts'
import type { Event } from '../event.ts'
import type { NotificationEvent } from './notification.rules.ts'
import { type News, tell } from './tell.server.ts'

type Of<Verb> = Extract<Event, { verb: Verb }>
/** What a `tell` job carries: the news for the followers, and when it happened. */
export type Telling = { news: News; at: string }

/**
 * Tells those whom an event concerns directly, in its own transaction, and asks for the followers,
 * who may be many, to be told right after it.
 */
export async function notifyOf(tx: Tx, event: Event) {
  if (event.verb === 'idea.moved') return tellOfMove(tx, event)
  // An answer that came along with a move is told with it.
  if (event.verb === 'idea.answered' && !event.data.moveId) return tellOfAnswer(tx, event)
  if (event.verb === 'comment.posted') return tellOfComment(tx, event)
}

async function tellOfMove(tx: Tx, { ideaId, subjectId, actorId, data }: Of<'idea.moved'>) {
  const news = { ideaId, subjectId, actorId, data }
  await tell(tx, await authorOf(tx, ideaId), { ...news, event: 'own-moved' })
  await tellFollowers(tx, { ...news, event: 'followed-moved' })
}

async function tellOfAnswer(tx: Tx, { ideaId, subjectId, actorId }: Of<'idea.answered'>) {
  const news = { ideaId, subjectId, actorId }
  await tell(tx, await authorOf(tx, ideaId), { ...news, event: 'own-answered' })
  await tellFollowers(tx, { ...news, event: 'followed-answered' })
}

/** Whoever is concerned twice is told once, by the nearest: a mention before a reply before one's own idea. */
async function tellOfComment(tx: Tx, event: Of<'comment.posted'>) {
  const { ideaId, subjectId, actorId, data } = event
  const news = { ideaId, subjectId, actorId, commentId: subjectId }
  const direct: [NotificationEvent, string[]][] = [
    ['mentioned', data.mentions],
    ['replied', await unmuted(tx, ideaId, await repliedTo(tx, subjectId))],
    ['own-commented', await unmuted(tx, ideaId, await authorOf(tx, ideaId))],
  ]
  for (const [event, personIds] of direct) await tell(tx, personIds, { ...news, event })
  await tellFollowers(tx, { ...news, event: 'followed-commented' })
}

async function tellFollowers(tx: Tx, news: News) {
  const payload: Telling = { news, at: now().toISOString() }
  await ask(tx, 'tell', `tell:${news.subjectId}`, { payload, runAt: new Date() })
}

async function authorOf(tx: Tx, ideaId: string) {
  const [idea] = await tx.select({ id: ideas.authorId }).from(ideas).where(eq(ideas.id, ideaId))
  return idea?.id ? [idea.id] : []
}

async function repliedTo(tx: Tx, commentId: string) {
  const [comment] = await tx
    .select({ parentId: comments.parentId })
    .from(comments)
    .where(eq(comments.id, commentId))
  if (!comment?.parentId) return []
  const [parent] = await tx
    .select({ id: comments.authorId })
    .from(comments)
    .where(eq(comments.id, comment.parentId))
  return parent?.id ? [parent.id] : []
}

async function unmuted(tx: Tx, ideaId: string, personIds: string[]) {
  if (!personIds.length) return []
  const muted = await tx
    .select({ id: follows.personId })
    .from(follows)
    .where(
      and(
        eq(follows.ideaId, ideaId),
        inArray(follows.personId, personIds),
        eq(follows.state, 'muted'),
      ),
    )
  return personIds.filter((id) => !muted.some((row) => row.id === id))
}
