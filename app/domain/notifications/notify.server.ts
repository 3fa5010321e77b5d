import type { Tx } from '#db/database.server.ts'
import type { Event, Verb } from '../event.ts'
import { holdersOf } from '../identity/holder.server.ts'
import {
  answerable,
  askerOf,
  authorOf,
  makersOf,
  repliedTo,
  reviewers,
  unmuted,
} from './concerned.server.ts'
import type { NotificationEvent } from './notification.rules.ts'
import { isOfCare, notifyOfCare } from './notify-of-care.server.ts'
import { isOfModeration, notifyOfModeration } from './notify-of-moderation.server.ts'
import { isOfPoints, notifyOfPoints } from './notify-of-points.server.ts'
import { askRoundLetters } from './round-letter.server.ts'
import { type IdeaNews, tell } from './tell.server.ts'
import { tellLater } from './telling.server.ts'
import { tellOfMove } from './tell-of-move.server.ts'

type Of<V> = Extract<Event, { verb: V }>
/** What happened to an idea, whatever it was. */
type Happening = Extract<Event, { ideaId: string; subjectId: string }>
type Whom<V> = (tx: Tx, event: Of<V>) => Promise<string[]>
/** Who is told at once of an event, and as what; and as what its followers are, right after. */
type Line<V> = { to?: [Whom<V>, NotificationEvent]; followers?: NotificationEvent }

const author = (tx: Tx, { ideaId }: { ideaId: string }) => authorOf(tx, ideaId)
const reviewer = (tx: Tx, { subjectId }: { subjectId: string }) => reviewers(tx, subjectId)
const thanked = (_: Tx, { data }: Of<'idea.thanked' | 'comment.thanked'>) =>
  Promise.resolve([data.personId])

/** Who is told of what. Moves and comments have stories of their own. */
const lines: { [V in Happening['verb']]?: Line<V> } = {
  'idea.answered': { to: [author, 'own-answered'], followers: 'followed-answered' },
  'idea.asked': { to: [author, 'own-asked'] },
  'question.answered': { to: [(tx, { subjectId }) => askerOf(tx, subjectId), 'staff-answered'] },
  'promise.near': { to: [(tx, { ideaId }) => answerable(tx, ideaId), 'staff-promise-near'] },
  'promise.overdue': { to: [(tx) => holdersOf(tx, 'ideas.move'), 'staff-promise-overdue'] },
  'dossier.assigned': { to: [(_, { data }) => Promise.resolve([data.personId]), 'staff-assigned'] },
  'dossier.published': { to: [author, 'own-evaluated'], followers: 'followed-evaluated' },
  'idea.resubmitted': { to: [reviewer, 'staff-appealed'] },
  'idea.appealed': { to: [reviewer, 'staff-appealed'] },
  'resubmission.decided': { to: [author, 'own-appeal'] },
  'appeal.decided': { to: [author, 'own-appeal'] },
  'merge.asked': { to: [author, 'own-merge-asked'] },
  'idea.merged': { to: [author, 'own-merged'], followers: 'followed-merged' },
  'idea.realised': {
    to: [(tx, { ideaId }) => makersOf(tx, ideaId), 'own-realised'],
    followers: 'followed-realised',
  },
  'idea.thanked': { to: [thanked, 'own-thanked'] },
  'comment.thanked': { to: [thanked, 'own-thanked'] },
}

const isHappening = (event: Event): event is Happening => event.verb in lines

/**
 * Tells those whom an event concerns directly, in its own transaction, and asks for the followers,
 * who may be many, to be told right after it. A move made by somebody is told ten seconds later.
 */
export async function notifyOf(tx: Tx, event: Event) {
  if (event.verb === 'idea.moved') return tellOfMove(tx, event)
  if (event.verb === 'comment.posted') return tellOfComment(tx, event)
  if (event.verb === 'round.published') return askRoundLetters(tx, event.subjectId)
  if (isHappening(event)) return tellOf(tx, event)
  if (isOfPoints(event)) return notifyOfPoints(tx, event)
  if (isOfModeration(event)) return notifyOfModeration(tx, event)
  if (isOfCare(event)) return notifyOfCare(tx, event)
}

async function tellOf(tx: Tx, event: Happening) {
  // An answer that came along with a move is told with it.
  if (event.verb === 'idea.answered' && event.data.moveId) return
  const { to, followers } = lines[event.verb] as Line<Verb>
  const news = newsOf(event)
  const except = to ? await to[0](tx, event) : []
  if (to) await tell(tx, except, { ...news, event: to[1] })
  if (followers) await tellLater(tx, { news: { ...news, event: followers, except } })
}

/** The same thing is asked and answered, near and overdue: each is told once. */
function newsOf(event: Happening): Omit<IdeaNews, 'event'> {
  const { verb, ideaId, subjectId, actorId } = event
  const once = `${subjectId} ${verb}`
  const more = verb === 'promise.near' || verb === 'promise.overdue' ? event.data : {}
  const news = { ideaId, subjectId, actorId, once, data: { ...more, verb, subject: subjectId } }
  return verb === 'comment.thanked' ? { ...news, commentId: subjectId } : news
}

/** Whoever is concerned twice is told once, by the nearest: a mention before a reply before one's own idea. */
async function tellOfComment(tx: Tx, event: Of<'comment.posted'>) {
  const { ideaId, subjectId, actorId, data } = event
  const news = { ideaId, subjectId, actorId, commentId: subjectId }
  const direct: [NotificationEvent, string[]][] = [
    ['mentioned', data.mentions],
    ['replied', await unmuted(tx, ideaId, await repliedTo(tx, subjectId))],
    ['own-commented', await unmuted(tx, ideaId, await authorOf(tx, ideaId))],
  ]
  for (const [event, personIds] of direct) await tell(tx, personIds, { ...news, event })
  const except = direct.flatMap(([, personIds]) => personIds)
  await tellLater(tx, { news: { ...news, event: 'followed-commented', except } })
}
