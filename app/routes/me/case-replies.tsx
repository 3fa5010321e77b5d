import { parseWithZod } from '@conform-to/zod/v4'
import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { CaseReplyForm } from '#app/domain/care/contact.form.ts'
import { findOwnCase } from '#app/domain/care/own.server.ts'
import { writeInOwnCase } from '#app/domain/care/own-case.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { back, found } from '#app/web/answer.server.ts'
import { formOf } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { tooMany, tryContactForm } from '#app/web/limit.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { filesOf, keepFiles, keptIn, statusFor } from '../contact/files.server.ts'
import { ownCasePage } from '../my-cases/one.server.ts'
import { CasePage } from '../my-cases/page.tsx'

export { caseLinks as links, caseMeta as meta } from '../my-cases/links.ts'

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export async function loader(knock: LoaderFunctionArgs) {
  const member = await requireMember(knock)
  return found(await ownCasePage(member, knock.params.id!, knock.context.visit.locale))
}

export async function action(knock: ActionFunctionArgs) {
  const member = await requireMember(knock)
  const id = knock.params.id!
  found(await findOwnCase(db, member, id))
  const form = await formOf(knock.request)
  const busy = await tryContactForm(knock.context.visit.address)
  const typed = { body: String(form.get('body') ?? '') }
  if (busy) return tooMany(busy, typed)

  const sender = { id: member.id, side: 'member' as const }
  const { waiting, refused } = await keepFiles(sender, filesOf(form), keptIn(form))
  const said = parseWithZod(form, { schema: CaseReplyForm })
  const error =
    said.status === 'success' ? null : (said.reply().error ?? { '': ['errors:invalid'] })
  const page = { waiting, refused, initialValue: typed, error }
  if (refused.length) return json(page, { status: statusFor(refused) })
  if (said.status !== 'success') return json(page, { status: 400 })
  return write(member, id, { body: said.value.body, fileIds: waiting.map((file) => file.id) })
}

const notices = { sent: 'case-sent', reopened: 'case-reopened', shut: 'case-shut' }

async function write(member: Person, id: string, said: { body: string; fileIds: string[] }) {
  const came = found(await transaction((tx) => writeInOwnCase(tx, member, id, said)))
  return back(`/me/cases/${id}`, notices[came])
}

export default CasePage
