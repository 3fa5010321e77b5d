import { dayOf, Moments, weekdayOf, type Zone } from '../site/zone.rules.ts'

const dayMs = 86_400_000
const two = (n: number) => String(n).padStart(2, '0')
const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayMs

/** The day on the wall of `zone` at a moment, as it is written: `2026-11-22`. */
export const dayIn = (moment: Date, zone: Zone) => dayOf(Moments.of(zone).dayNumber(+moment))

/** The week of a moment where the community lives, as ISO 8601 writes it: `2026-W47`. */
export function weekOf(moment: Date, zone: Zone) {
  const day = Moments.of(zone).dayNumber(+moment)
  // A week belongs to the year that its Thursday is in.
  const thursday = day - weekdayOf(day) + 3
  const year = Number(dayOf(thursday).slice(0, 4))
  const week = Math.floor((thursday - numberOf(`${year}-01-01`)) / 7) + 1
  return `${year}-W${two(week)}`
}

/** The first day, a Monday, of a week written as above. */
export function firstDayOfWeek(week: string) {
  const [year, number] = week.split('-W').map(Number)
  // The fourth of January is always in the first week.
  const fourth = numberOf(`${year}-01-04`)
  return dayOf(fourth - weekdayOf(fourth) + 7 * (number! - 1))
}

/** The first day of the season that a moment falls into; the first season of a year begins in January. */
export function seasonOf(moment: Date, months: number, zone: Zone) {
  const [year, month] = dayIn(moment, zone).split('-').map(Number)
  const first = month! - 1 - ((month! - 1) % months)
  return `${year}-${two(first + 1)}-01`
}

/** The first day after a season of so many months that began on `first`. */
export const seasonEnd = (first: string, months: number) => monthsAfter(first, months)

/** The first day of the season before the one that began on `first`. */
export const seasonBefore = (first: string, months: number) => monthsAfter(first, -months)

function monthsAfter(first: string, months: number) {
  const [year, month] = first.split('-').map(Number)
  const count = year! * 12 + month! - 1 + months
  return `${Math.floor(count / 12)}-${two((((count % 12) + 12) % 12) + 1)}-01`
}

/** What `point_scores` calls the periods that a moment counts for. */
export const periodsOf = (moment: Date, months: number, zone: Zone) => ({
  all: 'all',
  week: weekOf(moment, zone),
  season: `season:${seasonOf(moment, months, zone)}`,
})

/** A season as people call it: “ottobre–dicembre 2026”, “January–March 2027”, “novembre 2026”, “2026”. */
export function seasonName(first: string, months: number, locale: 'it' | 'en') {
  const year = first.slice(0, 4)
  if (months === 12) return year
  const name = (day: string) =>
    new Intl.DateTimeFormat(locale === 'it' ? 'it-IT' : 'en-GB', {
      month: 'long',
      timeZone: 'UTC',
    }).format(new Date(`${day}T12:00:00Z`))
  const last = monthsAfter(first, months - 1)
  return months === 1 ? `${name(first)} ${year}` : `${name(first)}–${name(last)} ${year}`
}
