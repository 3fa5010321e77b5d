import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { SourceForm } from '#app/domain/mentions/mention.form.ts'
import { findSource } from '#app/domain/mentions/source.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { SourcePage } from '../mentions-desk/source-page.tsx'
import { actOn, hookAddress, sourceShown } from '../mentions-desk/source.server.ts'

export { deskLinks as links } from '../mentions-desk/links.ts'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'mentions:sources.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const agent = await requirePermission(knock, 'mentions.triage')
  const source = found(await findSource(db, agent, knock.params.id!))
  const isHook = source.kind === 'webhook'
  return {
    source: sourceShown(source),
    seen: String(source.version),
    hookAddress: isHook ? hookAddress(source.id) : null,
  }
}
export type SourceData = typeof loader

/** Its words, off or on, read now, another secret. */
export async function action(knock: ActionFunctionArgs) {
  const agent = await requirePermission(knock, 'mentions.triage')
  const source = found(await findSource(db, agent, knock.params.id!))
  const form = await read(knock.request, SourceForm)
  if (form.reply) return invalid(form.reply)
  if (form.values.intent === 'add') throw new Response(null, { status: 400 })
  const came = found(await actOn(agent, source, form.values))
  if ('errors' in came) return form.refuse(came.errors)
  if ('secret' in came) return json(came)
  return back('/staff/mentions/sources', came.notice)
}

export default SourcePage
