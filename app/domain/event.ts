/** Everything that can happen in the community and that another slice may want to hear of. */
export type Event = { actorId: string | null } & (
  | { verb: 'person.joined'; subjectId: string }
  | { verb: 'idea.published'; ideaId: string }
  | { verb: 'idea.edited'; ideaId: string }
  | { verb: 'idea.moved'; ideaId: string; subjectId: string; data: MoveData }
  // `subjectId` is the move that was taken back before anybody was told; `from` is what it led to.
  | { verb: 'idea.move-undone'; ideaId: string; subjectId: string; data: UndoneData }
  | { verb: 'idea.answered'; ideaId: string; subjectId: string; data: { moveId: string | null } }
  | { verb: 'idea.flagged'; ideaId: string }
  | { verb: 'vote.cast'; ideaId: string }
  | { verb: 'vote.withdrawn'; ideaId: string }
  | { verb: 'comment.posted'; ideaId: string; subjectId: string; data: { mentions: string[] } }
  | { verb: 'comment.deleted'; ideaId: string; subjectId: string }
  | { verb: 'comment.flagged'; ideaId: string; subjectId: string }
  | { verb: 'comment.found-useful'; ideaId: string; subjectId: string }
  // `subjectId` is the question, and who waits for its answer is the brand.
  | { verb: 'idea.asked'; ideaId: string; subjectId: string }
  | { verb: 'question.answered'; ideaId: string; subjectId: string }
  // `more` others are so at the same time, and are not told one by one.
  | { verb: 'promise.near'; ideaId: string; subjectId: string; data?: { more: number } }
  | { verb: 'promise.overdue'; ideaId: string; subjectId: string; data?: { more: number } }
  | { verb: 'dossier.assigned'; ideaId: string; subjectId: string; data: { personId: string } }
  | { verb: 'dossier.published'; ideaId: string; subjectId: string }
  | { verb: 'idea.resubmitted'; ideaId: string; subjectId: string }
  | { verb: 'resubmission.decided'; ideaId: string; subjectId: string; data: { outcome: string } }
  | { verb: 'idea.appealed'; ideaId: string; subjectId: string }
  | { verb: 'appeal.decided'; ideaId: string; subjectId: string; data: { outcome: string } }
  // `ideaId` is the idea that goes into the other, `subjectId` the merge.
  | { verb: 'merge.asked'; ideaId: string; subjectId: string; data: { targetId: string } }
  | { verb: 'idea.merged'; ideaId: string; subjectId: string; data: { targetId: string } }
  | { verb: 'idea.unmerged'; ideaId: string; subjectId: string; data: { targetId: string } }
  | { verb: 'round.published'; subjectId: string }
  | { verb: 'idea.realised'; ideaId: string; subjectId: string }
)

/**
 * A move of a review round is told with the others of it, by one mail; the author of an idea that
 * comes back by an appeal or by new words (`answersId`) hears of it with the answer to those.
 * Where a status was retired (`remap`), its ideas move by themselves; nobody is told of the `silent`.
 */
type MoveData = {
  from: string
  to: string
  roundId?: string
  answersId?: string
  remap?: 'silent' | 'told'
}

type UndoneData = { from: string; to: string }

export type Verb = Event['verb']
