import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import type { z } from 'zod'
import { TriageForm } from '#app/domain/mentions/mention.form.ts'
import { findMention } from '#app/domain/mentions/mention.server.ts'
import { triage } from '#app/domain/mentions/triage.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { shown, topicsOf } from '../mentions-desk/list.server.ts'
import { MentionPage } from '../mentions-desk/one-page.tsx'

export { deskLinks as links } from '../mentions-desk/links.ts'
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'mentions:one.step' })

export async function loader(knock: LoaderFunctionArgs) {
  const agent = await requirePermission(knock, 'mentions.triage')
  const mention = found(await findMention(db, agent, knock.params.id!))
  const topics = await topicsOf(knock.context.visit.locale)
  // A form that failed was posted to the plain address.
  const { search } = new URL(knock.request.url)
  return { mention: shown(mention), topics, listHref: `/staff/mentions${search}` }
}
export type MentionData = typeof loader

const refusals: Record<string, Record<string, string>> = {
  'changed-meanwhile': { seen: 'mentions:error.overtaken' },
  'no-such-topic': { topic: 'mentions:error.noTopic' },
  'bad-url': { answerUrl: 'mentions:error.badUrl' },
  'no-way': { seen: 'mentions:error.noWay' },
  'has-case': { seen: 'mentions:error.hasCase' },
}

/** One act on one mention; then back to the list that the agent came from. */
export async function action(knock: ActionFunctionArgs) {
  const agent = await requirePermission(knock, 'mentions.triage')
  const id = knock.params.id!
  found(await findMention(db, agent, id))
  const form = await read(knock.request, TriageForm)
  if (form.reply) return invalid(form.reply)
  const { seen, redirectTo } = form.values
  const act = actOf(form.values)
  const outcome = found(await transaction((tx) => triage(tx, agent, { id, seen }, act)))
  if (outcome in refusals) return form.refuse(refusals[outcome]!)
  return back(redirectTo ?? '/staff/mentions', `mention-${outcome}`)
}

function actOf(said: z.output<typeof TriageForm>) {
  if (said.act === 'case') return { act: said.act, topicId: said.topic }
  if (said.act !== 'answer') return { act: said.act }
  return { act: said.act, answerUrl: said.answerUrl, remedy: said.remedy ?? '' }
}

export default MentionPage
