import type { Permission } from '../identity/permission.rules.ts'

const receipts = ['declined', 'hidden', 'archived']

/** What the brand may do from each status. A refusal, a hiding and an archiving need a coded reason and a text. */
const allowed: Record<string, string[]> = {
  draft: [],
  pending_review: ['voting', 'declined', 'hidden'],
  voting: ['shortlisted', 'declined', 'archived', 'hidden'],
  shortlisted: ['evaluating', 'voting', 'declined', 'archived', 'hidden'],
  evaluating: ['planned', 'shortlisted', 'declined', 'archived', 'hidden'],
  planned: ['in_progress', 'evaluating', 'declined', 'archived', 'hidden'],
  in_progress: ['realised', 'planned', 'declined', 'hidden'],
  realised: ['in_progress', 'hidden'],
  declined: ['voting', 'evaluating', 'archived', 'hidden'],
  archived: ['voting', 'hidden'],
  hidden: ['voting', 'archived'],
}

const permissionFor = (to: string): Permission => (to === 'hidden' ? 'ideas.hide' : 'ideas.move')

export const defaultTransitions = Object.entries(allowed).flatMap(([fromStatus, all]) =>
  all.map((toStatus) => ({
    fromStatus,
    toStatus,
    permission: fromStatus === 'hidden' ? 'ideas.hide' : permissionFor(toStatus),
    needsNote: true,
    needsReason: receipts.includes(toStatus),
  })),
)
