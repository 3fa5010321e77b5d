import { isLive } from '../ideas/status.rules.ts'
import type { Permission } from '../identity/permission.rules.ts'
import type { Status } from '../ideas/idea.server.ts'

export const tones = ['neutral', 'open', 'progress', 'done', 'refused', 'plum', 'teal'] as const
export const places = ['board', 'aside', 'private'] as const

/** The pictures of the sprite that can stand for a status. */
export const statusIcons = [
  ...['wheat', 'sparkles', 'star', 'heart', 'thumbs-up', 'lightbulb', 'flag', 'award'],
  ...['search', 'eye', 'scale', 'clipboard-check', 'list-checks', 'users', 'message-circle'],
  ...['calendar', 'clock', 'hammer', 'settings', 'loaf', 'megaphone', 'send'],
  ...['circle-check', 'circle-x', 'circle-dot', 'ban', 'archive', 'lock', 'pencil', 'eye-off'],
  ...['git-merge', 'inbox', 'history', 'pin'],
] as const
export type StatusIcon = (typeof statusIcons)[number]

/**
 * The statuses that the house itself needs: code speaks of them by name. A brand gives them other
 * words, colours and rules, but cannot retire them; the reasons are in `workflow:structural`.
 */
export const structural = [
  'draft',
  'pending_review',
  'voting',
  'shortlisted',
  'evaluating',
  'realised',
  'declined',
  'merged',
  'archived',
  'hidden',
] as const
export type Structural = (typeof structural)[number]

export const isStructural = (id: string): id is Structural =>
  (structural as readonly string[]).includes(id)

type Rules = Pick<
  Status,
  'place' | 'votesOpen' | 'commentsOpen' | 'editsOpen' | 'onRoadmap' | 'isStep' | 'promiseDays'
>
const unseen = { place: 'private', votesOpen: false, commentsOpen: false } as const
const offRoad = { onRoadmap: false, isStep: false } as const

const fixed: Record<Structural, Partial<Rules>> = {
  draft: { ...unseen, ...offRoad, editsOpen: true, promiseDays: null },
  pending_review: { ...unseen, ...offRoad },
  voting: { place: 'board', votesOpen: true },
  shortlisted: { place: 'board' },
  evaluating: { place: 'board' },
  realised: { place: 'board', promiseDays: null },
  declined: { place: 'board', promiseDays: null },
  merged: { ...offRoad, place: 'aside', votesOpen: false, editsOpen: false, promiseDays: null },
  archived: { place: 'aside', onRoadmap: false, promiseDays: null },
  hidden: { ...unseen, ...offRoad, promiseDays: null },
}

/** What cannot change of a status, because the house counts on it. */
export const fixedOf = (id: string): Partial<Rules> => (isStructural(id) ? fixed[id] : {})

/** Where the life of an idea may end: these need no way out. */
export const ends = ['realised', 'declined', 'archived', 'merged']

/** No move of the staff begins or ends here: drafts are their authors', and a merge is an act of its own. */
const reserved = ['draft', 'merged']
export const isMovable = (id: string) => !reserved.includes(id)

/** Moves that are a decision against an idea: always with a coded reason and a text. */
export const receipts = ['declined', 'hidden', 'archived']

/** Where the ideas of a retired status may go: never to what says something of each that nobody has decided. */
const undecided = ['draft', 'pending_review', 'merged', 'hidden', 'declined', 'realised']
export const mayTakeOver = (from: string, into: Pick<Status, 'id' | 'retiredAt'>) =>
  into.id !== from && isLive(into) && !undecided.includes(into.id)

/** The permissions that a move may ask for. */
export const movePermissions = [
  'ideas.move',
  'ideas.hide',
  'rounds.run',
  'dossiers.lead',
  'appeals.decide',
  'realised.edit',
  'site.settings',
] as const satisfies Permission[]

/** The days of an idea in its status, whole ones. */
export const daysBetween = (since: Date, until: Date) =>
  Math.floor((until.getTime() - since.getTime()) / 86_400_000)

/** Addresses beside the statuses, which none of them may take. */
export const takenIds = ['new', 'thresholds', 'order']
