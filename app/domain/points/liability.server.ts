import { sum } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { pointAccounts } from '#db/schema/points.ts'
import { now } from '#db/time.ts'
import { siteSettings } from '../site/site.server.ts'
import { liabilityMonths } from './liability.rules.ts'
import {
  countedMonths,
  countedUpTo,
  entriesAfter,
  foreseenEndings,
  talliesOf,
} from './liability-tally.server.ts'
import { dayIn } from './season.rules.ts'

/** Entries that are read for a report beyond the counted ones; the clock counts every hour. */
const mostUncounted = 50_000

/** What the members have now, all together, and how many have an account. */
export async function accountSums(db: Read) {
  const { available, pending, owed } = pointAccounts
  const [found] = await db
    .select({
      available: sum(available).mapWith(Number),
      pending: sum(pending).mapWith(Number),
      owed: sum(owed).mapWith(Number),
      members: howMany(),
    })
    .from(pointAccounts)
  const { members, ...sums } = found!
  return {
    ...{ available: sums.available ?? 0, pending: sums.pending ?? 0, owed: sums.owed ?? 0 },
    members,
  }
}

/**
 * What the house owes its members in points: now, from the accounts; in the last twelve months, from
 * the ledger; and what will end when, as foreseen within the last day. `isWhole` is false while more
 * entries wait to be counted than a report reads. `value` is hundredths of a cent a point.
 */
export async function liability(db: Read) {
  const { pointValue, calendar } = await siteSettings(db)
  const zone = calendar.timeZone
  const [sums, known, from, ending] = await Promise.all([
    accountSums(db),
    countedMonths(db),
    countedUpTo(db),
    foreseenEndings(db),
  ])
  const rest = await entriesAfter(db, from, mostUncounted)
  const month = dayIn(now(), zone).slice(0, 7)
  return {
    value: pointValue,
    zone,
    now: sums,
    months: liabilityMonths([...known, ...talliesOf(rest, zone)], month),
    isWhole: rest.length < mostUncounted,
    ending: { ...ending, months: ending.months.filter((one) => one.month >= month) },
  }
}
