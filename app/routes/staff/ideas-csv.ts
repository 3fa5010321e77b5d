import type { LoaderFunctionArgs } from '@remix-run/node'
import { mostAtOnce } from '#app/domain/workflow/move.form.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { deskCsv } from '../desk/desk-csv.server.ts'

/** The ideas of these numbers as a file, of an address of its own: a page’s form cannot answer with one. */
export async function loader(knock: LoaderFunctionArgs) {
  const member = await requirePermission(knock, 'ideas.export')
  const asked = new URL(knock.request.url).searchParams.getAll('number')
  const numbers = asked.filter((text) => /^\d{1,9}$/.test(text)).map(Number)
  return deskCsv(member, numbers.slice(0, mostAtOnce), knock.context.visit.locale)
}
