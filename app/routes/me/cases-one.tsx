import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { OwnCaseForm } from '#app/domain/care/contact.form.ts'
import { findOwnCase } from '#app/domain/care/own.server.ts'
import { solveOwnCase } from '#app/domain/care/own-case.server.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { ownCasePage } from '../my-cases/one.server.ts'
import { CasePage } from '../my-cases/page.tsx'

export { caseLinks as links, caseMeta as meta } from '../my-cases/links.ts'

/** Only who wrote it knows of this page; to everybody else there is none, whatever its id. */
export async function loader(knock: LoaderFunctionArgs) {
  const member = await requireMember(knock)
  return found(await ownCasePage(member, knock.params.id!, knock.context.visit.locale))
}

export async function action(knock: ActionFunctionArgs) {
  const member = await requireMember(knock)
  const id = knock.params.id!
  found(await findOwnCase(db, member, id))
  const form = await read(knock.request, OwnCaseForm)
  if (form.reply) return invalid(form.reply)
  const came = found(await transaction((tx) => solveOwnCase(tx, member, id)))
  return back(`/me/cases/${id}`, came === 'solved' ? 'case-solved' : undefined)
}

export default CasePage
