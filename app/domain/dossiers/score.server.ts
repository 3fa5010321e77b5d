import { and, eq, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { evaluations, scores } from '#db/schema/dossiers.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { changeDossier, type Dossier, findDossier } from './dossier.server.ts'

export type Score = typeof scores.$inferSelect
type Given = { criterionId: string; score: number; note: string }

/** What one evaluator has scored so far. */
export const scoresBy = (db: Read, dossierId: string, evaluatorId: string) =>
  db
    .select()
    .from(scores)
    .where(and(eq(scores.dossierId, dossierId), eq(scores.evaluatorId, evaluatorId)))

/**
 * Keeps the scores that an evaluator gives, each from 1 to 5 with a private note; the others stay as
 * they were. Once every criterion has one they count, and the evaluator sees those of the others.
 * Answers `scored` (all), `saved` (some are missing), `not-assigned`, `not-allowed`,
 * `scoring-closed`, or `undefined` where there is no such dossier for them.
 */
export async function saveScores(
  tx: Tx,
  evaluator: Person,
  number: number,
  { dossierId, given }: { dossierId: string; given: Given[] },
) {
  const found = await findDossier(tx, number, evaluator, dossierId)
  if (!found) return undefined
  if (!may(evaluator, 'dossiers.score')) return 'not-allowed'
  const refusal = refusalOf(evaluator, found)
  if (refusal) return refusal

  const { dossier } = found
  const before = await scoresBy(tx, dossierId, evaluator.id)
  const fresh = given
    .filter(({ criterionId }) => dossier.criterionIds.includes(criterionId))
    .filter((one) => isNew(one, before))
  if (fresh.length) {
    if (!(await changeDossier(tx, dossierId, {}, { isScoring: true }))) return 'scoring-closed'
    for (const one of fresh) await keep(tx, { dossierId, evaluatorId: evaluator.id, ...one })
    await note(tx, evaluator, { number, dossier }, changesFrom(before, fresh))
  }
  const known = new Set([...before, ...fresh].map(({ criterionId }) => criterionId))
  if (!dossier.criterionIds.every((id) => known.has(id))) return 'saved'
  await markDone(tx, dossierId, evaluator.id)
  return 'scored'
}

type Found = NonNullable<Awaited<ReturnType<typeof findDossier>>>

function refusalOf(evaluator: Person, { dossier, evaluations: asked }: Found) {
  if (!asked.some(({ evaluatorId }) => evaluatorId === evaluator.id)) return 'not-assigned'
  const isOver = dossier.scoringClosedAt ?? dossier.reconciledAt
  return dossier.state !== 'open' || isOver ? 'scoring-closed' : undefined
}

type Changes = ReturnType<typeof changesFrom>

async function note(
  tx: Tx,
  evaluator: Person,
  { number, dossier }: { number: number; dossier: Dossier },
  changes: Changes,
) {
  if (!changes.length) return
  const facts = { number, dossierId: dossier.id, changes }
  await audit(tx, evaluator.id, 'dossier.scored', { subject: dossier.ideaId, ...facts })
}

const isNew = ({ criterionId, score, note }: Given, before: Score[]) => {
  const old = before.find((one) => one.criterionId === criterionId)
  return old?.score !== score || old.note !== note
}

// The note is nobody's business but the team's: the audit keeps the figures alone.
const changesFrom = (before: Score[], fresh: Given[]) =>
  fresh
    .map(({ criterionId, score: to }) => ({
      criterionId,
      from: before.find((one) => one.criterionId === criterionId)?.score ?? null,
      to,
    }))
    .filter(({ from, to }) => from !== to)

async function keep(tx: Tx, { score, note, ...whose }: Score) {
  const target = [scores.dossierId, scores.evaluatorId, scores.criterionId]
  await tx
    .insert(scores)
    .values({ ...whose, score, note })
    .onConflictDoUpdate({ target, set: { score, note } })
}

async function markDone(tx: Tx, dossierId: string, evaluatorId: string) {
  await tx
    .update(evaluations)
    .set({ scoredAt: now() })
    .where(
      and(
        eq(evaluations.dossierId, dossierId),
        eq(evaluations.evaluatorId, evaluatorId),
        isNull(evaluations.scoredAt),
      ),
    )
}
