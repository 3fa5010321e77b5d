/** Everything that can happen in the community and that another slice may want to hear of. */
export type Event = { actorId: string | null } & (
  | { verb: 'person.joined'; subjectId: string }
  | { verb: 'profile.completed'; subjectId: string }
  | { verb: 'idea.published'; ideaId: string }
  | { verb: 'idea.edited'; ideaId: string }
  | { verb: 'idea.moved'; ideaId: string; subjectId: string; data: MoveData }
  // `subjectId` is the move that was taken back before anybody was told; `from` is what it led to.
  | { verb: 'idea.move-undone'; ideaId: string; subjectId: string; data: UndoneData }
  | { verb: 'idea.answered'; ideaId: string; subjectId: string; data: { moveId: string | null } }
  | { verb: 'idea.flagged'; ideaId: string }
  | { verb: 'vote.cast'; ideaId: string }
  // By the staff, as `subjectId` asked elsewhere.
  | { verb: 'vote.cast-for'; ideaId: string; subjectId: string }
  | { verb: 'vote.withdrawn'; ideaId: string }
  | { verb: 'comment.posted'; ideaId: string; subjectId: string; data: { mentions: string[] } }
  | { verb: 'comment.deleted'; ideaId: string; subjectId: string }
  | { verb: 'comment.hidden'; ideaId: string; subjectId: string }
  | { verb: 'comment.restored'; ideaId: string; subjectId: string }
  | { verb: 'comment.flagged'; ideaId: string; subjectId: string }
  | { verb: 'comment.found-useful'; ideaId: string; subjectId: string }
  | { verb: 'comment.unmarked'; ideaId: string; subjectId: string }
  // The brand says thanks, to `personId`; `subjectId` is the idea, or the comment.
  | { verb: 'idea.thanked'; ideaId: string; subjectId: string; data: { personId: string } }
  | { verb: 'comment.thanked'; ideaId: string; subjectId: string; data: { personId: string } }
  // Taken back within a day.
  | { verb: 'idea.unthanked'; ideaId: string; subjectId: string; data: { personId: string } }
  | { verb: 'comment.unthanked'; ideaId: string; subjectId: string; data: { personId: string } }
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
  // What the points tell: `subjectId` is the level, the badge, the day, the entry.
  | { verb: 'level.reached'; subjectId: string; data: { personId: string } }
  | { verb: 'badge.awarded'; subjectId: string; data: { personId: string } }
  | { verb: 'points.expiring'; subjectId: string; data: { personId: string; amount: number } }
  // Given (or, where negative, taken) by hand, with a reason; `subjectId` is the grant.
  | { verb: 'points.granted'; subjectId: string; data: { personId: string; amount: number } }
  | { verb: 'grant.asked'; subjectId: string; data: { personId: string; amount: number } }
  | { verb: 'points.suspected'; subjectId: string }
  // `subjectId` is the redemption; `to` the state that it is in now.
  | { verb: 'redemption.moved'; subjectId: string; data: { personId: string; to: string } }
  // Moderation: `subjectId` is the flagged image or profile, the item, the decision, the objection, the burst.
  | { verb: 'image.flagged'; ideaId: string; subjectId: string }
  | { verb: 'profile.flagged'; subjectId: string }
  | { verb: 'post.held'; subjectId: string; data: { personId: string } }
  | { verb: 'decision.made'; subjectId: string; data: { personId: string; act: string } }
  | { verb: 'flag.decided'; subjectId: string; data: { personId: string; outcome: string } }
  | { verb: 'objection.sent'; subjectId: string; data: { decidedBy: string | null } }
  | { verb: 'objection.decided'; subjectId: string; data: { personId: string; outcome: string } }
  | { verb: 'burst.held'; ideaId: string; subjectId: string }
  // Care: `subjectId` is the case; nothing that was said in it is ever in an event.
  | { verb: 'case.opened'; subjectId: string }
  | { verb: 'case.written'; subjectId: string; data: { assigneeId: string | null } }
  | { verb: 'case.answered'; subjectId: string; data: { personId: string } }
  | { verb: 'case.solved'; subjectId: string; data: { personId: string } }
  | { verb: 'case.called'; subjectId: string; data: { personId: string } }
  | { verb: 'case.assigned'; subjectId: string; data: { personId: string } }
  | {
      verb: 'case.breaching'
      subjectId: string
      data: { assigneeId: string | null; clock: string }
    }
  | { verb: 'case.invited-idea'; ideaId: string; subjectId: string; data: { personId: string } }
  | { verb: 'remedy.asked'; subjectId: string; data: { personId: string } }
  | { verb: 'remedy.given'; subjectId: string; data: { personId: string } }
  | { verb: 'export.ready'; subjectId: string; data: { personId: string } }
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
