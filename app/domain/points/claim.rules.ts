import type { Entry } from './ledger.rules.ts'
import type { RuleId } from './rule.rules.ts'

/**
 * That somebody has earned something, or no longer: what an event makes us ask, and what is so now.
 * The same `key` is the same occasion, however often it is asked about.
 */
export type Claim = {
  key: string
  rule: RuleId
  personId: string
  ideaId: string | null
  categoryId: string | null
  subjectId: string | null
  /** When the act was done that made us ask. */
  at: Date
  /** Whether it is so now; `votes` where the votes of the idea have yet to be counted. */
  isDue: boolean | 'votes'
  /** Whether the first payment may come of this event; otherwise only what was paid is looked at. */
  mayBegin: boolean
  /** Whether what was taken back may be paid again. */
  mayReturn: boolean
  /** Whether it may be no longer so by this event: not where only more came. */
  mayEnd: boolean
  /** Whether what is no longer so is taken back even when it was confirmed. */
  isForGood: boolean
}

/** The votes of members that an idea's author is paid for, by rule. */
export const milestones = [
  ['votes-10', 10],
  ['votes-50', 50],
  ['votes-250', 250],
] as const satisfies [RuleId, number][]

export const milestoneOf = (rule: RuleId) => milestones.find(([id]) => id === rule)?.[1]

/** How many independent members must find a comment useful. */
export const usefulMarkers = 3

/** A friend takes part who did so many things, on so many days. */
export const takingPart = { acts: 3, days: 2 }

/** What counts as taking part. */
export const ownActs: RuleId[] = ['vote', 'comment', 'idea']

/** One claim for each occasion: the last word holds, and whoever may begin may do so still. */
export function lastClaims(claims: Claim[]): Claim[] {
  const last = new Map<string, Claim>()
  for (const claim of claims) {
    const before = last.get(claim.key)
    const isWhole = !before && (claim.mayReturn || !claim.mayBegin)
    last.set(claim.key, isWhole ? claim : joined(claim, before ?? claim))
  }
  return [...last.values()]
}

const joined = (claim: Claim, before: Claim): Claim => ({
  ...claim,
  mayBegin: claim.mayBegin || before.mayBegin,
  mayReturn: claim.mayReturn || before.mayReturn || claim.mayBegin || before.mayBegin,
  mayEnd: claim.mayEnd || before.mayEnd,
  isForGood: claim.isForGood || before.isForGood,
})

/**
 * How an occasion stands in the ledger; `times` it was earned, with what was taken back. What somebody of
 * the staff took back is `forfeited`: it is not paid again.
 */
export type Standing =
  | { is: 'unpaid' }
  | { is: 'pending' | 'confirmed' | 'reversed' | 'forfeited'; earn: Entry; times: number }

/** Whether, the way an occasion stands, the votes of its idea could change anything about it. */
export function dependsOnVotes({ mayBegin, mayReturn, mayEnd }: Claim, { is }: Standing) {
  if (is === 'unpaid') return mayBegin
  // What was confirmed stays, whoever goes.
  return (is === 'pending' && mayEnd) || (is === 'reversed' && mayReturn)
}

export type Verdict = 'earn' | 'earn-again' | 'reverse' | 'leave'

/** What to do about a claim. */
export const verdictOf = (claim: Claim, { is }: Standing): Verdict =>
  claim.isDue ? payOrLeave(claim, is) : takeOrLeave(claim, is)

function payOrLeave({ mayBegin, mayReturn }: Claim, is: Standing['is']) {
  if (is === 'unpaid' && mayBegin) return 'earn'
  return is === 'reversed' && mayReturn ? 'earn-again' : 'leave'
}

const takeOrLeave = ({ isForGood }: Claim, is: Standing['is']) =>
  is === 'pending' || (is === 'confirmed' && isForGood) ? 'reverse' : 'leave'
