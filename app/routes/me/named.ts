import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { nameInThanks } from '#app/domain/identity/profile.server.ts'
import { NamedForm } from '#app/domain/realised/realised.form.ts'
import { back } from '#app/web/answer.server.ts'
import { read } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'

export const loader = () => redirect('/me/settings')

export async function action(knock: ActionFunctionArgs) {
  const member = await requireMember(knock)
  const form = await read(knock.request, NamedForm)
  if (form.reply) throw new Response(null, { status: 400 })
  const { named } = form.values
  await transaction((tx) => nameInThanks(tx, member.id, !!named))
  return back('/me/settings', named ? 'named-in-thanks' : 'not-named-in-thanks')
}
