import { and, desc, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import { prepared, type Read, type Tx } from '#db/database.server.ts'
import { isAmong, listOf, pageAfter, placeholder } from '#db/expressions.ts'
import { comments } from '#db/schema/comments.ts'
import { follows } from '#db/schema/follows.ts'
import { people } from '#db/schema/identity.ts'
import { ideas } from '#db/schema/ideas.ts'
import { notifications } from '#db/schema/notifications.ts'
import { latestMs, now } from '#db/time.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { eventsOf, isEvent, isFor, isIdeaLess, type Kind } from './notification.rules.ts'
import { placeOf } from './place.rules.ts'
import { unlisted } from './tell.server.ts'

const pageSize = 40

type Cursor = { createdAt: Date; id: string }
type Wish = { unread: boolean; kind?: Kind; after?: Cursor }

const listed = (db: Read, { unread, kind }: Wish) => {
  const { personId, createdAt, id, readAt, event } = notifications
  return db
    .select({
      notification: notifications,
      idea: ideas,
      team: comments.team,
      actor: people.displayName,
      follow: follows.state,
    })
    .from(notifications)
    .leftJoin(ideas, eq(ideas.id, notifications.ideaId))
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .leftJoin(people, eq(people.id, notifications.actorId))
    .leftJoin(
      follows,
      and(eq(follows.ideaId, notifications.ideaId), eq(follows.personId, personId)),
    )
    .where(
      and(
        eq(personId, placeholder('reader')),
        unread ? isNull(readAt) : or(isNull(readAt), gt(readAt, unlisted)),
        kind && isAmong(event, 'events'),
        pageAfter([createdAt, id], [placeholder('at'), placeholder('id')]),
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(pageSize + 1)
}

const beginning: Cursor = { createdAt: new Date(latestMs), id: '' }

/**
 * A member's notifications, newest first, 40 at a time, all or only those to read (`unread`), and of
 * one kind or of all. The title of an idea that they may not see any more is null.
 */
export async function notificationsOf(db: Read, reader: Person, wish: Wish) {
  const { unread, kind, after = beginning } = wish
  const name = `notifications_${unread ? 'unread' : 'all'}_${kind ? 'kind' : 'any'}`
  const statement = prepared(db, name, () => listed(db, wish).prepare(name))
  const asked = { reader: reader.id, at: after.createdAt, id: after.id }
  const rows = await statement.execute(
    kind ? { ...asked, events: listOf([...eventsOf(kind)]) } : asked,
  )
  return { rows: rows.slice(0, pageSize).map((row) => shown(row, reader)), more: !!rows[pageSize] }
}

export type ShownNotification = ReturnType<typeof shown>

type Row = {
  notification: typeof notifications.$inferSelect
  idea: typeof ideas.$inferSelect | null
  team: string | null
  actor: string | null
  follow: 'following' | 'muted' | null
}

function shown({ notification, idea, follow, ...by }: Row, reader: Person) {
  const { id, event, commentId, data, createdAt, readAt, ideaId } = notification
  const { to = '', verb = '' } = data
  return {
    id,
    event,
    createdAt,
    isRead: !!readAt,
    to: String(to),
    verb: String(verb),
    who: commentId ? (by.team ?? by.actor) : null,
    ideaId,
    data: isIdeaLess(event) ? data : null,
    isMuted: follow === 'muted',
    ...whereTo(notification, isSeenBy(reader, event, idea) ? idea : 'nothing'),
  }
}

/** The idea that it is about and where to read more; nothing of one that the reader may not see. */
function whereTo({ event, commentId, data }: Row['notification'], seen: Row['idea'] | 'nothing') {
  if (seen === 'nothing' || !isEvent(event)) return { number: null, title: null, path: null }
  const path = placeOf(event, { idea: seen, commentId, data })
  return { number: seen?.number ?? null, title: seen?.title ?? null, path }
}

function isSeenBy(reader: Person, event: string, idea: Row['idea']) {
  if (!isFor(reader, event)) return false
  if (!idea) return isIdeaLess(event)
  const { place, authorId } = idea
  return place !== 'private' || authorId === reader.id || may(reader, 'ideas.see-private')
}

/** Marks notifications of `reader` as read: those of `ids`, or all. Somebody else's stay as they are. */
export async function markRead(tx: Tx, reader: { id: string }, ids?: string[]) {
  const mine = and(eq(notifications.personId, reader.id), isNull(notifications.readAt))
  await tx
    .update(notifications)
    .set({ readAt: now() })
    .where(ids ? and(mine, inArray(notifications.id, ids)) : mine)
}
