import { and, desc, eq, gt, inArray, isNull, lt, or } from 'drizzle-orm'
import { prepared, type Read, type Tx } from '#db/database.server.ts'
import { pageAfter, placeholder } from '#db/expressions.ts'
import { comments } from '#db/schema/comments.ts'
import { people } from '#db/schema/identity.ts'
import { ideas } from '#db/schema/ideas.ts'
import { notifications } from '#db/schema/notifications.ts'
import { now } from '#db/time.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { unlisted } from './tell.server.ts'

const pageSize = 40
const mostCounted = 100

type Cursor = { createdAt: Date; id: string }

/**
 * A member's notifications, newest first, 40 at a time: those to read (`unread`) or those read. The
 * title of an idea that they may not see any more is null.
 */
export async function notificationsOf(
  db: Read,
  reader: Person,
  { unread, after }: { unread: boolean; after?: Cursor },
) {
  const { createdAt, id, readAt } = notifications
  const rows = await db
    .select({ notification: notifications, idea: ideas, team: comments.team, actor: people })
    .from(notifications)
    .leftJoin(ideas, eq(ideas.id, notifications.ideaId))
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .leftJoin(people, eq(people.id, notifications.actorId))
    .where(
      and(
        eq(notifications.personId, reader.id),
        unread ? isNull(readAt) : gt(readAt, unlisted),
        after && pageAfter([createdAt, id], [after.createdAt, after.id]),
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(pageSize + 1)
  return { rows: rows.slice(0, pageSize).map((row) => shown(row, reader)), more: !!rows[pageSize] }
}

export type ShownNotification = ReturnType<typeof shown>

type Row = {
  notification: typeof notifications.$inferSelect
  idea: typeof ideas.$inferSelect | null
  team: string | null
  actor: typeof people.$inferSelect | null
}

function shown({ notification, idea, ...by }: Row, reader: Person) {
  const { id, event, commentId, data, createdAt, readAt, ideaId } = notification
  const seen = idea && isSeenBy(reader, idea) ? idea : undefined
  return {
    id,
    event,
    createdAt,
    isRead: !!readAt,
    to: String(data.to ?? ''),
    who: commentId ? nameOf(by) : null,
    ideaId,
    title: seen?.title ?? null,
    path: seen ? pathOf(seen, commentId, event) : null,
  }
}

const nameOf = ({ team, actor }: Pick<Row, 'team' | 'actor'>) => team ?? actor?.displayName ?? null

const isSeenBy = (reader: Person, { place, authorId }: typeof ideas.$inferSelect) =>
  place !== 'private' || authorId === reader.id || may(reader, 'ideas.see-private')

function pathOf(idea: typeof ideas.$inferSelect, commentId: string | null, event: string) {
  if (commentId) return `/comments/${commentId}`
  return `/ideas/${idea.number}/${idea.slug}${event.endsWith('answered') ? '#answer' : ''}`
}

const unreadRows = (db: Read) => () =>
  db
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(eq(notifications.personId, placeholder('personId')), isNull(notifications.readAt)))
    .limit(mostCounted)
    .prepare('unread_rows')

/** How many notifications somebody has not read, counted up to 100. */
export async function unreadCount(db: Read, personId: string) {
  const rows = await prepared(db, 'unread_rows', unreadRows(db)).execute({ personId })
  return rows.length
}

/** Marks notifications of `reader` as read: those of `ids`, or all. Somebody else's stay as they are. */
export async function markRead(tx: Tx, reader: { id: string }, ids?: string[]) {
  const mine = and(eq(notifications.personId, reader.id), isNull(notifications.readAt))
  await tx
    .update(notifications)
    .set({ readAt: now() })
    .where(ids ? and(mine, inArray(notifications.id, ids)) : mine)
}

const day = 86_400_000

/** Forgets what was read 90 days ago and what nobody read in 180. */
export async function forgetOldNotifications(tx: Tx) {
  const before = (days: number) => new Date(now().getTime() - days * day)
  const { readAt, createdAt } = notifications
  await tx
    .delete(notifications)
    .where(or(and(gt(readAt, unlisted), lt(createdAt, before(90))), lt(createdAt, before(180))))
}
