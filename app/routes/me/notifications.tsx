import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { readPlace, writtenPlace } from '#app/domain/ideas/idea-feed.form.ts'
import { statusList } from '#app/domain/ideas/categories.server.ts'
import { labelOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { ReadForm } from '#app/domain/notifications/choice.form.ts'
import {
  markRead,
  notificationsOf,
  type ShownNotification,
} from '#app/domain/notifications/notification.server.ts'
import { dayIn, timeZone } from '#app/domain/notifications/notification.rules.ts'
import notificationsStyles from '#app/ui/notifications.css?url'
import { pageTitle } from '#app/ui/page-title.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { Notifications } from './notifications-page.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: notificationsStyles }]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'notifications:title' })

/** First what is to be read, and when that is over what was read: each list has its own pages. */
export async function loader(knock: LoaderFunctionArgs) {
  const reader = await requireMember(knock)
  const { searchParams } = new URL(knock.request.url)
  const place = readPlace(searchParams.get('after'))
  const after = place && { createdAt: place.at, id: place.id }
  const readOnly = searchParams.get('list') === 'read'
  const none = { rows: [] as ShownNotification[], more: false }
  const unread = readOnly ? none : await notificationsOf(db, reader, { unread: true, after })
  const known =
    readOnly || !after
      ? await notificationsOf(db, reader, { unread: false, after: readOnly ? after : undefined })
      : none
  const statuses = await statusList(db)
  const { locale } = knock.context.visit
  const labels = new Map(statuses.map((status) => [status.id, labelOf(status, locale)]))
  const told = (rows: ShownNotification[]) => groupedByDay(rows, labels)
  return {
    isFirst: !after,
    unread: told(unread.rows),
    unreadNext: nextOf(unread),
    read: told(known.rows),
    readNext: nextOf(known),
  }
}

function nextOf({ rows, more }: { rows: ShownNotification[]; more: boolean }) {
  const last = more ? rows.at(-1) : undefined
  return last && writtenPlace({ at: last.createdAt, id: last.id })
}

/** The days with the ideas that something happened to, the newest first. */
function groupedByDay(rows: ShownNotification[], labels: Map<string, string>) {
  const days: { day: string; at: Date; ideas: { key: string; items: Item[] }[] }[] = []
  for (const row of rows) {
    const item = { ...row, status: labels.get(row.to) ?? '' }
    const day = dayIn(timeZone, row.createdAt)
    const key = row.ideaId ?? row.id
    let today = days.find((one) => one.day === day)
    if (!today) days.push((today = { day, at: row.createdAt, ideas: [] }))
    const idea = today.ideas.find((one) => one.key === key)
    if (idea) idea.items.push(item)
    else today.ideas.push({ key, items: [item] })
  }
  return days
}
type Item = ShownNotification & { status: string }
export type NotificationsData = typeof loader

export async function action(knock: ActionFunctionArgs) {
  const reader = await requireMember(knock)
  const form = await read(knock.request, ReadForm)
  if (form.reply) return invalid(form.reply)
  const { id, redirectTo = '/me/notifications' } = form.values
  await transaction((tx) => markRead(tx, reader, id ? [id] : undefined))
  return back(redirectTo, id ? undefined : 'all-read')
}

export default Notifications
