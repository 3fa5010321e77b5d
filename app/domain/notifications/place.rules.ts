import type { NotificationEvent } from './notification.rules.ts'

/** What is known of the news when its page is looked for. */
export type Whereabouts = {
  number: number
  slug: string
  commentId?: string | null
  data?: Record<string, string | number> | null
}

type Way = (at: Whereabouts) => string

const idea: Way = ({ number, slug }) => `/ideas/${number}/${slug}`
const answer: Way = (at) => `${idea(at)}#answer`
const comment: Way = ({ commentId }) => `/comments/${commentId}`
const decision: Way = ({ number }) => `/me/ideas/${number}/decision`
const realised: Way = ({ number, slug }) => `/realised/${number}/${slug}`

/** The page to which each news leads. */
const ways: Record<NotificationEvent, Way> = {
  'own-moved': (at) => (at.data?.receipt ? decision(at) : idea(at)),
  'own-answered': answer,
  'own-asked': idea,
  'own-evaluated': idea,
  'own-appeal': decision,
  'own-merge-asked': ({ data }) => `/me/merges/${data?.subject}`,
  'own-merged': idea,
  'own-realised': realised,
  round: idea,
  'followed-moved': idea,
  'followed-answered': answer,
  'followed-evaluated': idea,
  'followed-merged': idea,
  'followed-realised': realised,
  'own-commented': comment,
  replied: comment,
  mentioned: comment,
  'followed-commented': comment,
  'staff-assigned': ({ number }) => `/staff/ideas/${number}/dossier`,
  'staff-answered': idea,
  'staff-appealed': () => '/staff/appeals',
  'staff-promise-near': () => '/staff/promises',
  'staff-promise-overdue': () => '/staff/promises',
}

/** The path of the page that some news leads to. */
export const placeOf = (event: NotificationEvent, at: Whereabouts) => ways[event](at)
