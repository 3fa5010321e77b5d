import { type Cell, csvLine } from '#app/domain/imports/csv-cell.rules.ts'

/** Rows as a file that spreadsheets open; for whoever asked, and nobody between. */
export const csvFile = (name: string, rows: Cell[][]) =>
  new Response(`\uFEFF${rows.map(csvLine).join('')}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  })
