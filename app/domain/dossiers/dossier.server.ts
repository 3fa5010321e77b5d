import { and, eq, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { dossiers, evaluations } from '#db/schema/dossiers.ts'
import { audit } from '../audit/audit.server.ts'
import { findIdea } from '../ideas/idea.server.ts'
import { may, type Person, type Viewer } from '../identity/viewer.rules.ts'
import { criteriaInUse } from './criteria.server.ts'

export type Dossier = typeof dossiers.$inferSelect
export type Evaluation = typeof evaluations.$inferSelect
/** The dossier that a page showed, in the version it showed. */
export type Shown = { dossierId: string; version: number }

/** The idea of `number` as far as dossiers go: none without the permission, and no drafts. */
export async function findWeighed(db: Read, number: number, viewer: Viewer) {
  if (!may(viewer, 'dossiers.see')) return undefined
  const idea = await findIdea(db, number, viewer)
  return idea?.status === 'draft' ? undefined : idea
}

/** A dossier of the idea of `number` with who weighs it; `undefined` where there is none for `viewer`. */
export async function findDossier(db: Read, number: number, viewer: Viewer, dossierId: string) {
  const idea = await findWeighed(db, number, viewer)
  if (!idea) return undefined
  const [dossier] = await db
    .select()
    .from(dossiers)
    .where(and(eq(dossiers.id, dossierId), eq(dossiers.ideaId, idea.id)))
  return dossier && { idea, dossier, evaluations: await evaluationsOf(db, dossier.id) }
}

/** Who weighs a dossier, in the order they were asked. */
export const evaluationsOf = async (db: Read, dossierId: string): Promise<Evaluation[]> => {
  const rows = await db.select().from(evaluations).where(eq(evaluations.dossierId, dossierId))
  return rows.sort(
    (a, b) => +a.assignedAt - +b.assignedAt || (a.evaluatorId < b.evaluatorId ? -1 : 1),
  )
}

/** The dossier of an idea that is in the works; at most one is. */
export async function openDossierOf(db: Read, ideaId: string) {
  const [dossier] = await db
    .select()
    .from(dossiers)
    .where(and(eq(dossiers.ideaId, ideaId), eq(dossiers.state, 'open')))
  return dossier
}

/** Every dossier of an idea, the newest first. */
export const dossiersOf = async (db: Read, ideaId: string) => {
  const rows = await db.select().from(dossiers).where(eq(dossiers.ideaId, ideaId))
  return rows.sort((a, b) => +b.openedAt - +a.openedAt || (a.id < b.id ? 1 : -1))
}

/**
 * Opens a dossier for the idea of `number`, weighed by the criteria of today, with `lead` in charge.
 * Answers `opened`, `already-open`, `not-allowed`, `merged` for an idea that lives on in another, or
 * `undefined` where the lead can see no such idea.
 */
export async function openDossier(tx: Tx, lead: Person, number: number, dueAt: Date | null = null) {
  const idea = await findWeighed(tx, number, lead)
  if (!idea) return undefined
  if (!may(lead, 'dossiers.lead')) return 'not-allowed'
  if (idea.mergedIntoId) return 'merged'

  const criterionIds = (await criteriaInUse(tx)).map(({ id }) => id)
  const by = { leadId: lead.id, openedBy: lead.id }
  const [dossier] = await tx
    .insert(dossiers)
    .values({ ideaId: idea.id, state: 'open', ...by, criterionIds, dueAt })
    .onConflictDoNothing()
    .returning()
  if (!dossier) return 'already-open'
  await audit(tx, lead.id, 'dossier.opened', { subject: idea.id, number, dossierId: dossier.id })
  return 'opened'
}

type Change = Partial<typeof dossiers.$inferInsert>
type Guard = { state?: Dossier['state']; version?: number; isScoring?: boolean }

/** Changes a dossier and counts its version up, where it still is as `guard` says; else `undefined`. */
export async function changeDossier(tx: Tx, dossierId: string, change: Change, guard: Guard) {
  const { state = 'open', version, isScoring } = guard
  const { reconciledAt, scoringClosedAt } = dossiers
  const [changed] = await tx
    .update(dossiers)
    .set({ ...change, version: plus(dossiers.version, 1) as unknown as number })
    .where(
      and(
        eq(dossiers.id, dossierId),
        eq(dossiers.state, state),
        version === undefined ? undefined : eq(dossiers.version, version),
        isScoring ? and(isNull(reconciledAt), isNull(scoringClosedAt)) : undefined,
      ),
    )
    .returning()
  return changed
}

/**
 * Closes an open dossier without publishing it: it stays on record. Answers `closed` (also when it
 * was), `stale`, `not-allowed` or `undefined`.
 */
export async function closeDossier(tx: Tx, lead: Person, number: number, shown: Shown) {
  const found = await findDossier(tx, number, lead, shown.dossierId)
  if (!found) return undefined
  if (!may(lead, 'dossiers.lead')) return 'not-allowed'
  if (found.dossier.state === 'closed') return 'closed'
  const { dossierId, version } = shown
  if (!(await changeDossier(tx, dossierId, { state: 'closed' }, { version }))) return 'stale'
  await audit(tx, lead.id, 'dossier.closed', { subject: found.idea.id, number, dossierId })
  return 'closed'
}
