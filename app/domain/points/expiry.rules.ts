import { dayOf, type Zone } from '../site/zone.rules.ts'
import { dayIn } from './season.rules.ts'

const dayMs = 86_400_000

/** How many days before points end their owner is told. */
export const noticeDays = 30

/**
 * The last day on which points confirmed at `moment` are good: the last of the month that is `months`
 * after, where the community lives, as `2028-11-30`. Null where points never end (`months` null or 0).
 */
export function expiryDay(moment: Date, months: number | null, zone: Zone): string | null {
  if (!months) return null
  const [year, month] = dayIn(moment, zone).split('-').map(Number)
  // The day before the first of the month that follows.
  return new Date(Date.UTC(year!, month! - 1 + months + 1, 0)).toISOString().slice(0, 10)
}

/** A day as many days after (or, negative, before) another. */
export const dayAfter = (day: string, days: number) =>
  dayOf(Date.parse(`${day}T00:00:00Z`) / dayMs + days)

/** So much of somebody's points is good until `expiresOn`; those that never end have a day in 9999. */
export type Vintage = { expiresOn: string; amount: number }

/**
 * How much of what somebody has ends with `day`: all that is good no longer than that, less everything
 * that went out, because what goes out goes out of the oldest.
 */
export function endingBy(day: string, vintages: Vintage[], available: number) {
  const sum = (some: Vintage[]) => some.reduce((all, { amount }) => all + amount, 0)
  const out = sum(vintages) - available
  return Math.max(0, sum(vintages.filter(({ expiresOn }) => expiresOn <= day)) - out)
}

/** What ends on which day, the next first; what never ends is left out. */
export function endings(vintages: Vintage[], available: number) {
  const sorted = [...vintages].sort((one, other) => (one.expiresOn < other.expiresOn ? -1 : 1))
  let gone = 0
  return sorted.flatMap(({ expiresOn }) => {
    if (expiresOn >= never) return []
    const amount = endingBy(expiresOn, sorted, available) - gone
    gone += amount
    return amount > 0 ? [{ expiresOn, amount }] : []
  })
}

/** The day of the vintage of points that never end. */
export const never = '9999-12-31'
