import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { csvLine } from '#app/domain/imports/csv-cell.rules.ts'
import { parcels } from '#app/domain/rewards/courier.server.ts'
import { CourierForm } from '#app/domain/rewards/queue.form.ts'
import { back } from '#app/web/answer.server.ts'
import { read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'

const heads = [
  ...['reference', 'name', 'street', 'postcode', 'city', 'province', 'country'],
  ...['content', 'requested_at'],
]

/** Whoever comes by its address finds the queue: the list is made of what was picked there. */
export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'rewards.fulfil')
  return back('/staff/redemptions?state=approved')
}

/** The addresses of the parcels that were picked and may go out, for the courier; each is noted. */
export async function action(knock: ActionFunctionArgs) {
  const sender = await requirePermission(knock, 'rewards.fulfil')
  const form = await read(knock.request, CourierForm)
  const ids = form.values?.id ?? []
  const out = await transaction((tx) => parcels(tx, sender, ids))
  if (out === 'not-allowed') throw new Response(null, { status: 403 })
  if (!out.length) return back('/staff/redemptions?state=approved', 'courier-nothing')
  const isItalian = knock.context.visit.locale === 'it'
  const lines = out.map(({ id, to, titleIt, titleEn, createdAt }) =>
    csvLine([
      ...[id, to.name, to.street, to.postcode, to.city, to.province, to.country],
      ...[isItalian ? titleIt : titleEn, createdAt],
    ]),
  )
  return new Response(`\uFEFF${csvLine(heads)}${lines.join('')}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="parcels.csv"',
      'Cache-Control': 'private, no-store',
    },
  })
}
