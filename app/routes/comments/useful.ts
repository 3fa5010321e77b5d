import type { ActionFunctionArgs } from '@remix-run/node'
import { UsefulForm } from '#app/domain/comments/comment.form.ts'
import { markUseful, unmarkUseful } from '#app/domain/comments/useful.server.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'

export async function action(knock: ActionFunctionArgs) {
  const reader = await requireMember(knock)
  const form = await read(knock.request, UsefulForm)
  if (form.reply) return invalid(form.reply)

  const { id } = knock.params
  const { intent, redirectTo } = form.values
  const act = intent === 'mark' ? markUseful : unmarkUseful
  const outcome = found(await transaction((tx) => act(tx, reader, id!)))
  // One form serves every comment of a page, so the page is named and the place in it is ours to add.
  const place = redirectTo?.includes('#') ? '' : `#c-${id}`
  return back(redirectTo ? redirectTo + place : `/comments/${id}`, outcome)
}
