import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { retagIdea } from '#app/domain/ideas/retag.server.ts'
import { TagForm } from '#app/domain/workflow/move.form.ts'
import { back, found, numberIn } from '#app/web/answer.server.ts'
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
  const editor = await requirePermission(knock, 'ideas.move')
  const number = numberIn(knock.params)
  const form = await read(knock.request.clone(), TagForm)
  if (form.reply) return invalid(form.reply)

  const { add, remove, redirectTo } = form.values
  const change = { add, remove: remove ? [remove] : [] }
  const outcome = found(await transaction((tx) => retagIdea(tx, editor, number, change)))
  if (outcome === 'too-many-tags') return form.refuse({ add: 'ideas:editor.error.tags' })
  if (outcome === 'stale') return form.refuse({ add: 'staff:tags.stale' })
  return back(redirectTo ?? `/staff/ideas?idea=${number}`, 'idea-tagged')
}

export default function Tagging() {
  return <Desk sent="tags" />
}
