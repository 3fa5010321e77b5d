import { and, eq } from 'drizzle-orm'
import { prepared, type Read } from '#db/database.server.ts'
import { placeholder } from '#db/expressions.ts'
import { criteria, dossiers, verdicts } from '#db/schema/dossiers.ts'
import { bandOf } from './band.rules.ts'

const { id, costFrom, costTo, weeksFrom, weeksTo, explanation, team, publishedAt } = dossiers
const { labelIt, labelEn, axis, position } = criteria
const published = (db: Read) => () =>
  db
    .select({
      dossier: { id, costFrom, costTo, weeksFrom, weeksTo, explanation, team, publishedAt },
      criterion: { id: criteria.id, labelIt, labelEn, axis, position },
      score: verdicts.score,
    })
    .from(dossiers)
    .innerJoin(verdicts, eq(verdicts.dossierId, dossiers.id))
    .innerJoin(criteria, eq(criteria.id, verdicts.criterionId))
    .where(and(eq(dossiers.ideaId, placeholder('ideaId')), eq(dossiers.state, 'published')))
    .prepare('published_dossier')

/**
 * What everybody may read of how an idea was weighed: the newest published dossier, with a band for
 * each criterion and never a figure; `undefined` when there is none.
 */
export async function publishedDossierOf(db: Read, ideaId: string) {
  const every = await prepared(db, 'published_dossier', published(db)).execute({ ideaId })
  const [newest] = every.sort((a, b) => +b.dossier.publishedAt! - +a.dossier.publishedAt!)
  if (!newest) return undefined
  const rows = every
    .filter(({ dossier }) => dossier.id === newest.dossier.id)
    .sort((a, b) => a.criterion.position - b.criterion.position)
  const { id: _, ...dossier } = newest.dossier
  return {
    ...dossier,
    criteria: rows.map(({ criterion: { position: _, ...criterion }, score }) => ({
      ...criterion,
      band: bandOf(score),
    })),
  }
}

export type PublishedDossier = NonNullable<Awaited<ReturnType<typeof publishedDossierOf>>>
