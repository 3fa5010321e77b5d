import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { BulkMoveForm } from '#app/domain/rewards/queue.form.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { Queue } from '../reward-desk/queue.tsx'
import { moveEach, queuePage } from '../reward-desk/queue.server.ts'

export { deskLinks as links } from '../reward-desk/links.ts'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'rewards:queue.title' })

export async function loader(knock: LoaderFunctionArgs) {
  return queuePage(knock, await requirePermission(knock, 'rewards.fulfil'))
}

/** One step for several, and what became of each. */
export async function action(knock: ActionFunctionArgs) {
  const member = await requirePermission(knock, 'rewards.fulfil')
  const form = await read(knock.request, BulkMoveForm)
  if (form.reply) return invalid(form.reply)
  const { id: ids, to, note } = form.values
  const { locale } = knock.context.visit
  return json({ to, results: await moveEach(member, { ids, to, note }, locale) })
}

export default Queue
