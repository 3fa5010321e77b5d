import {
  addWorkingDays,
  type Calendar,
  type Holiday,
  holidayOn,
  type Hours,
} from './calendar.rules.ts'
import { dayOf, isZone } from './zone.rules.ts'

const dayMs = 86_400_000
const mostHolidays = 200
const quarter = 92

const two = (n: number | string) => String(n).padStart(2, '0')

/** Minutes after midnight as `09:30`. */
export const writtenTime = (minutes: number) =>
  `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** The minutes after midnight of `9:30`, `09:30` or `24:00`; `undefined` of anything else. */
export function readTime(written: string) {
  const [, hours, minutes] = /^(\d{1,2})[:.](\d{2})$/.exec(written.trim()) ?? []
  const time = Number(hours) * 60 + Number(minutes)
  return Number(minutes) < 60 && time <= 1_440 ? time : undefined
}

/** A holiday as it is typed, a line of day and name. */
export function writtenHoliday({ day, name }: Holiday, easter: string) {
  if (day.startsWith('easter')) return `${day.replace('easter', easter)} ${name}`.trim()
  const [last, month, year] = day.split('-').reverse()
  return `${[last, month, year].filter(Boolean).join('/')} ${name}`.trim()
}

/** The holiday of a typed line: `25/12`, `24/12/2026`, `2026-12-24`, `pasqua+1`, then its name. */
export function readHoliday(line: string): Holiday | undefined {
  const [, written = '', name = ''] = /^(\S+)\s*(.*)$/.exec(line.trim()) ?? []
  const day = dayIn(written.toLowerCase())
  return day ? { day, name: name.slice(0, 80) } : undefined
}

function dayIn(written: string) {
  const after = /^(?:easter|pasqua)([+-]\d{1,2})?$/.exec(written)
  if (after) return `easter${after[1] ?? ''}`
  const yearly = /^(\d{1,2})[/.](\d{1,2})$/.exec(written)
  // A year that has a 29 February.
  if (yearly) return realDay(`2024-${two(yearly[2]!)}-${two(yearly[1]!)}`)?.slice(5)
  const once = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(written)
  return realDay(once ? `${once[3]}-${two(once[2]!)}-${two(once[1]!)}` : written)
}

function realDay(iso: string) {
  if (!/^\d{4}-\d\d-\d\d$/.test(iso) || isNaN(Date.parse(iso))) return undefined
  return new Date(iso).toISOString().slice(0, 10) === iso ? iso : undefined
}

/** The days on which the brand works no hour, among the `days` next ones: only those with a name. */
export function nextHolidays(calendar: Calendar, from: Date, days = 366) {
  const first = Math.floor(+from / dayMs)
  return Array.from({ length: days }, (_, i) => dayOf(first + i)).flatMap((day) => {
    const holiday = holidayOn(calendar, day)
    return holiday ? { day, name: holiday.name } : []
  })
}

export const weekdays = [0, 1, 2, 3, 4, 5, 6] as const
type Weekday = (typeof weekdays)[number]
/** The fields of the calendar's form. */
export type CalendarFields = { timeZone: string; holidays: string } & Record<
  `from${Weekday}` | `to${Weekday}`,
  string
>

/** A calendar as its form shows it. */
export function writtenCalendar(calendar: Calendar, easter: string): CalendarFields {
  const hours = weekdays.flatMap((day) => {
    const open = calendar.hours[day]
    return [
      [`from${day}`, open ? writtenTime(open.from) : ''],
      [`to${day}`, open ? writtenTime(open.to) : ''],
    ]
  })
  return {
    timeZone: calendar.timeZone,
    holidays: calendar.holidays.map((holiday) => writtenHoliday(holiday, easter)).join('\n'),
    ...Object.fromEntries(hours),
  } as CalendarFields
}

type Wrong = { errors: Record<string, string>; line?: number }

type Say = (field: string, problem: string) => void

/** The calendar that a form says, or what is wrong with which field (keys of messages). */
export function readCalendar(fields: CalendarFields, moment: Date): { calendar: Calendar } | Wrong {
  const errors: Record<string, string> = {}
  const say: Say = (field, problem) => {
    errors[field] ??= `promises:calendar.errors.${problem}`
  }
  const isSound = () => Object.keys(errors).length === 0
  if (!isZone(fields.timeZone)) say('timeZone', 'zone')
  const hours = weekdays.map((day) => hoursOf(fields, day, say))
  const { holidays, line } = holidaysOf(fields.holidays)
  if (line) say('holidays', 'holiday')
  if (holidays.length > mostHolidays) say('holidays', 'tooMany')
  const calendar = { timeZone: fields.timeZone, hours, holidays }
  if (isSound()) sayIfClosed(calendar, moment, say)
  return isSound() ? { calendar } : { errors, line }
}

function sayIfClosed(calendar: Calendar, moment: Date, say: Say) {
  if (!calendar.hours.some(Boolean)) say('from0', 'none')
  else if (!opensSoon(calendar, moment)) say('holidays', 'never')
}

const opensSoon = (calendar: Calendar, moment: Date) =>
  +addWorkingDays(calendar, moment, 1) - +moment < quarter * dayMs

function hoursOf(fields: CalendarFields, day: Weekday, say: Say): Hours | null {
  const names = [`from${day}`, `to${day}`] as const
  const [from, to] = [fields[names[0]].trim(), fields[names[1]].trim()]
  if (!from && !to) return null
  const times = { from: timeOf(from, names[0], say), to: timeOf(to, names[1], say) }
  if (!from || !to) say(names[from ? 1 : 0], 'both')
  else if (times.to <= times.from) say(names[1], 'order')
  return times
}

function timeOf(written: string, name: string, say: Say) {
  const time = readTime(written)
  if (written && time === undefined) say(name, 'time')
  return time ?? 0
}

function holidaysOf(text: string): { holidays: Holiday[]; line?: number } {
  const holidays: Holiday[] = []
  for (const [i, line] of text.split('\n').entries()) {
    if (!line.trim()) continue
    const holiday = readHoliday(line)
    if (!holiday) return { holidays, line: i + 1 }
    holidays.push(holiday)
  }
  return { holidays }
}
