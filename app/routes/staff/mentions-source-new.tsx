import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { SourceForm } from '#app/domain/mentions/mention.form.ts'
import { addSource } from '#app/domain/mentions/source.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'
import { NewSourcePage } from '../mentions-desk/source-page.tsx'
import { addressError, hookAddress } from '../mentions-desk/source.server.ts'

export { deskLinks as links } from '../mentions-desk/links.ts'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'mentions:sources.add' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'mentions.triage')
  return null
}

const refusals = {
  'name-taken': { name: 'mentions:error.nameTaken' },
  'no-url': { url: 'mentions:error.noUrl' },
}

/** Adds a source; what a webhook signs with is told in this answer alone. */
export async function action(knock: ActionFunctionArgs) {
  const agent = await requirePermission(knock, 'mentions.triage')
  const form = await read(knock.request, SourceForm)
  if (form.reply) return invalid(form.reply)
  if (form.values.intent !== 'add') throw new Response(null, { status: 400 })
  const { kind, name, url } = form.values
  const wrong = kind === 'feed' && (await addressError(url))
  if (wrong) return form.refuse({ url: wrong })
  const added = await transaction((tx) => addSource(tx, agent, { kind, name, url }))
  if (typeof added === 'string') return form.refuse(refusals[added])
  const { id, secret } = added
  if (secret) return json({ secret, address: hookAddress(id) })
  return back(`/staff/mentions/sources#source-${id}`, 'mention-source-added')
}

export default NewSourcePage
