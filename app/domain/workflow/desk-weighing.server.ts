import { and, asc, eq } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { dossiers, evaluations } from '#db/schema/dossiers.ts'
import { people } from '#db/schema/identity.ts'

/** Who weighs an idea in its open dossier, for which function, and whether they are done; no scores. */
export const weighingNow = (db: Read, ideaId: string) =>
  db
    .select({
      evaluatorId: evaluations.evaluatorId,
      name: people.displayName,
      duty: evaluations.duty,
      scoredAt: evaluations.scoredAt,
    })
    .from(dossiers)
    .innerJoin(evaluations, eq(evaluations.dossierId, dossiers.id))
    .innerJoin(people, eq(people.id, evaluations.evaluatorId))
    .where(and(eq(dossiers.ideaId, ideaId), eq(dossiers.state, 'open')))
    .orderBy(asc(evaluations.assignedAt), asc(evaluations.evaluatorId))
