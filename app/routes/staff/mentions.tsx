import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import type { z } from 'zod'
import { BulkForm } from '#app/domain/mentions/mention.form.ts'
import { triageEach } from '#app/domain/mentions/triage-each.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { MentionsDesk } from '../mentions-desk/desk.tsx'
import { mentionDesk } from '../mentions-desk/list.server.ts'

export { deskLinks as links } from '../mentions-desk/links.ts'
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'mentions:title' })

export async function loader(knock: LoaderFunctionArgs) {
  const agent = await requirePermission(knock, 'mentions.triage')
  return mentionDesk(agent, new URL(knock.request.url), knock.context.visit.locale)
}

/** The same act for several, and what became of each. */
export async function action(knock: ActionFunctionArgs) {
  const agent = await requirePermission(knock, 'mentions.triage')
  const form = await read(knock.request, BulkForm)
  if (form.reply) return invalid(form.reply)
  const picks = [...new Set(form.values.id)].map((pick) => {
    const [id = '', seen = ''] = pick.split('.')
    return { id, seen: Number(seen) }
  })
  return json({ results: await triageEach(agent, picks, actOf(form.values)) })
}

function actOf(said: z.output<typeof BulkForm>) {
  if (said.act === 'case') return { act: said.act, topicId: said.topic }
  if (said.act !== 'answer') return { act: said.act }
  return { act: said.act, answerUrl: said.answerUrl, remedy: said.remedy }
}

export default MentionsDesk
