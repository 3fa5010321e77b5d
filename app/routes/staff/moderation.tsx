import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { BulkDecideForm } from '#app/domain/moderation/decide.form.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { decideEach, queuePage } from '../moderation-desk/queue-page.server.ts'
import { Queue } from '../moderation-desk/queue.tsx'

export { deskLinks as links } from '../moderation-desk/links.ts'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'moderation:desk.title' })

export async function loader(knock: LoaderFunctionArgs) {
  return queuePage(knock, await requirePermission(knock, 'moderation.decide'))
}

/** One decision for several, and what became of each. */
export async function action(knock: ActionFunctionArgs) {
  const moderator = await requirePermission(knock, 'moderation.decide')
  const form = await read(knock.request, BulkDecideForm)
  if (form.reply) return invalid(form.reply)
  return json({ results: await decideEach(moderator, form.values) })
}

export default Queue
