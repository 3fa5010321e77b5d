import type { decisions } from '#db/schema/moderation.ts'
import type { Standing } from '../identity/standing.server.ts'
import type { Sight } from './sight.server.ts'

export type Decision = typeof decisions.$inferSelect

/** What a moderator may decide, in the order of the page; each has its key. */
export const acts = ['approve', 'hide', 'remove', 'warn', 'silence', 'suspend'] as const
export type Act = (typeof acts)[number]

/** The letter of each act on the keyboard. */
export const keyOf: Record<Act, string> = {
  approve: 'a',
  hide: 'h',
  remove: 'r',
  warn: 'w',
  silence: 's',
  suspend: 'u',
}

/** Acts that fall on the person rather than on what they said. */
export const isOnPerson = (act: Act) => act === 'warn' || act === 'silence' || act === 'suspend'

/** For how many days a silence or a suspension may be; a suspension may be without end, too. */
export const spans = [1, 3, 7, 30, 90] as const
export const longestDays = 365

/** How long a decision can be taken back before anybody is told. */
export const undoMs = 10_000

/** How long others see that somebody looks at an item. */
export const claimMs = 5 * 60_000

/** All that brings back what a decision changed, as JSON: moments in milliseconds. */
export type Before = {
  sight?: Sight
  /** It was held: before anybody had `seen` it, or after. */
  wasHeld?: 'seen' | 'unseen'
  standing?: { [part in keyof Standing]: number | null }
  /** What the house had hidden by itself, and this one found in order. */
  lifted?: string[]
  /** The decision that had hidden it already, whose `sight` this one took over. */
  takesOver?: string
  /** The decision that a `restore` lifts. */
  restores?: string
}

export const beforeOf = ({ before }: Pick<Decision, 'before'>) => before as Before
