import { publishedDossierOf } from '#app/domain/dossiers/published.server.ts'
import { renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'

/** How an idea was weighed, for its page; `undefined` while nothing of it is published. */
export async function dossierTold(ideaId: string, locale: Locale) {
  const dossier = await publishedDossierOf(db, ideaId)
  if (!dossier) return undefined
  const { explanation, criteria, ...facts } = dossier
  return {
    ...facts,
    html: renderMarkdown(explanation),
    criteria: criteria.map(({ id, labelIt, labelEn, axis, band }) => ({
      id,
      label: locale === 'it' ? labelIt : labelEn,
      axis,
      band,
    })),
  }
}
