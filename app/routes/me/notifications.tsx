import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { readPlace, writtenPlace } from '#app/domain/ideas/idea-feed.form.ts'
import { statusList } from '#app/domain/ideas/categories.server.ts'
import { labelOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { may } from '#app/domain/identity/viewer.rules.ts'
import { ReadForm } from '#app/domain/notifications/choice.form.ts'
import { type Facts, factsOf } from '#app/domain/notifications/fact.rules.ts'
import { dayIn } from '#app/domain/notifications/hours.rules.ts'
import { gatheredBy, kinds } from '#app/domain/notifications/notification.rules.ts'
import {
  markRead,
  notificationsOf,
  type ShownNotification,
} from '#app/domain/notifications/notification.server.ts'
import { zoneOf } from '#app/domain/notifications/zone.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
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

/** The newest first, by day and idea; all of them, only those to read, or those of one kind. */
export async function loader(knock: LoaderFunctionArgs) {
  const reader = await requireMember(knock)
  const { searchParams } = new URL(knock.request.url)
  const place = readPlace(searchParams.get('after'))
  const after = place && { createdAt: place.at, id: place.id }
  const unread = searchParams.get('show') === 'unread'
  const kind = kinds.find((one) => one === searchParams.get('kind'))
  const { rows, more } = await notificationsOf(db, reader, { unread, kind, after })
  const last = more ? rows.at(-1) : undefined
  const { locale } = knock.context.visit
  const labels = new Map((await statusList(db)).map((one) => [one.id, labelOf(one, locale)]))
  const settings = await siteSettings(db)
  const items = rows.map((row) => ({
    ...row,
    status: labels.get(row.to) ?? '',
    facts: row.data && factsOf(row.data, settings, locale),
  }))
  return {
    unread,
    kind,
    isFirst: !after,
    isTeam: may(reader, 'staff.enter'),
    hasUnread: rows.some(({ isRead }) => !isRead),
    days: groupedByDay(items, await zoneOf(db)),
    next: last && writtenPlace({ at: last.createdAt, id: last.id }),
  }
}
export type NotificationsData = typeof loader

type Item = ShownNotification & { status: string; facts: Facts | null }

/** The days with the ideas that something happened to, and what is of none, the newest first. */
function groupedByDay(items: Item[], timeZone: string) {
  const days: { day: string; at: Date; ideas: { key: string; items: Item[] }[] }[] = []
  for (const item of items) {
    const day = dayIn(timeZone, item.createdAt)
    const key = item.ideaId ?? (item.facts ? gatheredBy(item) : item.id)
    let today = days.find((one) => one.day === day)
    if (!today) days.push((today = { day, at: item.createdAt, ideas: [] }))
    const idea = today.ideas.find((one) => one.key === key)
    if (idea) idea.items.push(item)
    else today.ideas.push({ key, items: [item] })
  }
  return days
}

export async function action(knock: ActionFunctionArgs) {
  const reader = await requireMember(knock)
  const form = await read(knock.request, ReadForm)
  if (form.reply) return invalid(form.reply)
  const { id, ids, redirectTo = '/me/notifications' } = form.values
  const some = id ? [id] : ids?.split(',')
  await transaction((tx) => markRead(tx, reader, some))
  return back(redirectTo, some ? undefined : 'all-read')
}

export default Notifications
