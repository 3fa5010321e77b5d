import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { findCase } from '#app/domain/care/case.server.ts'
import { SplitForm } from '#app/domain/care/merge.form.ts'
import { topicsFor } from '#app/domain/care/sidebar.server.ts'
import { splitMessage } from '#app/domain/care/split.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { splitPage } from '../care-desk/merge.server.ts'
import { SplitPage } from '../care-desk/split-page.tsx'

export { links } from './care-case.tsx'
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'care:split.title' })

export async function loader(knock: LoaderFunctionArgs) {
  return splitPage(knock, await requirePermission(knock, 'care.answer'))
}

const refusals = {
  'no-such-message': 'care:split.error.choose',
  'only-one': 'care:split.error.onlyOne',
} as const

/** Makes a case of its own of one message. */
export async function action(knock: ActionFunctionArgs) {
  const agent = await requirePermission(knock, 'care.answer')
  const row = found(await findCase(db, agent, knock.params.id!))
  const form = await read(knock.request.clone(), SplitForm)
  if (form.reply) return invalid(form.reply)
  const { message: messageId, subject, topic: topicId } = form.values
  const topics = await topicsFor(db, row)
  if (!topics.some(({ id }) => id === topicId))
    return form.refuse({ topic: 'care:talk.error.topic' })
  const wish = { messageId, subject, topicId }
  const outcome = await transaction((tx) => splitMessage(tx, agent, row, wish))
  if (typeof outcome === 'string') return form.refuse({ message: refusals[outcome] })
  return back(`/staff/care/${outcome.id}`, 'case-split')
}

export default SplitPage
