import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { MacroForm } from '#app/domain/care/macro.form.ts'
import { addMacro, changeMacro, findMacro } from '#app/domain/care/macro.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { MacroEditor } from '../care-desk/macro-editor.tsx'
import { fieldsOf, tried } from '../care-desk/macro-fields.server.ts'

export { links } from './settings.tsx'
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.name || { key: 'care:macros.add' })

const isNew = ({ id }: { id?: string }) => id === 'new'
const macroOf = async ({ id = '' }: { id?: string }) => found(await findMacro(db, id))

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'care.lead')
  return fieldsOf(isNew(knock.params) ? undefined : await macroOf(knock.params))
}
export type MacroLoader = typeof loader

/** Shows what a ready answer would be with an example, which changes nothing, or saves it. */
export async function action(knock: ActionFunctionArgs) {
  const lead = await requirePermission(knock, 'care.lead')
  const macro = isNew(knock.params) ? undefined : await macroOf(knock.params)
  const form = await read(knock.request.clone(), MacroForm)
  if (form.reply) return invalid(form.reply)
  const { intent, seen, ...text } = form.values
  if (intent === 'try')
    return json({ ...tried(text), initialValue: { ...text, tags: text.tags.join(', ') } })

  const outcome = await transaction((tx) =>
    macro ? changeMacro(tx, lead, { id: macro.id, seen }, text) : addMacro(tx, lead, text),
  )
  if (outcome === 'stale') return form.refuse({ seen: 'care:macros.error.stale' })
  return back('/staff/settings/care/macros', 'macro-saved')
}

export default MacroEditor
