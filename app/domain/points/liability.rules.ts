import type { Entry } from './ledger.rules.ts'

/** What was booked in a month, by kind and by the account that it came from. */
export type Tally = { month: string; kind: Entry['kind']; debit: string; amount: number }

/** What the points of a month did; `outstanding` is what members had at its end, less what they owed. */
export type LiabilityMonth = {
  month: string
  issued: number
  spent: number
  expired: number
  reversed: number
  outstanding: number
}

const empty = { issued: 0, spent: 0, expired: 0, reversed: 0 }
type Column = keyof typeof empty

/** Which column a kind counts in, and with which sign; the others move points between a member's own accounts. */
const columns: Partial<Record<Entry['kind'], [Column, 1 | -1]>> = {
  earn: ['issued', 1],
  grant: ['issued', 1],
  spend: ['spent', 1],
  refund: ['spent', -1],
  expire: ['expired', 1],
  reverse: ['reversed', 1],
  owe: ['reversed', 1],
  claw: ['reversed', 1],
}

/** The months of the last twelve, the newest first, of which `month` (`2026-11`) is the last. */
export function lastTwelve(month: string) {
  const [year, number] = month.split('-').map(Number)
  return Array.from({ length: 12 }, (_, i) => {
    const count = year! * 12 + number! - 1 - i
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
  })
}

/**
 * The last twelve months by what was booked in all. What is outstanding at the end of a month is
 * issued − spent − expired − reversed, of all months up to it.
 */
export function liabilityMonths(tallies: Tally[], month: string): LiabilityMonth[] {
  const asked = lastTwelve(month)
  let outstanding = changeOf(tallies.filter((one) => one.month < asked.at(-1)!))
  const rows = [...asked].reverse().map((each) => {
    const own = tallies.filter((one) => one.month === each)
    outstanding += changeOf(own)
    return { month: each, ...sumsOf(own), outstanding }
  })
  return rows.reverse()
}

function sumsOf(tallies: Tally[]) {
  const sums = { ...empty }
  for (const { kind, amount } of tallies) {
    const [column, sign] = columns[kind] ?? []
    if (column && sign) sums[column] += sign * amount
  }
  return sums
}

function changeOf(tallies: Tally[]) {
  const { issued, spent, expired, reversed } = sumsOf(tallies)
  return issued - spent - expired - reversed
}

/** What points are worth in cents, at `value` hundredths of a cent each. */
export const centsOf = (points: number, value: number) => Math.round((points * value) / 100)
