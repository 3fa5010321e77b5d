import type { RuleId } from './rule.rules.ts'

/** What somebody is honoured for, once; in the order in which it is shown. Its words are `points:badges.<id>`. */
export const badgeIds = [
  'first-vote',
  'first-comment',
  'first-idea',
  'good-company',
  'well-received',
  'widely-loved',
  'helping-hand',
  'shortlisted',
  'thanked',
  'made-better',
  'made-real',
  'one-year',
] as const

export type BadgeId = (typeof badgeIds)[number]

/** Whether there is a badge of this name. */
export const isBadge = (id: string): id is BadgeId => badgeIds.includes(id as BadgeId)

/** The picture of each, of the sprite. */
export const badgeIcons = {
  'first-vote': 'thumbs-up',
  'first-comment': 'message-circle',
  'first-idea': 'lightbulb',
  'good-company': 'users',
  'well-received': 'heart',
  'widely-loved': 'sun',
  'helping-hand': 'sparkles',
  shortlisted: 'clipboard-check',
  thanked: 'flower',
  'made-better': 'sprout',
  'made-real': 'loaf',
  'one-year': 'cake-slice',
} as const satisfies Record<BadgeId, string>

/** The badge that points confirmed by a rule bring, and after how many times of it. */
const ofRule: Partial<Record<RuleId, { badge: BadgeId; times: number }>> = {
  vote: { badge: 'first-vote', times: 1 },
  comment: { badge: 'first-comment', times: 1 },
  idea: { badge: 'first-idea', times: 1 },
  friend: { badge: 'good-company', times: 1 },
  'votes-10': { badge: 'well-received', times: 1 },
  'votes-250': { badge: 'widely-loved', times: 1 },
  useful: { badge: 'helping-hand', times: 10 },
  shortlisted: { badge: 'shortlisted', times: 1 },
  thanked: { badge: 'thanked', times: 1 },
  changed: { badge: 'made-better', times: 1 },
  realised: { badge: 'made-real', times: 1 },
}

/** The badge that a rule brings, and after how many confirmed times; `undefined` where it brings none. */
export const badgeOf = (rule: string | null) => ofRule[rule as RuleId]

/** The days after which somebody who still takes part has been here a year. */
export const yearDays = 365
