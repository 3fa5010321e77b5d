import type { reviewItems } from '#db/schema/moderation.ts'

export type ReviewItem = typeof reviewItems.$inferSelect
export type Why = ReviewItem['why']
export type Subject = ReviewItem['subject']

/** What can be decided on. */
export const subjects: readonly Subject[] = ['idea', 'comment', 'image', 'profile']

/** Why something waits, from the gravest to the lightest. */
const byGravity: Why[] = ['flagged', 'words', 'burst', 'similar', 'links', 'first-post', 'approval']

/** Of two reasons to wait, the graver one. */
export const graverOf = (one: Why, other: Why) =>
  byGravity.indexOf(one) <= byGravity.indexOf(other) ? one : other

/** What comes first in the queue: severity × weight × reach, none of them counted as nothing. */
export const rankOf = ({
  severity,
  weight,
  reach,
}: Pick<ReviewItem, 'severity' | 'weight' | 'reach'>) =>
  Math.max(severity, 1) * Math.max(weight, 0.1) * Math.max(reach, 1)

/** How far something reaches, 1 to about 10, by the votes and comments of its idea (0 and 0 for a profile). */
export const reachOf = ({ votesCount = 0, commentsCount = 0 }) =>
  1 + Math.floor(Math.log2(1 + votesCount + commentsCount))
