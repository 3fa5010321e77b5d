import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvLine } from '#app/domain/imports/csv-cell.rules.ts'
import { centsOf } from '#app/domain/points/liability.rules.ts'
import { liability } from '#app/domain/points/liability.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'

const columns = ['issued', 'spent', 'expired', 'reversed', 'outstanding'] as const
const heads = [...columns, ...columns.map((name) => `${name}_cents`)]

/** The months of the report, in points and in cents. */
export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'points.report')
  const { months, value } = await liability(db)
  const lines = months.map((month) =>
    csvLine([
      month.month,
      ...columns.map((name) => month[name]),
      ...columns.map((name) => centsOf(month[name], value)),
    ]),
  )
  return new Response(`\uFEFF${csvLine(['month', ...heads])}${lines.join('')}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="points.csv"',
    },
  })
}
