import { langOf } from '#app/domain/ideas/idea-feed.rules.ts'
import type { Idea } from '#app/domain/ideas/idea.server.ts'
import { publishedPages } from '#app/domain/realised/gallery.server.ts'
import { isReal } from '#app/domain/realised/realised.server.ts'
import { db } from '#db/database.server.ts'

/** The page of what a done idea became, if it has one; ideas that are not done are not asked about. */
export async function realisedOn(idea: Idea, locale: 'it' | 'en') {
  if (!isReal(idea)) return undefined
  const page = (await publishedPages(db, [idea.id])).get(idea.id)
  const path = `/realised/${idea.number}/${idea.slug}`
  return page && { title: page.title, path, lang: langOf(page, locale) }
}
