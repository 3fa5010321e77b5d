import type { LoaderFunctionArgs } from '@remix-run/node'
import { auditLog } from '#app/domain/audit/log.server.ts'
import { csvLine } from '#app/domain/imports/csv-cell.rules.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { filterOf } from '../audit/filter.server.ts'

const most = 10_000
const heads = ['entry', 'at', 'person', 'act', 'subject', 'details']

/** The log as it is filtered, the latest 10,000 entries; what the page does not show is not here either. */
export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'audit.see')
  const { filter } = await filterOf(new URL(knock.request.url))
  const { rows } = await auditLog(db, filter, most)
  const lines = rows.map(({ seq, at, handle, act, subject, details }) => {
    const told = details.map(({ name, value }) => `${name}: ${value ?? '…'}`).join('; ')
    return csvLine([seq, at.toISOString(), handle ?? '', act, subject, told])
  })
  return new Response(`\uFEFF${csvLine(heads)}${lines.join('')}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="audit.csv"',
      'Cache-Control': 'private, no-store',
    },
  })
}
