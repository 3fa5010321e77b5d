import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { faqDraftOf } from '#app/domain/care/faq-draft.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { found } from '#app/web/answer.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { FaqEditor } from '../faq-desk/editor.tsx'
import { faqEditor, saveArticle } from '../faq-desk/editor.server.ts'

export { faqDeskLinks as links } from '../faq-desk/links.ts'
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'faq:edit.new' })

/** A case is care's alone: other editors of questions do not learn that there is one. */
export async function loader(knock: LoaderFunctionArgs) {
  const editor = await requirePermission(knock, 'faq.edit')
  const { locale } = knock.context.visit
  const caseId = new URL(knock.request.url).searchParams.get('case') ?? undefined
  const begun = caseId ? found(await faqDraftOf(db, editor, caseId)) : undefined
  return faqEditor(locale, { begun, caseId })
}

export async function action(knock: ActionFunctionArgs) {
  const editor = await requirePermission(knock, 'faq.edit')
  return saveArticle(knock.request, editor, undefined, mayUse(editor))
}

const mayUse = (editor: Person) => async (caseId: string) =>
  !!(await faqDraftOf(db, editor, caseId))

export default FaqEditor
