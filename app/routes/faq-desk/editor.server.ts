import { json } from '@remix-run/node'
import type { ArticleValues } from '#app/domain/faq/faq.form.ts'
import { ArticleForm } from '#app/domain/faq/faq.form.ts'
import { type Article, faqCategoryList } from '#app/domain/faq/faq.server.ts'
import { rewriteArticle, writeArticle } from '#app/domain/faq/edit.server.ts'
import { wordsAbout } from '#app/domain/faq/feedback.server.ts'
import { topicsInUse } from '#app/domain/care/topics-offered.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { answerHtml } from '../faq/body.server.ts'
import { labelIn } from '../faq/show-lines.ts'

type Text = Pick<Article, 'titleIt' | 'titleEn' | 'bodyIt' | 'bodyEn' | 'topicId'>
type From = { article?: Article; begun?: Partial<Text>; caseId?: string }

const nothing = {
  ...{ titleIt: '', titleEn: '', bodyIt: '', bodyEn: '', topicId: null as string | null },
  ...{ id: null, slug: '', categoryId: undefined, state: 'draft' as const, position: 0 },
  ...{ version: 0, usefulCount: 0, uselessCount: 0 },
}

/** What the editor of an article begins with: the article, or a new one, perhaps born from a case. */
export async function faqEditor(locale: Locale, { article, begun, caseId }: From) {
  const [categories, topics] = await Promise.all([faqCategoryList(db), topicsInUse(db)])
  const now = article ?? { ...nothing, ...begun }
  const { id, slug, version, state, usefulCount: useful, uselessCount: useless } = now
  return {
    ...{ id, version, state, counts: { useful, useless }, isBorn: !!begun },
    slug: state === 'published' ? slug : null,
    words: id ? await wordsAbout(db, id) : [],
    categories: categories.map(labelIn(locale)),
    topics: topics.map(labelIn(locale)),
    stored: storedOf(now, caseId),
  }
}
export type FaqEditorPage = Awaited<ReturnType<typeof faqEditor>>

type Stored = Text & Pick<Article, 'state' | 'position'> & { categoryId?: string }

const storedOf = ({ titleIt, titleEn, bodyIt, bodyEn, ...more }: Stored, caseId?: string) => ({
  ...{ titleIt, titleEn, bodyIt, bodyEn, state: more.state, position: more.position },
  case: caseId,
  category: more.categoryId,
  topic: more.topicId ?? '',
})

/** Previews or saves what the editor sent; `caseId` is the case it was born from, if its editor may see it. */
export async function saveArticle(
  request: Request,
  editor: Person,
  article: Article | undefined,
  mayUseCase: (caseId: string) => Promise<boolean>,
) {
  const form = await read(request, ArticleForm)
  if (form.reply) return invalid(form.reply)
  const { values } = form
  if (values.intent === 'preview') return previewOf(values)
  const caseId = values.case && (await mayUseCase(values.case)) ? values.case : undefined
  const saved = found(await save(editor, article, values, caseId))
  if (saved === 'unknown-category') return form.refuse({ category: 'errors:required' })
  if (saved === 'stale') return form.refuse({ seen: 'faq:edit.error.stale' })
  return back(`/staff/faq/${saved.id}`, 'faq-saved')
}

function save(
  editor: Person,
  article: Article | undefined,
  values: ArticleValues,
  caseId: string | undefined,
) {
  const { intent: _i, seen, case: _c, category: categoryId, topic, ...rest } = values
  const text = { ...rest, categoryId, topicId: topic || null }
  return transaction((tx) =>
    article
      ? rewriteArticle(tx, editor, { id: article.id, seen }, text)
      : writeArticle(tx, editor, text, caseId),
  )
}

function previewOf({ intent: _, ...values }: ArticleValues) {
  const { titleIt, titleEn, bodyIt, bodyEn } = values
  const preview = [
    { lang: 'it', title: titleIt, html: answerHtml(bodyIt) },
    { lang: 'en', title: titleEn, html: answerHtml(bodyEn) },
  ]
  return json({ status: 'success', initialValue: values, error: null, preview })
}
