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

  const { intent, redirectTo } = form.values
  const act = intent === 'mark' ? markUseful : unmarkUseful
  const outcome = found(await transaction((tx) => act(tx, reader, knock.params.id!)))
  return back(redirectTo ?? `/comments/${knock.params.id}`, outcome)
}
