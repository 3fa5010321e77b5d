import { useTranslation } from 'react-i18next'

type Line = { month: string; count: number; average: number }
export type Point = { month: string; count: number; average: number | null }

/** One figure for each month from the first to the last, of all sources together; null where none was rated. */
export function monthlyOf(lines: Line[]): Point[] {
  const sums = new Map<string, { count: number; sum: number }>()
  for (const { month, count, average } of lines) {
    const had = sums.get(month) ?? { count: 0, sum: 0 }
    sums.set(month, { count: had.count + count, sum: had.sum + count * average })
  }
  const known = [...sums.keys()].sort()
  return monthsBetween(known[0], known.at(-1)).map((month) => {
    const { count, sum } = sums.get(month) ?? { count: 0, sum: 0 }
    return { month, count, average: count ? sum / count : null }
  })
}

const mostMonths = 600

function monthsBetween(first = '', last = '') {
  const months: string[] = []
  const at = new Date(`${first}-01T00:00:00Z`)
  for (let i = 0; i < mostMonths && !Number.isNaN(at.getTime()); i++) {
    const month = at.toISOString().slice(0, 7)
    if (month > last) break
    months.push(month)
    at.setUTCMonth(at.getUTCMonth() + 1)
  }
  return months
}

/** Writes `2026-03` in the page's language. */
export function useMonth() {
  const { i18n } = useTranslation()
  const named = new Intl.DateTimeFormat(i18n.language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return (month: string) => named.format(new Date(`${month}-01T00:00:00Z`))
}
