import type { Facts, Written } from './claim-facts.server.ts'
import { type Claim, milestones } from './claim.rules.ts'
import type { RuleId } from './rule.rules.ts'

type Of = { event: Written; facts: Facts }
type Said = Partial<Claim> & Pick<Claim, 'rule' | 'key' | 'isDue'>

/** What an event makes us ask, by what is so now. */
export function claimsOf(event: Written, facts: Facts): Claim[] {
  const ask = questions[event.verb]
  return ask ? ask({ event, facts }).filter(({ personId }) => personId) : []
}

const questions: Record<string, (of: Of) => Claim[]> = {
  'person.joined': (of) => ofActor(of, 'email'),
  'profile.completed': (of) => ofActor(of, 'profile'),
  'vote.cast': ofVote,
  'vote.withdrawn': ofVote,
  'comment.posted': ofComment,
  'comment.deleted': ofComment,
  'comment.hidden': ofComment,
  'comment.restored': ofComment,
  'comment.found-useful': ofMark,
  'comment.unmarked': ofMark,
  'comment.thanked': ofThanks,
  'comment.unthanked': ofThanks,
  'idea.thanked': ofThanks,
  'idea.unthanked': ofThanks,
  'idea.published': ofIdea,
  'idea.moved': ofIdea,
  'idea.move-undone': ofIdea,
  'idea.merged': ofIdea,
  'idea.unmerged': ofIdea,
  'dossier.published': (of) => [ofAuthor(of, 'evaluated', { mayBegin: true })],
  'idea.realised': ofChanges,
}

const claim = ({ event, facts }: Of, personId: string | null, said: Said): Claim => ({
  personId: personId ?? '',
  ideaId: event.ideaId,
  categoryId: facts.ideas.get(event.ideaId ?? '')?.categoryId ?? null,
  subjectId: null,
  at: event.at,
  mayBegin: false,
  mayReturn: true,
  mayEnd: true,
  isForGood: true,
  ...said,
})

const ofActor = (of: Of, rule: RuleId) => {
  const { actorId } = of.event
  return [claim(of, actorId, { rule, key: `${rule}:${actorId}`, isDue: true, mayBegin: true })]
}

function ofVote(of: Of): Claim[] {
  const { ideaId, actorId, verb } = of.event
  const idea = of.facts.ideas.get(ideaId!)
  const isDue = of.facts.votes.has(`${ideaId} ${actorId}`) && idea?.authorId !== actorId
  const key = `vote:${ideaId}:${actorId}`
  const mine = claim(of, actorId, { rule: 'vote', key, isDue, mayBegin: verb === 'vote.cast' })
  return [mine, ...ofVotes(of, verb === 'vote.cast')]
}

/** The votes of an idea, which its author is paid for; only what could be reached by now is asked. */
function ofVotes(of: Of, mayBegin: boolean) {
  const idea = of.facts.ideas.get(of.event.ideaId!)
  if (!idea) return []
  // Of many who withdrew at once the last may be settled first.
  const most = idea.votesCount + (mayBegin ? 0 : 500)
  const reached = milestones.filter(([, votes]) => votes <= most)
  const isDue = idea.place === 'private' ? false : 'votes'
  const isForGood = idea.place === 'private'
  const mayEnd = of.event.verb !== 'vote.cast'
  return reached.map(([rule]) => ofAuthor(of, rule, { isDue, mayBegin, mayEnd, isForGood }))
}

/** What the author of an idea is paid once for it, as long as it may be seen. */
function ofAuthor(of: Of, rule: RuleId, said: Partial<Claim> = {}): Claim {
  const { ideaId } = of.event
  const idea = of.facts.ideas.get(ideaId!)
  const isDue = !!idea && idea.place !== 'private'
  return claim(of, idea?.authorId ?? null, { rule, key: `${rule}:${ideaId}`, isDue, ...said })
}

/** Where an idea comes from when it is shown to everybody for the first time, or again. */
const unseen = ['draft', 'pending_review', 'hidden']

function ofIdea(of: Of): Claim[] {
  const { verb, ideaId } = of.event
  const idea = of.facts.ideas.get(ideaId!)
  if (!idea) return []
  const isSeen = idea.place !== 'private'
  const { to, undone, shows } = wayOf(of.event)
  return [
    ofAuthor(of, 'idea', {
      isDue: isSeen && idea.status !== 'merged',
      mayBegin: shows,
      isForGood: !isSeen,
    }),
    ...(verb === 'idea.published' ? [] : ofVotes(of, false)),
    ofAuthor(of, 'shortlisted', {
      isDue: isSeen && undone !== 'shortlisted',
      mayBegin: to === 'shortlisted',
      mayReturn: shows,
    }),
    ofAuthor(of, 'evaluated', { mayReturn: shows }),
    ofAuthor(of, 'realised', {
      isDue: isSeen && stillReal.includes(idea.status),
      mayBegin: to === 'realised',
    }),
    ofThing(of, '', idea.authorId, isSeen),
  ]
}

/** Where a move led to, or what was undone of one, and whether it shows the idea. */
const wayOf = ({ verb, data }: Written) => ({
  // Nobody decided what happened to the ideas of a status that was retired.
  to: verb === 'idea.moved' && !data.remap ? data.to : undefined,
  undone: verb === 'idea.move-undone' ? data.from : undefined,
  shows: verb === 'idea.published' || unseen.includes(String(data.from)),
})

/** An idea that was realised stays so when it is put aside. */
const stillReal = ['realised', 'archived', 'merged']

function ofComment(of: Of): Claim[] {
  const { verb, subjectId } = of.event
  const comment = of.facts.comments.get(subjectId!)
  if (!comment) return []
  const { id, authorId, isReadable, team } = comment
  const isOwn = of.facts.ideas.get(comment.ideaId)?.authorId === authorId
  const isDue = isReadable && !team && !isOwn
  const mine = { subjectId: id, isDue, mayBegin: verb === 'comment.posted' }
  const first = claim(of, authorId, { rule: 'comment', key: `comment:${id}`, ...mine })
  if (verb === 'comment.posted') return [first]
  const changed = { rule: 'changed', key: `changed:${id}`, subjectId: id } as const
  return [
    first,
    ...ofMark(of),
    claim(of, authorId, { ...changed, isDue: isReadable }),
    ofThing(of, id, authorId, isReadable),
  ]
}

function ofMark(of: Of): Claim[] {
  const comment = of.facts.comments.get(of.event.subjectId!)
  if (!comment || comment.team) return []
  const { id, authorId, isReadable } = comment
  const isDue = isReadable && of.facts.useful.has(id)
  const mayBegin = of.event.verb === 'comment.found-useful'
  const said = { subjectId: id, isDue, mayBegin, isForGood: !isReadable }
  return [claim(of, authorId, { rule: 'useful', key: `useful:${id}`, ...said })]
}

/** Thanks of the brand, for an idea or (with `commentId`) for one of its comments. */
const ofThing = (of: Of, commentId: string, personId: string | null, isThere: boolean) => {
  const thing = `${of.event.ideaId}:${commentId}`
  const isDue = isThere && of.facts.thanked.has(thing)
  const subjectId = commentId || null
  return claim(of, personId, { rule: 'thanked', key: `thanked:${thing}`, isDue, subjectId })
}

function ofThanks(of: Of): Claim[] {
  const { verb, subjectId, ideaId, data } = of.event
  const isComment = verb.startsWith('comment.')
  const isThere = isComment
    ? !!of.facts.comments.get(subjectId!)?.isReadable
    : of.facts.ideas.get(ideaId!)?.place !== 'private'
  const personId = typeof data.personId === 'string' ? data.personId : null
  const thanked = ofThing(of, isComment ? subjectId! : '', personId, isThere)
  return [{ ...thanked, mayBegin: verb.endsWith('.thanked') }]
}

/** Each who changed a realised idea, once, for the first of their comments; never its own author. */
function ofChanges(of: Of): Claim[] {
  const author = of.facts.ideas.get(of.event.ideaId!)?.authorId
  const paid = new Set<string | null>([author ?? null])
  return of.facts.changes.flatMap(({ ideaId, commentId }) => {
    const { authorId, isReadable, team } = of.facts.comments.get(commentId)!
    if (ideaId !== of.event.ideaId || paid.has(authorId) || team) return []
    paid.add(authorId)
    const said = { subjectId: commentId, isDue: isReadable, mayBegin: true }
    return [claim(of, authorId, { rule: 'changed', key: `changed:${commentId}`, ...said })]
  })
}
