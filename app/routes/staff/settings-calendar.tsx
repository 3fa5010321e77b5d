import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { CalendarForm } from '#app/domain/site/calendar.form.ts'
import { addWorkingDays } from '#app/domain/site/calendar.rules.ts'
import {
  nextHolidays,
  readCalendar,
  writtenCalendar,
} from '#app/domain/site/calendar-text.rules.ts'
import { changeCounting, countingOf } from '#app/domain/promises/calendar.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import staffStyles from '#app/ui/staff.css?url'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { CalendarPage } from '../promises/calendar-page.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: staffStyles }]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'promises:calendar.title' })

const tried = [2, 10, 30]
const upcoming = 6

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'site.settings')
  const { calendar, promiseWarning, seen } = await countingOf(db)
  const moment = now()
  const easter = knock.context.visit.locale === 'it' ? 'pasqua' : 'easter'
  return {
    seen,
    timeZone: calendar.timeZone,
    fields: { ...writtenCalendar(calendar, easter), promiseWarning },
    zones: [...new Set(['UTC', calendar.timeZone, ...Intl.supportedValuesOf('timeZone')])].sort(),
    tried: tried.map((n) => ({ n, dueAt: addWorkingDays(calendar, moment, n) })),
    upcoming: nextHolidays(calendar, moment).slice(0, upcoming),
  }
}
export type CalendarData = typeof loader

export async function action(knock: ActionFunctionArgs) {
  const admin = await requirePermission(knock, 'site.settings')
  const form = await read(knock.request, CalendarForm)
  if (form.reply) return invalid(form.reply)

  const { seen, promiseWarning, ...fields } = form.values
  const said = readCalendar(fields, now())
  if ('errors' in said) {
    const reply: object = await form.refuse(said.errors).json()
    return json({ ...reply, n: said.line }, { status: 400 })
  }
  const wish = { calendar: said.calendar, promiseWarning }
  const outcome = await transaction((tx) => changeCounting(tx, admin, wish, seen))
  if (outcome === 'stale') return form.refuse({ main: 'promises:calendar.errors.stale' })
  return back('/staff/settings/calendar', `calendar-${outcome}`)
}

export default CalendarPage
