import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { deskSearch } from '#app/domain/workflow/desk.form.ts'
import { BulkForm } from '#app/domain/workflow/move.form.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { actOnEach } from '../desk/desk-each.server.ts'
import { deskPage, deskQueryOf } from '../desk/desk-loader.server.ts'
import { forbidUnreachable } from '../desk/desk-moved.server.ts'
import { Desk } from '../desk/desk.tsx'

export { links, meta } from './ideas.tsx'

export async function loader(knock: LoaderFunctionArgs) {
  return deskPage(knock, await requirePermission(knock, 'ideas.see-private'))
}

/** Acts on each idea by itself: what one refuses holds up none of the others, and each result is told. */
export async function action(knock: ActionFunctionArgs) {
  const member = await requirePermission(knock, 'ideas.see-private')
  const form = await read(knock.request.clone(), BulkForm)
  if (form.reply) return invalid(form.reply)

  const { act, to, number } = form.values
  const numbers = [...new Set(number)]
  if (act === 'export')
    return back(`/staff/ideas.csv?${numbers.map((number) => `number=${number}`).join('&')}`)
  if (act === 'merge') return back(`/staff/ideas/${numbers[0]}/merge?with=${numbers[1]}`)
  if (act === 'move') await forbidUnreachable(member, to!)

  const results = await actOnEach(member, numbers, form.values)
  const every = (needed: string) => results.every(({ outcome }) => outcome === needed)
  if (every('note-needed')) return form.refuse({ note: 'staff:move.noteNeeded' })
  if (every('reason-needed')) return form.refuse({ reason: 'staff:move.reasonNeeded' })

  const written = results.map((result) => `${result.number}.${result.outcome}`).join(',')
  const search = deskSearch({ ...(await deskQueryOf(knock.request)), idea: undefined })
  return back(`/staff/ideas${search}${search ? '&' : '?'}results=${written}`)
}

export default function ActingOnSeveral() {
  return <Desk sent="bulk" />
}
