import { type IdeaLess, isIdeaLess, type NotificationEvent } from './notification.rules.ts'

type Data = Record<string, string | number> | null

/** What is known of the news when its page is looked for. */
export type Whereabouts = {
  idea?: { number: number; slug: string } | null
  commentId?: string | null
  data?: Data
}

type At = { number: number; slug: string; commentId?: string | null; data?: Data }
type Way = (at: At) => string

const idea: Way = ({ number, slug }) => `/ideas/${number}/${slug}`
const answer: Way = (at) => `${idea(at)}#answer`
const comment: Way = ({ commentId }) => `/comments/${commentId}`
const decision: Way = ({ number }) => `/me/ideas/${number}/decision`
const realised: Way = ({ number, slug }) => `/realised/${number}/${slug}`

/** The page to which each news of an idea leads. */
const ways: Record<Exclude<NotificationEvent, IdeaLess>, Way> = {
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
  'own-thanked': (at) => (at.commentId ? comment(at) : idea(at)),
  'staff-assigned': ({ number }) => `/staff/ideas/${number}/dossier`,
  'staff-answered': idea,
  'staff-appealed': () => '/staff/appeals',
  'staff-promise-near': () => '/staff/promises',
  'staff-promise-overdue': () => '/staff/promises',
}

type OtherWay = (data: NonNullable<Data>) => string
const ownCase: OtherWay = ({ subject }) => `/me/cases/${subject}`
const staffCase: OtherWay = ({ subject }) => `/staff/care/${subject}`

/** And each news of no idea; `subject` is the redemption, the decision, the case. */
const otherWays: Record<IdeaLess, OtherWay> = {
  'own-level': () => '/me/points',
  'own-badge': () => '/me/points',
  'own-points': () => '/me/points',
  'own-expiring': () => '/me/points',
  'own-redemption': ({ subject }) => `/me/rewards/${subject}`,
  'staff-redemption': ({ subject }) => `/staff/redemptions/${subject}`,
  'staff-grant': () => '/staff/grants',
  'staff-suspect': () => '/staff/suspects',
  'own-held': () => '/me/decisions#waiting',
  'own-decision': ({ subject }) => `/me/decisions/${subject}`,
  'own-objection': ({ decision }) => `/me/decisions/${decision}`,
  'own-flag': () => '/me/decisions#flags',
  'own-case': ownCase,
  'own-case-solved': ownCase,
  'own-invited': ownCase,
  'own-remedy': ownCase,
  'own-export': () => '/me/privacy',
  'staff-objection': ({ subject }) => `/staff/moderation/objections/${subject}`,
  'staff-burst': () => '/staff/moderation/bursts',
  'staff-case-opened': staffCase,
  'staff-case-written': staffCase,
  'staff-case-assigned': staffCase,
  'staff-case-called': staffCase,
  'staff-case-breaching': staffCase,
  'staff-remedy': () => '/staff/care/remedies',
}

/** The path of the page that some news leads to; null where the idea that it is about is not there. */
export function placeOf(event: NotificationEvent, { idea, commentId, data }: Whereabouts) {
  if (isIdeaLess(event)) return otherWays[event](data ?? {})
  return idea ? ways[event]({ ...idea, commentId, data }) : null
}
