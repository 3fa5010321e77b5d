import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { articleById } from '#app/domain/faq/edit.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { found } from '#app/web/answer.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { FaqEditor } from '../faq-desk/editor.tsx'
import { faqEditor, saveArticle } from '../faq-desk/editor.server.ts'

export { faqDeskLinks as links } from '../faq-desk/links.ts'
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'faq:edit.edit' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'faq.edit')
  const article = found(await articleById(db, knock.params.id!))
  return faqEditor(knock.context.visit.locale, { article })
}

export async function action(knock: ActionFunctionArgs) {
  const editor = await requirePermission(knock, 'faq.edit')
  const article = found(await articleById(db, knock.params.id!))
  return saveArticle(knock.request, editor, article, async () => false)
}

export default FaqEditor
