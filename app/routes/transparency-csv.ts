import type { LoaderFunctionArgs } from '@remix-run/node'
import { type Cell, csvLine } from '#app/domain/imports/csv-cell.rules.ts'
import type { ModerationFigures } from '#app/domain/moderation/figures.server.ts'
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

type Row = (figure: string, of: string, value: number | undefined) => Cell[]

function moderationRows(told: ModerationFigures, row: Row) {
  const { total, automated, cleared, restored, reports, objections } = told
  return [
    row('moderation_decisions', 'all', total),
    ...told.byAct.map(({ key, n }) => row('moderation_by_act', key, n)),
    ...told.byReason.map(({ key, n }) => row('moderation_by_rule', key, n)),
    ...told.byOrigin.map(({ key, n }) => row('moderation_by_origin', key, n)),
    row('moderation_automated', 'all', automated),
    row('moderation_share_automated', 'all', total ? automated / total : undefined),
    row('moderation_cleared', 'all', cleared),
    row('moderation_restored', 'all', restored),
    row('reports_received', 'all', reports.received),
    row('reports_decided', 'all', reports.decided),
    row('reports_upheld', 'all', reports.upheld),
    row('reports_median_hours', 'all', reports.medianHours),
    row('objections_sent', 'all', objections.sent),
    row('objections_decided', 'all', objections.decided),
    row('objections_overturned', 'all', objections.overturned),
    row('objections_share_overturned', 'all', objections.share),
    row('objections_median_days', 'all', objections.medianDays),
    row('objections_waiting', 'now', objections.waiting),
    row('objections_overdue', 'now', objections.overdue),
  ]
}

async function rowsOf(period: Period, locale: 'it' | 'en'): Promise<Cell[][]> {
  const { promises, decisions, appeals, moderation, ...rest } = await figuresOf(period)
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
    ...moderationRows(moderation, row),
    row('ideas_realised', 'now', rest.realised),
    row('ideas_merged', 'now', rest.merged),
  ]
}
