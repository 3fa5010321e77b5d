import { type ActionFunctionArgs, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { decideBurst } from '#app/domain/moderation/burst.server.ts'
import { BurstForm } from '#app/domain/moderation/settings.form.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'

const path = '/staff/moderation/bursts'

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'moderation.decide')
  return redirect(path)
}

export async function action(knock: ActionFunctionArgs) {
  const moderator = await requirePermission(knock, 'moderation.decide')
  const form = await read(knock.request, BurstForm)
  if (form.reply) return invalid(form.reply)
  const { id } = knock.params
  const outcome = found(await transaction((tx) => decideBurst(tx, moderator, id!, form.values)))
  return back(path, `burst-${outcome}`)
}
