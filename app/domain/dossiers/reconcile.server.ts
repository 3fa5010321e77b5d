import { eq, inArray } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { scores, verdicts } from '#db/schema/dossiers.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { everyCriterion } from './criteria.server.ts'
import {
  changeDossier,
  type Dossier,
  type Evaluation,
  findDossier,
  type Shown,
} from './dossier.server.ts'
import { isScoringOver, seesScores } from './sight.rules.ts'
import { talliesOf, unsettled } from './spread.rules.ts'

export type Verdict = typeof verdicts.$inferSelect
type Given = Pick<Verdict, 'criterionId' | 'score' | 'remark'>

/**
 * Stops waiting for whoever has not scored yet; the lead of the dossier alone may, and sees the
 * scores from then on. Answers `scoring-closed`, `not-lead`, `score-first` for a lead who was asked
 * to score and has not, `no-scores` while nobody has, `stale`, `not-allowed` or `undefined`.
 */
export async function closeScoring(tx: Tx, lead: Person, number: number, shown: Shown) {
  const found = await findDossier(tx, number, lead, shown.dossierId)
  if (!found) return undefined
  if (!may(lead, 'dossiers.lead')) return 'not-allowed'
  const { dossier, evaluations, idea } = found
  if (dossier.leadId !== lead.id) return 'not-lead'
  if (dossier.scoringClosedAt) return 'scoring-closed'
  if (evaluations.some((one) => one.evaluatorId === lead.id && !one.scoredAt)) return 'score-first'
  if (!evaluations.some(({ scoredAt }) => scoredAt)) return 'no-scores'

  const { dossierId, version } = shown
  if (!(await changeDossier(tx, dossierId, { scoringClosedAt: now() }, { version }))) return 'stale'
  await audit(tx, lead.id, 'dossier.scoring-closed', { subject: idea.id, number, dossierId })
  return 'scoring-closed'
}

/**
 * Lets the evaluators score and change their scores again; the verdicts are to be reached anew.
 * Answers `scoring-reopened`, `was-published`: what the public has read is not scored again;
 * `blind`, `stale`, `not-allowed` or `undefined`.
 */
export async function reopenScoring(tx: Tx, lead: Person, number: number, shown: Shown) {
  const found = await findDossier(tx, number, lead, shown.dossierId)
  if (!found) return undefined
  if (!may(lead, 'dossiers.lead')) return 'not-allowed'
  const { dossier, evaluations, idea } = found
  if (!seesScores(dossier, evaluations, lead)) return 'blind'
  if (dossier.publishedAt) return 'was-published'
  if (!dossier.scoringClosedAt && !dossier.reconciledAt) return 'scoring-reopened'

  const { dossierId, version } = shown
  const change = { scoringClosedAt: null, reconciledAt: null }
  if (!(await changeDossier(tx, dossierId, change, { version }))) return 'stale'
  await audit(tx, lead.id, 'dossier.scoring-reopened', { subject: idea.id, number, dossierId })
  return 'scoring-reopened'
}

/**
 * Brings the scores of all together into one verdict for each criterion, with the weight of today;
 * from then on scores stay as they are. Where the evaluators disagree the lead must say why.
 * Answers `reconciled`, `remark-needed`, `incomplete` without a verdict for each criterion,
 * `still-scoring`, `blind`, `stale`, `not-open`, `not-allowed` or `undefined`.
 */
export async function reconcile(
  tx: Tx,
  lead: Person,
  number: number,
  { dossierId, version, given }: Shown & { given: Given[] },
) {
  const found = await findDossier(tx, number, lead, dossierId)
  if (!found) return undefined
  const { idea, dossier, evaluations } = found
  const refusal = refusalOf(lead, dossier, evaluations)
  if (refusal) return refusal
  const chosen = given.filter(({ criterionId }) => dossier.criterionIds.includes(criterionId))
  if (new Set(chosen.map(({ criterionId }) => criterionId)).size < dossier.criterionIds.length)
    return 'incomplete'
  if (unsettled(await countedTallies(tx, dossier, evaluations), chosen).length)
    return 'remark-needed'

  const before = await verdictsOf(tx, dossierId)
  if (!(await changeDossier(tx, dossierId, { reconciledAt: now() }, { version }))) return 'stale'
  const weights = new Map((await everyCriterion(tx)).map(({ id, weight }) => [id, weight]))
  for (const { criterionId, score, remark } of chosen) {
    const set = { score, remark: remark.trim(), weight: weights.get(criterionId) ?? 1 }
    await tx
      .insert(verdicts)
      .values({ dossierId, criterionId, ...set })
      .onConflictDoUpdate({ target: [verdicts.dossierId, verdicts.criterionId], set })
  }
  const said = { number, dossierId, from: figuresOf(before), to: figuresOf(chosen) }
  await audit(tx, lead.id, 'dossier.reconciled', { subject: idea.id, ...said })
  return 'reconciled'
}

const figuresOf = (some: { criterionId: string; score: number }[]) =>
  Object.fromEntries(some.map(({ criterionId, score }) => [criterionId, score]))

function refusalOf(lead: Person, dossier: Dossier, evaluations: Evaluation[]) {
  if (!may(lead, 'dossiers.lead')) return 'not-allowed'
  if (!seesScores(dossier, evaluations, lead)) return 'blind'
  if (dossier.state !== 'open') return 'not-open'
  return isScoringOver(dossier, evaluations) ? undefined : 'still-scoring'
}

/** The verdicts of a dossier, and whatever is left of those before the scoring was opened again. */
export const verdictsOf = (db: Read, dossierId: string): Promise<Verdict[]> =>
  db.select().from(verdicts).where(eq(verdicts.dossierId, dossierId))

/** The scores of those who are done, in some dossiers: what is half done counts nowhere. */
export async function countedScores(db: Read, some: Evaluation[]) {
  const done = new Set(
    some.filter(({ scoredAt }) => scoredAt).map((one) => `${one.dossierId} ${one.evaluatorId}`),
  )
  const ids = [...new Set(some.map(({ dossierId }) => dossierId))]
  if (!ids.length) return []
  const rows = await db.select().from(scores).where(inArray(scores.dossierId, ids))
  return rows.filter((one) => done.has(`${one.dossierId} ${one.evaluatorId}`))
}

const countedTallies = async (db: Read, dossier: Dossier, evaluations: Evaluation[]) =>
  talliesOf(dossier.criterionIds, await countedScores(db, evaluations))
