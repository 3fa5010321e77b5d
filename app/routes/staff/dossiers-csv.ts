import type { LoaderFunctionArgs } from '@remix-run/node'
import { type Criterion, everyCriterion } from '#app/domain/dossiers/criteria.server.ts'
import { everyDossier, type Weighed } from '#app/domain/dossiers/dossier-list.server.ts'
import { type Cell, csvLine } from '#app/domain/imports/csv-cell.rules.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'

/** Every dossier with the figures that whoever asks may see, a row each; no names, no notes, no remarks. */
export async function loader(knock: LoaderFunctionArgs) {
  const viewer = await requirePermission(knock, 'dossiers.see')
  const criteria = await everyCriterion(db)
  const lines = [csvLine(headings(criteria, knock.context.visit.locale))]
  for await (const rows of everyDossier(db, viewer))
    for (const row of rows) lines.push(csvLine(cellsOf(row, criteria)))
  // Spreadsheets take a file without this mark for one of their own alphabet.
  return new Response(`\uFEFF${lines.join('')}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="dossiers.csv"',
      'Cache-Control': 'private, no-store',
    },
  })
}

const facts = ['number', 'title', 'category', 'status', 'state', 'opened', 'published', 'due']
const result = ['score', 'effort', 'impact', 'costFrom', 'costTo', 'weeksFrom', 'weeksTo']

const headings = (criteria: Criterion[], locale: string) => [
  ...facts,
  ...['asked', 'scored', 'disputed'],
  ...criteria.flatMap(({ labelIt, labelEn }) => {
    const label = locale === 'it' ? labelIt : labelEn
    return [`${label}: average`, `${label}: spread`, `${label}: verdict`]
  }),
  ...result,
]

function cellsOf(row: Weighed, criteria: Criterion[]): Cell[] {
  const { dossier, idea, progress, tallies, verdicts, score, place, sees } = row
  const { costFrom, costTo, weeksFrom, weeksTo } = dossier
  return [
    ...[idea.number, idea.title, idea.categoryId, idea.status, dossier.state],
    ...[dossier.openedAt, dossier.publishedAt, dossier.dueAt],
    ...[progress.asked, progress.done, sees ? Number(row.isDisputed) : null],
    ...criteria.flatMap(({ id }) => {
      const tally = tallies.get(id)
      return [rounded(tally?.average), tally?.spread, verdicts.get(id)]
    }),
    ...[rounded(score), rounded(place?.effort), rounded(place?.impact)],
    ...(sees ? [costFrom, costTo, weeksFrom, weeksTo] : [null, null, null, null]),
  ]
}

const rounded = (value: number | undefined) =>
  value === undefined ? null : Math.round(value * 100) / 100
