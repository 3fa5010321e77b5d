import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { findCase } from '#app/domain/care/case.server.ts'
import { MergeForm } from '#app/domain/care/merge.form.ts'
import { mergeCase } from '#app/domain/care/merge.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { mergePage } from '../care-desk/merge.server.ts'
import { MergePage } from '../care-desk/merge-page.tsx'

export { links } from './care-case.tsx'
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'care:merge.title' })

export async function loader(knock: LoaderFunctionArgs) {
  return mergePage(knock, await requirePermission(knock, 'care.answer'))
}

const refusals = {
  'changed-meanwhile': 'care:talk.error.changed',
  'no-such-case': 'care:merge.error.none',
  'same-case': 'care:merge.error.same',
  'other-person': 'care:merge.error.person',
  'merged-already': 'care:merge.error.already',
} as const

/** Puts the case into the other, by its number; the page showed both before. */
export async function action(knock: ActionFunctionArgs) {
  const agent = await requirePermission(knock, 'care.answer')
  const row = found(await findCase(db, agent, knock.params.id!))
  const form = await read(knock.request.clone(), MergeForm)
  if (form.reply) return invalid(form.reply)
  const outcome = await transaction((tx) => mergeCase(tx, agent, row, form.values))
  if (outcome !== 'merged') return form.refuse({ into: refusals[outcome] })
  return back(`/staff/care/${row.id}`, 'case-merged')
}

export default MergePage
