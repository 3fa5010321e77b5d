import type { Listed } from '#app/domain/faq/faq.server.ts'
import type { Locale } from '#app/web/visit.server.ts'

/** An article as a list shows it in the reader's language. */
export const lineOf = (locale: Locale) => (article: Listed) => ({
  slug: article.slug,
  title: locale === 'it' ? article.titleIt : article.titleEn,
  category: article.categoryId,
})
export type FaqLine = ReturnType<ReturnType<typeof lineOf>>

export const labelIn =
  (locale: Locale) =>
  <Labelled extends { id: string; labelIt: string; labelEn: string }>(one: Labelled) => ({
    id: one.id,
    label: locale === 'it' ? one.labelIt : one.labelEn,
  })
