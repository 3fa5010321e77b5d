import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { PreferencesForm } from '#app/domain/identity/profile.form.ts'
import { keepPreferences } from '#app/domain/identity/profile.server.ts'
import { back } from '#app/web/answer.server.ts'
import { cookie, year } from '#app/web/cookie.server.ts'
import { read } from '#app/web/form.server.ts'
import { transaction } from '#db/database.server.ts'

export const loader = () => redirect('/')

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await read(request, PreferencesForm)
  if (form.reply) throw new Response(null, { status: 400 })
  const { redirectTo, ...wanted } = form.values
  const { viewer } = context.visit
  if (viewer) await transaction((tx) => keepPreferences(tx, viewer.id, wanted))
  const cookies = (['locale', 'theme'] as const).flatMap((name) =>
    wanted[name] ? [cookie(name, wanted[name], year)] : [],
  )
  return back(redirectTo, undefined, cookies)
}
