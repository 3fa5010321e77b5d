import { Moments, weekdayOf, type Zone } from '../site/zone.rules.ts'

/** At eight in the morning a case that slept is there again. */
const morning = { from: 8 * 60, to: 9 * 60 }
const dayMs = 86_400_000

type Wish = { until: 'tomorrow' | 'days3' | 'week' | 'date' | 'reply'; date: string }

/**
 * Until when a case sleeps: the morning of a day, as the clock on the wall of `zone` shows it; null
 * until its customer writes. A day that is none any more is over: a moment before `moment`.
 */
export function snoozedUntil({ until, date }: Wish, moment: Date, zone: Zone): Date | null {
  if (until === 'reply') return null
  const clock = Moments.of(zone)
  const today = clock.dayNumber(+moment)
  const days = { tomorrow: 1, days3: 3, week: 7 - weekdayOf(today) }
  const day = until === 'date' ? dayNumberOf(date) : today + days[until]
  const [span] = clock.spans(day, morning)
  return new Date(span?.[0] ?? 0)
}

/** A day as it is typed, `2026-11-22`; of one that the calendar has not, such as 31 February, the beginning of time. */
function dayNumberOf(date: string) {
  const day = Date.parse(`${date}T00:00:00Z`) / dayMs
  return Number.isFinite(day) ? day : 0
}
