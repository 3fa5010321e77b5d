import type { ActionFunctionArgs } from '@remix-run/node'
import { CaseLinkForm } from '#app/domain/care/bridge.form.ts'
import { type Case, findCase } from '#app/domain/care/case.server.ts'
import { inviteIdea } from '#app/domain/care/invite.server.ts'
import { linkIdea, unlink } from '#app/domain/care/link.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { caseHref } from '../care-desk/case-href.ts'
import { CasePage } from '../care-desk/case-page.tsx'

export { links, loader, meta } from './care-case.tsx'

/** Links the case with an idea, takes a link away, or suggests an idea to its member. */
export async function action(knock: ActionFunctionArgs) {
  const agent = await requirePermission(knock, 'care.answer')
  const row = found(await findCase(db, agent, knock.params.id!))
  const form = await read(knock.request.clone(), CaseLinkForm)
  if (form.reply) return invalid(form.reply)
  const { values } = form
  const here = caseHref(row.id, { view: values.view, hash: 'links' })
  if (values.intent === 'invite') return invite(agent, row, { form, values, here })
  if (values.intent === 'unlink') {
    found(await transaction((tx) => unlink(tx, agent, row, values.link)))
    return back(here, 'case-unlinked')
  }
  const outcome = await transaction((tx) => linkIdea(tx, agent, row, values.ideaNumber))
  if (outcome === 'linked') return back(here, 'case-linked')
  return form.refuse({ ideaNumber: refusals[outcome] })
}

const refusals = {
  'no-idea': 'care:links.error.noIdea',
  shut: 'care:links.error.shut',
  'no-member': 'care:links.cannot.noMember',
  own: 'care:links.cannot.own',
  waiting: 'care:links.cannot.waiting',
  'other-wish': 'care:links.error.otherWish',
} as const

type Form = Awaited<ReturnType<typeof read<typeof CaseLinkForm>>>
type Inviting = {
  form: Form
  values: Extract<NonNullable<Form['values']>, { intent: 'invite' }>
  here: string
}

async function invite(agent: Person, row: Case, { form, values, here }: Inviting) {
  const { key, ideaTitle: title, ideaBody: body } = values
  const outcome = await transaction((tx) => inviteIdea(tx, agent, row, { key, title, body }))
  if (outcome === 'invited') return back(here, 'case-invited')
  return form.refuse({ ideaTitle: refusals[outcome] })
}

export default CasePage
