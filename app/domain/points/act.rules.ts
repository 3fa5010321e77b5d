import type { Verb } from '../event.ts'

const earning: Partial<Record<Verb, true>> = {
  'person.joined': true,
  'profile.completed': true,
  'vote.cast': true,
  'vote.withdrawn': true,
  'comment.posted': true,
  'comment.deleted': true,
  'comment.hidden': true,
  'comment.restored': true,
  'comment.found-useful': true,
  'comment.unmarked': true,
  'comment.thanked': true,
  'comment.unthanked': true,
  'idea.published': true,
  'idea.thanked': true,
  'idea.unthanked': true,
  'idea.moved': true,
  'idea.move-undone': true,
  'idea.merged': true,
  'idea.unmerged': true,
  'idea.realised': true,
  'dossier.published': true,
}

/** Whether points could come of an event, or go: the clock looks at those only. */
export const isEarning = (verb: Verb) => verb in earning
