import type { LoaderFunctionArgs } from '@remix-run/node'
import { type Cell, csvLine } from '#app/domain/imports/csv-cell.rules.ts'
import { shareKept } from '#app/domain/promises/promise.rules.ts'
import { figuresOf, type Period, periods, promiseLines } from './transparency/figures.server.ts'

const heads = ['period_days', 'figure', 'of', 'value']
const places = 4

/** The figures of the transparency page, every period, a row each: the same rows in every language. */
export async function loader({ context }: LoaderFunctionArgs) {
  const rows: Cell[][] = [heads]
  for (const period of periods) rows.push(...(await rowsOf(period, context.visit.locale)))
  return new Response(rows.map(csvLine).join(''), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="transparency.csv"',
    },
  })
}

async function rowsOf(period: Period, locale: 'it' | 'en'): Promise<Cell[][]> {
  const { promises, decisions, appeals, ...rest } = await figuresOf(period)
  const lines = await promiseLines(promises, locale)
  const row = (figure: string, of: string, value: number | undefined): Cell[] => [
    ...[period, figure, of],
    value === undefined ? null : Number(value.toFixed(places)),
  ]
  const { all, waiting, running, paused } = promises
  return [
    ...[{ key: 'all', ...all, share: shareKept(all) }, ...lines].flatMap((line) => [
      row('promises_kept', line.key, line.kept),
      row('promises_late', line.key, line.late),
      row('promises_share_kept', line.key, line.share),
      row('median_working_days', line.key, line.days),
    ]),
    row('promises_late_unanswered', 'all', waiting),
    row('promises_running', 'all', running),
    row('promises_paused', 'all', paused),
    ...decisions.map(({ reason, n }) => row('decisions', reason, n)),
    row('appeals_sent', 'all', appeals.sent),
    row('appeals_decided', 'all', appeals.decided),
    row('appeals_overturned', 'all', appeals.overturned),
    row('appeals_share_overturned', 'all', appeals.share),
    row('new_versions_sent', 'all', rest.resubmissions.sent),
    row('new_versions_taken', 'all', rest.resubmissions.taken),
    row('reviews_median_days', 'all', rest.medianDays),
    row('reviews_waiting', 'all', rest.waiting),
    row('ideas_realised', 'now', rest.realised),
    row('ideas_merged', 'now', rest.merged),
  ]
}
