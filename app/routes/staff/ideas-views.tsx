import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { ViewForm } from '#app/domain/workflow/views.form.ts'
import { changeView, deleteView, keptSearch, saveView } from '#app/domain/workflow/views.server.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'
import { deskPage } from '../desk/desk-loader.server.ts'
import { Desk } from '../desk/desk.tsx'

export { links, meta } from './ideas.tsx'

export async function loader(knock: LoaderFunctionArgs) {
  return deskPage(knock, await requirePermission(knock, 'ideas.see-private'))
}

export async function action(knock: ActionFunctionArgs) {
  const owner = await requirePermission(knock, 'ideas.see-private')
  const form = await read(knock.request.clone(), ViewForm)
  if (form.reply) return invalid(form.reply)

  const { act, search, redirectTo } = form.values
  const outcome = found(await keep(owner, form.values))
  if (outcome === 'view-full') return form.refuse({ name: 'staff:views.full' })
  const here = act === 'save' ? `/staff/ideas${keptSearch(search)}` : '/staff/ideas'
  return back(redirectTo ?? here, outcome)
}

function keep(owner: Person, { act, id = '', name, shared, search }: z.infer<typeof ViewForm>) {
  const isShared = !!shared
  return transaction((tx) => {
    if (act === 'save') return saveView(tx, owner, { name, search, isShared })
    if (act === 'change') return changeView(tx, owner, { id, name, isShared })
    return deleteView(tx, owner, id)
  })
}

export default function KeepingViews() {
  return <Desk sent="view" />
}
