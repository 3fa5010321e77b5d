import { dayOf, Moments, minuteMs, weekdayOf, type Zone } from './zone.rules.ts'
import { easterOf } from './holiday.rules.ts'

/** From when to when, in minutes after midnight on the clock of the wall. */
export type Hours = { from: number; to: number }

/**
 * A day without work: `12-25` comes every year, `2026-12-24` once, and `easter+1` so many days after
 * Easter.
 */
export type Holiday = { day: string; name: string }

/** When the brand is at work. `hours` are those of each day of the week, Monday first; null is closed. */
export type Calendar = { timeZone: string; hours: (Hours | null)[]; holidays: Holiday[] }

const nineToSix: Hours = { from: 9 * 60, to: 18 * 60 }

/** The calendar of a new house: Italian, Monday to Friday. */
export const italianCalendar: Calendar = {
  timeZone: 'Europe/Rome',
  hours: [nineToSix, nineToSix, nineToSix, nineToSix, nineToSix, null, null],
  holidays: [
    { day: '01-01', name: 'Capodanno' },
    { day: '01-06', name: 'Epifania' },
    { day: 'easter', name: 'Pasqua' },
    { day: 'easter+1', name: 'Lunedì dell’Angelo' },
    { day: '04-25', name: 'Festa della Liberazione' },
    { day: '05-01', name: 'Festa del lavoro' },
    { day: '06-02', name: 'Festa della Repubblica' },
    { day: '08-15', name: 'Ferragosto' },
    { day: '10-04', name: 'San Francesco' },
    { day: '11-01', name: 'Ognissanti' },
    { day: '12-08', name: 'Immacolata' },
    { day: '12-25', name: 'Natale' },
    { day: '12-26', name: 'Santo Stefano' },
  ],
}

// A calendar that never works must not keep anybody waiting for its next day.
const mostDays = 4_000

/** The holiday that falls on a day (`2026-12-25`), if one does. */
export function holidayOn({ holidays }: Calendar, day: string) {
  const easter = easterOf(Number(day.slice(0, 4)))
  const isOn = (holiday: Holiday) => {
    const after = /^easter([+-]\d{1,2})?$/.exec(holiday.day)
    if (after) return dayOf(easter + Number(after[1] ?? 0)) === day
    return holiday.day === day || holiday.day === day.slice(5)
  }
  return holidays.find(isOn)
}

type Span = [from: number, to: number]

/** The working time of a day, in milliseconds after 1970; two spans where a clock is put back in it. */
function spansOf(calendar: Calendar, dayNumber: number): Span[] {
  const hours = calendar.hours[weekdayOf(dayNumber)]
  if (!hours || holidayOn(calendar, dayOf(dayNumber))) return []
  return Moments.of(calendar.timeZone).spans(dayNumber, hours)
}

/** The days on the wall from that of `from` on, with their working time. */
function* daysFrom(calendar: Calendar, from: Date): Generator<{ day: number; spans: Span[] }> {
  const first = dayIn(calendar, from)
  for (let day = first; day < first + mostDays; day++) yield { day, spans: spansOf(calendar, day) }
}

const dayIn = ({ timeZone }: { timeZone: Zone }, moment: Date) =>
  Moments.of(timeZone).dayNumber(+moment)

/** The day of a moment where the brand works, as `2026-11-22`. */
export const dayAt = (calendar: Pick<Calendar, 'timeZone'>, moment: Date) =>
  dayOf(dayIn(calendar, moment))

/**
 * The end of business of the `days`th working day after the day of `from`: what is promised on a
 * Monday within 5 working days is due on the next Monday evening.
 */
export function addWorkingDays(calendar: Calendar, from: Date, days: number): Date {
  const first = dayIn(calendar, from)
  let left = days
  let end = +from
  for (const { day, spans } of daysFrom(calendar, from)) {
    if (!spans.length || (day === first && days > 0)) continue
    end = spans.at(-1)![1]
    if (--left <= 0) break
  }
  return new Date(end)
}

/** The working minutes from a moment to another, fractions and all; 0 where `to` is not after `from`. */
export function workingMinutesBetween(calendar: Calendar, from: Date, to: Date): number {
  const last = dayIn(calendar, to)
  let sum = 0
  for (let day = dayIn(calendar, from); day <= last; day++)
    for (const [begin, end] of spansOf(calendar, day))
      sum += Math.max(0, Math.min(end, +to) - Math.max(begin, +from))
  return sum / minuteMs
}

/** The moment at which `minutes` working minutes have passed since `from`; `from` itself for none. */
export function addWorkingMinutes(calendar: Calendar, from: Date, minutes: number): Date {
  let left = Math.round(minutes * minuteMs)
  if (left <= 0) return from
  let reached = +from
  for (const { spans } of daysFrom(calendar, from))
    for (const [begin, end] of spans) {
      const start = Math.max(begin, +from)
      if (end <= start) continue
      if (left <= end - start) return new Date(start + left)
      left -= end - start
      reached = end
    }
  return new Date(reached)
}

/** True while the brand is at work. */
export const isAtWork = (calendar: Calendar, moment: Date) =>
  spansOf(calendar, dayIn(calendar, moment)).some(([from, to]) => from <= +moment && +moment < to)

/** How many minutes a working day has, on the average of the week. */
export function minutesOfDay({ hours }: Calendar) {
  const open = hours.filter((day) => day !== null)
  const sum = open.reduce((sum, { from, to }) => sum + to - from, 0)
  return open.length ? sum / open.length : 24 * 60
}

/** Working minutes told as working days, to a tenth. */
export const workingDaysOf = (calendar: Calendar, minutes: number) =>
  Math.round((minutes / minutesOfDay(calendar)) * 10) / 10
