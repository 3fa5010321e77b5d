import type { CaseState } from './state.rules.ts'

/** What its member is told of a case's state: whose turn it is, not what its desk calls it. */
export type HumanState = 'received' | 'working' | 'waiting' | 'solved' | 'closed'

const told: Record<CaseState, HumanState> = {
  new: 'received',
  open: 'working',
  snoozed: 'working',
  waiting: 'waiting',
  solved: 'solved',
  closed: 'closed',
  merged: 'closed',
}

export const humanState = (state: CaseState) => told[state]
