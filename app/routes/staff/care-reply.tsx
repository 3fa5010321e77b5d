import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { findCase } from '#app/domain/care/case.server.ts'
import { ReplyForm } from '#app/domain/care/composer.form.ts'
import { sendReply } from '#app/domain/care/composer.server.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { caseHref } from '../care-desk/case-href.ts'
import { casePage } from '../care-desk/case-loader.server.ts'
import { CasePage } from '../care-desk/case-page.tsx'
import { afterThis } from '../care-desk/case-place.server.ts'
import { readComposer } from '../care-desk/composer-form.server.ts'
import { keepComposed } from '../care-desk/composer-keep.server.ts'

export { links, meta } from './care-case.tsx'

export async function loader(knock: LoaderFunctionArgs) {
  return casePage(knock, await requirePermission(knock, 'care.answer'))
}

const leavesAs = { send: 'open', solve: 'solved', wait: 'waiting' } as const
const isSending = (intent: string): intent is keyof typeof leavesAs => intent in leavesAs

/** What goes to the customer: kept first, then sent, or left for later. */
export async function action(knock: ActionFunctionArgs) {
  const agent = await requirePermission(knock, 'care.answer')
  const row = found(await findCase(db, agent, knock.params.id!))
  const form = await readComposer(knock.request.clone(), ReplyForm)
  if (form.reply) return invalid(form.reply)
  const { intent, reply: body, remove, seen, view, macro } = form.values!
  const typed = { kind: 'reply' as const, body, remove, files: form.files }
  const { fileIds, refused } = await keepComposed(agent, row, typed)
  if (refused.length) return notTaken(form.values!, refused)
  if (!isSending(intent))
    return back(elsewhere(row.id, { intent, macro, view }), draftNotice(intent))
  if (!body.trim()) return form.refuse({ reply: 'care:talk.error.empty' })

  const wish = { body, fileIds, seen, leavesAs: leavesAs[intent] }
  const next = intent === 'solve' ? await afterThis(agent, row, view) : caseHref(row.id, { view })
  const outcome = await transaction((tx) => sendReply(tx, agent, row, wish))
  const why = refusalIn(outcome)
  return why ? form.refuse({ reply: why.key }, why.words) : back(next)
}

type Outcome = Awaited<ReturnType<typeof sendReply>>

/** Why an answer did not go, as a message key with its words. */
function refusalIn(outcome: Outcome): { key: string; words?: { names: string } } | undefined {
  if (outcome === 'newer') return { key: 'care:talk.error.newer' }
  if (outcome === 'shut') return { key: 'care:talk.error.shut' }
  if (typeof outcome === 'string') return undefined
  const { missing, unknown } = outcome
  return missing.length
    ? { key: 'care:talk.error.missing', words: { names: braced(missing) } }
    : { key: 'care:talk.error.unknown', words: { names: braced(unknown) } }
}

const braced = (names: string[]) => names.map((name) => `{{${name}}}`).join(', ')
const draftNotice = (intent: string) => (intent === 'draft' ? 'case-draft' : undefined)

type Values = z.output<typeof ReplyForm>

/** What was typed is in the draft; the files that were not taken are named, each with its reason. */
const notTaken = ({ reply }: Values, refusedFiles: object[]) =>
  json({ initialValue: { reply }, refusedFiles }, { status: 400 })

function elsewhere(id: string, { intent, macro, view }: Pick<Values, 'intent' | 'macro' | 'view'>) {
  if (intent === 'note') return caseHref(id, { view, tab: 'note', hash: 'composer' })
  if (intent === 'macro' && macro) return caseHref(id, { view, macro, hash: 'macro-preview' })
  return caseHref(id, { view, hash: 'composer' })
}

export default CasePage
