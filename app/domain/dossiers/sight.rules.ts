import { may, type Viewer } from '../identity/viewer.rules.ts'

type Dossier = {
  state: 'open' | 'published' | 'closed'
  leadId: string | null
  scoringClosedAt: Date | null
}
type Evaluation = { evaluatorId: string; scoredAt: Date | null }

/** True once everybody who was asked has scored every criterion. */
export const haveAllScored = (evaluations: Evaluation[]) =>
  evaluations.length > 0 && evaluations.every(({ scoredAt }) => scoredAt)

/** True when nobody's score will change any more, unless the lead opens the scoring again. */
export const isScoringOver = (dossier: Dossier, evaluations: Evaluation[]) =>
  !!dossier.scoringClosedAt || haveAllScored(evaluations)

/**
 * May `viewer` see what others scored, and all that follows from it: remarks, verdicts, what is
 * written for the public? Whoever is to score may not before they have scored everything; the
 * others of the team may once all have, the lead also after closing the scoring; when it is
 * published there is nothing to be blind to.
 */
export function seesScores(dossier: Dossier, evaluations: Evaluation[], viewer: Viewer): boolean {
  if (!viewer || !may(viewer, 'dossiers.see')) return false
  if (dossier.state === 'published') return true
  const own = evaluations.find(({ evaluatorId }) => evaluatorId === viewer.id)
  if (own) return !!own.scoredAt
  return haveAllScored(evaluations) || isWaitingNoMore(dossier, viewer)
}

const isWaitingNoMore = (
  { leadId, scoringClosedAt }: Dossier,
  viewer: NonNullable<Viewer>,
): boolean => !!scoringClosedAt && leadId === viewer.id && may(viewer, 'dossiers.lead')
