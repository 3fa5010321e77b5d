import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { BulkForm } from '#app/domain/care/list.form.ts'
import listStyles from '#app/ui/inbox.css?url'
import { pageTitle } from '#app/ui/page-title.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { changeEach } from '../care-desk/bulk.server.ts'
import { Inbox } from '../care-desk/inbox.tsx'
import { inboxPage } from '../care-desk/list.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: listStyles }]
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'care:inbox.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const agent = await requirePermission(knock, 'care.answer')
  return inboxPage(agent, new URL(knock.request.url), knock.context.visit.locale)
}
export type InboxData = Awaited<ReturnType<typeof loader>>

/** The same change for several cases, and what became of each. */
export async function action(knock: ActionFunctionArgs) {
  const agent = await requirePermission(knock, 'care.answer')
  const form = await read(knock.request, BulkForm)
  if (form.reply) return invalid(form.reply)
  return json({ results: await changeEach(agent, form.values) })
}

export default Inbox
