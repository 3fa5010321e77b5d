import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { deskSearch } from '#app/domain/workflow/desk.form.ts'
import { BulkMoveForm } from '#app/domain/workflow/move.form.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'
import { deskPage, deskQueryOf } from '../desk/desk-loader.server.ts'
import { forbidUnreachable } from '../desk/desk-moved.server.ts'
import { Desk } from '../desk/desk.tsx'

export { links, meta } from './ideas.tsx'

export async function loader(knock: LoaderFunctionArgs) {
  return deskPage(knock, await requirePermission(knock, 'ideas.see-private'))
}

/** Moves each idea by itself: what one refuses holds up none of the others, and each result is told. */
export async function action(knock: ActionFunctionArgs) {
  const mover = await requirePermission(knock, 'ideas.see-private')
  const form = await read(knock.request.clone(), BulkMoveForm)
  if (form.reply) return invalid(form.reply)

  const { number: numbers, official, redirectTo: _, ...wish } = form.values
  await forbidUnreachable(mover, wish.to)
  const results: { number: number; outcome: string }[] = []
  for (const number of new Set(numbers)) {
    const move = { ...wish, official: !!official }
    const outcome = await transaction((tx) => moveIdea(tx, mover, number, move))
    results.push({ number, outcome: outcome ?? 'gone' })
  }
  const every = (needed: string) => results.every(({ outcome }) => outcome === needed)
  if (every('note-needed')) return form.refuse({ note: 'staff:move.noteNeeded' })
  if (every('reason-needed')) return form.refuse({ reason: 'staff:move.reasonNeeded' })

  const written = results.map(({ number, outcome }) => `${number}.${outcome}`).join(',')
  const search = deskSearch({ ...(await deskQueryOf(knock.request)), idea: undefined })
  return back(`/staff/ideas${search}${search ? '&' : '?'}results=${written}`)
}

export default function MovingSeveral() {
  return <Desk sent="bulk" />
}
