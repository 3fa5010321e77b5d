import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { switchKeys } from '#app/domain/identity/keys.server.ts'
import { KeysForm } from '#app/domain/workflow/move.form.ts'
import { back } from '#app/web/answer.server.ts'
import { read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'staff.enter')
  return redirect('/staff/ideas?help=1')
}

/** Switches the keys of one letter on or off, for oneself. */
export async function action(knock: ActionFunctionArgs) {
  const member = await requirePermission(knock, 'staff.enter')
  const { values } = await read(knock.request, KeysForm)
  if (!values) throw new Response(null, { status: 400 })

  const { keys, redirectTo } = values
  await transaction((tx) => switchKeys(tx, member.id, keys === 'on'))
  return back(redirectTo ?? '/staff/ideas', `keys-${keys}`)
}
