import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvLine } from '#app/domain/imports/csv-cell.rules.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { reportFor } from '../care-desk/report.server.ts'

const heads = [
  'part',
  'what',
  'by',
  'group',
  'counted',
  'kept',
  'median_minutes',
  'void',
  'running',
]
const contentHeads = ['asked', 'answers', 'average', 'share_4_5']

type Report = Awaited<ReturnType<typeof reportFor>>

/** The report as one table: what a line is of stands in its first columns. */
export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'care.answer')
  const report = await reportFor(new URL(knock.request.url), knock.context.visit.locale)
  const lines = [...clockLines(report), ...contentLines(report), ...volumeLines(report)]
  const text = [[...heads, ...contentHeads], ...lines].map(csvLine).join('')
  return new Response(`\uFEFF${text}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="care-${report.first}-${report.last}.csv"`,
    },
  })
}

type Figures = Report['clocks'][number]['all']

const clockCells = ({ counted, kept, median, voided, running }: Figures) => [
  ...[counted, kept, median ?? '', voided, running],
]

function clockLines({ clocks, topics }: Report) {
  return clocks.flatMap(({ clock, all, byTopic, byPriority }) => [
    ['clock', clock, 'all', '', ...clockCells(all)],
    ...byTopic.map((row) => [
      ...['clock', clock, 'topic', topics[row.group] ?? row.group],
      ...clockCells(row),
    ]),
    ...byPriority.map((row) => ['clock', clock, 'priority', row.group, ...clockCells(row)]),
  ])
}

type Content = Report['content']['all']

const contentCells = ({ asked, answers, average, high }: Content) => [
  ...['', '', '', '', ''],
  ...[asked, answers, average?.toFixed(2) ?? '', high?.toFixed(3) ?? ''],
]

const contentLines = ({ content, topics }: Report) => [
  ['content', 'csat', 'all', '', ...contentCells(content.all)],
  ...content.groups.map((row) => [
    ...['content', 'csat', 'topic', topics[row.group] ?? row.group],
    ...contentCells(row),
  ]),
]

const volumeLines = ({ volume }: Report) =>
  volume.map(({ source, n }) => ['volume', 'cases', 'source', source, n])
