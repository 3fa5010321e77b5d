import { and, asc, eq, gt } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { dossierRemarks } from '#db/schema/dossiers.ts'
import { people } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { findDossier } from './dossier.server.ts'
import { seesScores } from './sight.rules.ts'

const again = 60_000

/**
 * Says something in the private talk about a dossier, or about one criterion of it. Answers `said`
 * (once, where a form was sent twice), `blind` while the author may not see the scores yet, or
 * `undefined` where there is no such dossier for them, or no such criterion in it.
 */
export async function addRemark(
  tx: Tx,
  author: Person,
  number: number,
  { dossierId, criterionId, body }: { dossierId: string; criterionId: string | null; body: string },
) {
  const found = await findDossier(tx, number, author, dossierId)
  if (!found) return undefined
  const { dossier, evaluations } = found
  if (criterionId && !dossier.criterionIds.includes(criterionId)) return undefined
  if (!seesScores(dossier, evaluations, author)) return 'blind'

  const said = { dossierId, authorId: author.id, criterionId, body: body.trim() }
  const lately = new Date(now().getTime() - again)
  const recent = await tx
    .select()
    .from(dossierRemarks)
    .where(and(eq(dossierRemarks.dossierId, dossierId), gt(dossierRemarks.createdAt, lately)))
  const isTwice = recent.some(
    (one) =>
      one.authorId === author.id && one.criterionId === criterionId && one.body === said.body,
  )
  if (!isTwice) await tx.insert(dossierRemarks).values(said)
  return 'said'
}

/** The private talk about a dossier, oldest first; for those who see its scores. */
export const remarksOf = (db: Read, dossierId: string) =>
  db
    .select({
      id: dossierRemarks.id,
      criterionId: dossierRemarks.criterionId,
      body: dossierRemarks.body,
      createdAt: dossierRemarks.createdAt,
      author: {
        handle: people.handle,
        displayName: people.displayName,
        avatarId: people.avatarId,
      },
    })
    .from(dossierRemarks)
    .leftJoin(people, eq(people.id, dossierRemarks.authorId))
    .where(eq(dossierRemarks.dossierId, dossierId))
    .orderBy(asc(dossierRemarks.createdAt), asc(dossierRemarks.id))
