import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { MoveForm } from '#app/domain/workflow/move.form.ts'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { deskPage } from '../desk/desk-loader.server.ts'
import { afterwards, forbidUnreachable } from '../desk/desk-moved.server.ts'
import { Desk } from '../desk/desk.tsx'
import { moveOrHide } from '../desk/move-or-hide.server.ts'

export { links, meta } from './ideas.tsx'

export async function loader(knock: LoaderFunctionArgs) {
  return deskPage(knock, await requirePermission(knock, 'ideas.see-private'))
}

const refusals = {
  stale: { to: 'staff:move.stale' },
  'not-allowed': { to: 'staff:move.notAllowed' },
  'too-few-votes': { to: 'staff:move.tooFewVotes' },
  'too-early': { to: 'staff:move.tooEarly' },
  'note-needed': { note: 'staff:move.noteNeeded' },
  'reason-needed': { reason: 'staff:move.reasonNeeded' },
}

export async function action(knock: ActionFunctionArgs) {
  const mover = await requirePermission(knock, 'ideas.see-private')
  const number = numberIn(knock.params)
  const form = await read(knock.request.clone(), MoveForm)
  if (form.reply) return invalid(form.reply)

  const { official, redirectTo, ...wish } = form.values
  const to = await afterwards(knock.request, mover, number, redirectTo)
  const outcome = found(await moveOrHide(mover, number, { ...wish, official: !!official }))
  if (outcome === 'moved') return back(to, 'idea-moved')
  if (outcome === 'not-allowed') await forbidUnreachable(mover, wish.to)
  return form.refuse(refusals[outcome])
}

export default function Moving() {
  return <Desk sent="move" />
}
