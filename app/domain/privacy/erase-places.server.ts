import type { AnyColumn, AnyTable } from '#db/dialect.ts'
import { appeals, resubmissions } from '#db/schema/appeals.ts'
import { caseMessages } from '#db/schema/care.ts'
import { caseActs, caseDrafts, caseNotes } from '#db/schema/care-desk.ts'
import { remedies } from '#db/schema/care-outcomes.ts'
import { commentRevisions, comments } from '#db/schema/comments.ts'
import { dossierRemarks, dossiers, scores, verdicts } from '#db/schema/dossiers.ts'
import { ideaRevisions, ideas } from '#db/schema/ideas.ts'
import { jobs } from '#db/schema/jobs.ts'
import { merges } from '#db/schema/merges.ts'
import { decisions, flags, objections, reviewItems } from '#db/schema/moderation.ts'
import { voteBursts } from '#db/schema/moderation-watch.ts'
import { notifications } from '#db/schema/notifications.ts'
import { pointGrants, suspicions } from '#db/schema/point-desk.ts'
import { questions } from '#db/schema/promises.ts'
import { realisationComments, realisations } from '#db/schema/realised.ts'
import { redemptionSteps } from '#db/schema/rewards.ts'
import { roundEntries, rounds } from '#db/schema/rounds.ts'
import { auditWords } from '#db/schema/site.ts'
import { votes } from '#db/schema/votes.ts'
import { deskViews, moves, officialAnswers } from '#db/schema/workflow.ts'

/** Where others, or the house, may have written of somebody: `key` is the row, `in` the words. */
export type Place = {
  table: AnyTable
  key: AnyColumn
  in: AnyColumn[]
  /** Parts of JSON of which a name may be the whole. */
  hasParts?: true
  /** The search that finds them, if one does. */
  search?: 'idea' | 'case'
}

/** Every text in which somebody can be called by name. */
export const places: Place[] = [
  { table: ideas, key: ideas.id, in: [ideas.title, ideas.body], search: 'idea' },
  { table: ideaRevisions, key: ideaRevisions.id, in: [ideaRevisions.title, ideaRevisions.body] },
  { table: comments, key: comments.id, in: [comments.body] },
  { table: commentRevisions, key: commentRevisions.id, in: [commentRevisions.body] },
  {
    ...{ table: caseMessages, key: caseMessages.id },
    ...{ in: [caseMessages.body, caseMessages.quoted], search: 'case' },
  },
  { table: caseNotes, key: caseNotes.id, in: [caseNotes.body], search: 'case' },
  { table: caseActs, key: caseActs.id, in: [caseActs.details] },
  { table: caseDrafts, key: caseDrafts.caseId, in: [caseDrafts.body] },
  { table: remedies, key: remedies.id, in: [remedies.reason] },
  { table: moves, key: moves.id, in: [moves.note, moves.couldChange] },
  { table: officialAnswers, key: officialAnswers.id, in: [officialAnswers.body] },
  { table: questions, key: questions.id, in: [questions.body] },
  { table: appeals, key: appeals.id, in: [appeals.body, appeals.answer] },
  {
    ...{ table: resubmissions, key: resubmissions.id },
    in: [
      resubmissions.body,
      resubmissions.message,
      resubmissions.answer,
      resubmissions.couldChange,
    ],
  },
  { table: dossiers, key: dossiers.id, in: [dossiers.explanation] },
  { table: dossierRemarks, key: dossierRemarks.id, in: [dossierRemarks.body] },
  { table: scores, key: scores.dossierId, in: [scores.note] },
  { table: verdicts, key: verdicts.dossierId, in: [verdicts.remark] },
  { table: realisations, key: realisations.ideaId, in: [realisations.title, realisations.story] },
  { table: realisationComments, key: realisationComments.id, in: [realisationComments.change] },
  { table: merges, key: merges.id, in: [merges.note, merges.answer] },
  { table: rounds, key: rounds.id, in: [rounds.cancelNote] },
  {
    ...{ table: roundEntries, key: roundEntries.ideaId },
    in: [roundEntries.pickReason, roundEntries.note, roundEntries.couldChange],
  },
  { table: flags, key: flags.id, in: [flags.note] },
  { table: reviewItems, key: reviewItems.id, in: [reviewItems.excerpt, reviewItems.matched] },
  {
    ...{ table: decisions, key: decisions.id },
    in: [decisions.facts, decisions.excerpt, decisions.before],
  },
  { table: objections, key: objections.id, in: [objections.body, objections.answer] },
  { table: voteBursts, key: voteBursts.id, in: [voteBursts.note] },
  { table: votes, key: votes.ideaId, in: [votes.castNote] },
  { table: suspicions, key: suspicions.id, in: [suspicions.note] },
  { table: pointGrants, key: pointGrants.id, in: [pointGrants.reason] },
  { table: redemptionSteps, key: redemptionSteps.id, in: [redemptionSteps.note] },
  { table: notifications, key: notifications.id, in: [notifications.data], hasParts: true },
  { table: jobs, key: jobs.id, in: [jobs.payload, jobs.lastError], hasParts: true },
  { table: auditWords, key: auditWords.entryId, in: [auditWords.words] },
  { table: deskViews, key: deskViews.id, in: [deskViews.name, deskViews.search] },
]
