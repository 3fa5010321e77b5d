import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { findCase } from '#app/domain/care/case.server.ts'
import { NoteForm } from '#app/domain/care/composer.form.ts'
import { saveNote } from '#app/domain/care/composer.server.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { caseHref } from '../care-desk/case-href.ts'
import { casePage } from '../care-desk/case-loader.server.ts'
import { CasePage } from '../care-desk/case-page.tsx'
import { readComposer } from '../care-desk/composer-form.server.ts'
import { keepComposed } from '../care-desk/composer-keep.server.ts'

export { links, meta } from './care-case.tsx'

/** The page with the note open: what was refused is shown where it was typed. */
export async function loader(knock: LoaderFunctionArgs) {
  const page = await casePage(knock, await requirePermission(knock, 'care.answer'))
  return { ...page, tab: 'note' as const }
}

/** What only the agents read: kept first, then saved for all of them, or left for later. */
export async function action(knock: ActionFunctionArgs) {
  const agent = await requirePermission(knock, 'care.answer')
  const row = found(await findCase(db, agent, knock.params.id!))
  const form = await readComposer(knock.request.clone(), NoteForm)
  if (form.reply) return invalid(form.reply)
  const { intent, note: body, remove, view } = form.values!
  const typed = { kind: 'note' as const, body, remove, files: form.files }
  const { fileIds, refused } = await keepComposed(agent, row, typed)
  if (refused.length)
    return json({ initialValue: { note: body }, refusedFiles: refused }, { status: 400 })
  if (intent === 'reply') return back(caseHref(row.id, { view, hash: 'composer' }))
  const here = caseHref(row.id, { view, tab: 'note', hash: 'composer' })
  if (intent === 'draft') return back(here, 'case-draft')

  if (!body.trim()) return form.refuse({ note: 'care:talk.error.emptyNote' })
  await transaction((tx) => saveNote(tx, agent, row, { body, fileIds }))
  return back(here, 'case-note')
}

export default CasePage
