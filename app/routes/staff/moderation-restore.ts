import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { RestoreForm } from '#app/domain/moderation/decide.form.ts'
import { restore } from '#app/domain/moderation/restore.server.ts'
import { back, found } from '#app/web/answer.server.ts'
import { read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'moderation.decide')
  return redirect('/staff/moderation?view=mine')
}

/** Brings back what a decision took, as it was. */
export async function action(knock: ActionFunctionArgs) {
  const moderator = await requirePermission(knock, 'moderation.decide')
  const { values } = await read(knock.request, RestoreForm)
  if (!values) throw new Response(null, { status: 400 })

  const { decision, facts, redirectTo } = values
  const outcome = found(await transaction((tx) => restore(tx, moderator, decision, { facts })))
  const word = typeof outcome === 'string' ? outcome : 'restored'
  return back(redirectTo ?? '/staff/moderation?view=mine', `decision-${word}`)
}
