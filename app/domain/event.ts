/** Everything that can happen in the community and that another slice may want to hear of. */
export type Event = { actorId: string | null } & (
  | { verb: 'person.joined'; subjectId: string }
  | { verb: 'idea.published'; ideaId: string }
  | { verb: 'idea.edited'; ideaId: string }
  | { verb: 'idea.moved'; ideaId: string; subjectId: string; data: { from: string; to: string } }
  | { verb: 'idea.answered'; ideaId: string; subjectId: string; data: { moveId: string | null } }
  | { verb: 'idea.flagged'; ideaId: string }
  | { verb: 'vote.cast'; ideaId: string }
  | { verb: 'vote.withdrawn'; ideaId: string }
  | { verb: 'comment.posted'; ideaId: string; subjectId: string; data: { mentions: string[] } }
  | { verb: 'comment.deleted'; ideaId: string; subjectId: string }
  | { verb: 'comment.flagged'; ideaId: string; subjectId: string }
  | { verb: 'comment.found-useful'; ideaId: string; subjectId: string }
)

export type Verb = Event['verb']
