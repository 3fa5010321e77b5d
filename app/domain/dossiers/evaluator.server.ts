import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { evaluations, scores } from '#db/schema/dossiers.ts'
import { people, personRoles } from '#db/schema/identity.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { type Permission, permissionsOf, roles } from '../identity/permission.rules.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import {
  changeDossier,
  type Dossier,
  evaluationsOf,
  findWeighed,
  openDossier,
  openDossierOf,
} from './dossier.server.ts'
import { seesScores } from './sight.rules.ts'

/** Those of the staff who may do what `permission` names and are not suspended, by name. */
export async function staffWho(db: Read, permission: Permission) {
  const able = roles.filter((role) =>
    (permissionsOf[role] as readonly string[]).includes(permission),
  )
  const { id, handle, displayName, avatarId, team } = people
  const rows = await db
    .selectDistinct({ id, handle, displayName, avatarId, team })
    .from(personRoles)
    .innerJoin(people, eq(people.id, personRoles.personId))
    .where(and(inArray(personRoles.role, able), isNull(people.suspendedAt)))
  return rows.sort((a, b) => a.displayName.localeCompare(b.displayName))
}

/**
 * Asks somebody to score the idea of `number`, for their function (`duty`: purchasing, law …); opens
 * a dossier where none is open. Answers `assigned`, `already-assigned`, `not-allowed`,
 * `no-evaluator` for somebody who may not score, `scoring-closed`, `not-blind` for a lead who has
 * seen the scores and now wants to score, `merged`, or `undefined` where there is no such idea.
 */
export async function assignEvaluator(
  tx: Tx,
  lead: Person,
  number: number,
  { evaluatorId, duty }: { evaluatorId: string; duty: string },
) {
  const idea = await findWeighed(tx, number, lead)
  if (!idea) return undefined
  if (!may(lead, 'dossiers.lead')) return 'not-allowed'
  const able = await staffWho(tx, 'dossiers.score')
  if (!able.some(({ id }) => id === evaluatorId)) return 'no-evaluator'
  if ((await openDossier(tx, lead, number)) === 'merged') return 'merged'

  const dossier = (await openDossierOf(tx, idea.id))!
  return ask(tx, lead, { ...dossier, number }, { evaluatorId, duty: duty.trim() })
}

async function ask(
  tx: Tx,
  lead: Person,
  { number, ...dossier }: Dossier & { number: number },
  said: { evaluatorId: string; duty: string },
) {
  const all = await evaluationsOf(tx, dossier.id)
  if (all.some((one) => one.evaluatorId === said.evaluatorId)) return 'already-assigned'
  if (said.evaluatorId === lead.id && seesScores(dossier, all, lead)) return 'not-blind'
  if (!(await changeDossier(tx, dossier.id, {}, { isScoring: true }))) return 'scoring-closed'
  const row = { dossierId: dossier.id, ...said }
  const [assigned] = await tx
    .insert(evaluations)
    .values({ ...row, assignedBy: lead.id })
    .onConflictDoNothing()
    .returning()
  if (!assigned) return 'already-assigned'
  const { ideaId } = dossier
  const told = { ideaId, subjectId: dossier.id, data: { personId: said.evaluatorId } }
  await record(tx, { verb: 'dossier.assigned', actorId: lead.id, ...told })
  await audit(tx, lead.id, 'dossier.assigned', { subject: ideaId, number, ...row })
  return 'assigned'
}

/**
 * Takes back what `assignEvaluator` asked; what they had scored so far goes. Answers `removed` (also
 * when they were not asked), `has-scored` for somebody who is done: their scores stay;
 * `not-yourself`, so that nobody looks and comes back; `not-allowed`, or `undefined`.
 */
export async function removeEvaluator(tx: Tx, lead: Person, number: number, evaluatorId: string) {
  const idea = await findWeighed(tx, number, lead)
  const dossier = idea && (await openDossierOf(tx, idea.id))
  if (!dossier) return undefined
  if (!may(lead, 'dossiers.lead')) return 'not-allowed'
  if (evaluatorId === lead.id) return 'not-yourself'

  await changeDossier(tx, dossier.id, {}, {})
  const theirs = and(
    eq(evaluations.dossierId, dossier.id),
    eq(evaluations.evaluatorId, evaluatorId),
  )
  const [evaluation] = await tx.select().from(evaluations).where(theirs)
  if (!evaluation) return 'removed'
  if (evaluation.scoredAt) return 'has-scored'
  await tx
    .delete(scores)
    .where(and(eq(scores.dossierId, dossier.id), eq(scores.evaluatorId, evaluatorId)))
  await tx.delete(evaluations).where(theirs)
  const facts = { number, dossierId: dossier.id, evaluatorId }
  await audit(tx, lead.id, 'dossier.unassigned', { subject: idea.id, ...facts })
  return 'removed'
}
