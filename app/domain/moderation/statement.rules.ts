import type { decisions, objections } from '#db/schema/moderation.ts'

type Decision = typeof decisions.$inferSelect
type Objection = typeof objections.$inferSelect

/** What somebody can do about a decision on them. */
export type Recourse = 'open' | 'late' | 'waiting' | 'answered' | 'lifted' | 'none'

/**
 * Whether a decision can be objected to at a moment: once, within its days, while it stands. Nothing
 * was taken by an approval or a restore.
 */
export function recourseOf(
  { act, liftedAt, appealDueAt }: Pick<Decision, 'act' | 'liftedAt' | 'appealDueAt'>,
  objection: Pick<Objection, 'decidedAt'> | null | undefined,
  moment: Date,
): Recourse {
  if (objection) return objection.decidedAt ? 'answered' : 'waiting'
  if (act === 'approve' || act === 'restore' || !appealDueAt) return 'none'
  if (liftedAt) return 'lifted'
  return appealDueAt < moment ? 'late' : 'open'
}

/** Whether a moderator may answer an objection: never whoever decided, nor whoever objects. */
export const mayAnswer = (
  moderator: { id: string },
  { decidedBy, personId }: Pick<Decision, 'decidedBy' | 'personId'>,
) => moderator.id !== decidedBy && moderator.id !== personId
