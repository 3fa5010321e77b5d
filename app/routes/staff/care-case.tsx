import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { findCase } from '#app/domain/care/case.server.ts'
import { CaseActForm } from '#app/domain/care/desk-act.form.ts'
import caseStyles from '#app/ui/case-desk.css?url'
import { pageTitle } from '#app/ui/page-title.ts'
import { found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { actOn } from '../care-desk/case-acts.server.ts'
import { casePage } from '../care-desk/case-loader.server.ts'
import { CasePage } from '../care-desk/case-page.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: caseStyles }]
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `${data.number} · ${data.subject}` : undefined)

export async function loader(knock: LoaderFunctionArgs) {
  return casePage(knock, await requirePermission(knock, 'care.answer'))
}

/** One act on the case; whoever comes second sees what the first did, and what they themselves wanted. */
export async function action(knock: ActionFunctionArgs) {
  const agent = await requirePermission(knock, 'care.answer')
  const row = found(await findCase(db, agent, knock.params.id!))
  const form = await read(knock.request.clone(), CaseActForm)
  if (form.reply) return invalid(form.reply)
  return actOn(agent, row, form)
}

export default CasePage
