import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { langOf, labelOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { plainText } from '#app/domain/ideas/markdown.rules.ts'
import { statusList } from '#app/domain/ideas/categories.server.ts'
import { may } from '#app/domain/identity/viewer.rules.ts'
import {
  latePromises,
  nextPromises,
  pausedPromises,
  promiseCounts,
  type Watched,
} from '#app/domain/promises/watch.server.ts'
import {
  addWorkingDays,
  type Calendar,
  workingDaysOf,
  workingMinutesBetween,
} from '#app/domain/site/calendar.rules.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import staffStyles from '#app/ui/staff.css?url'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { PromisesPage } from '../promises/promises-page.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: staffStyles }]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'promises:desk.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const member = await requirePermission(knock, 'ideas.move')
  const { locale } = knock.context.visit
  const [late, next, paused, counts, statuses, { calendar, promiseWarning }] = await Promise.all([
    latePromises(db),
    nextPromises(db),
    pausedPromises(db),
    promiseCounts(db),
    statusList(db),
    siteSettings(db),
  ])
  const moment = now()
  const soon = addWorkingDays(calendar, moment, promiseWarning)
  const labels = new Map(statuses.map((status) => [status.id, labelOf(status, locale)]))
  const told = (row: Watched) => ({
    ...row,
    lang: langOf(row, locale),
    status: labels.get(row.status) ?? row.status,
    days: daysTo(calendar, moment, row.dueAt),
    near: row.dueAt <= soon,
  })
  return {
    timeZone: calendar.timeZone,
    counts,
    late: late.map(told),
    next: next.map(told),
    paused: paused.map(({ question, ...row }) => ({
      ...told(row),
      question: plainText(question ?? ''),
    })),
    maySet: may(member, 'site.settings'),
  }
}
export type PromisesData = typeof loader

/** Working days from a moment to another, or since it: never less than a tenth apart. */
function daysTo(calendar: Calendar, moment: Date, dueAt: Date) {
  const [from, to] = dueAt > moment ? [moment, dueAt] : [dueAt, moment]
  return workingDaysOf(calendar, workingMinutesBetween(calendar, from, to))
}

export default PromisesPage
