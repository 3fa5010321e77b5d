export const caseStates = [
  'new',
  'open',
  'waiting',
  'snoozed',
  'solved',
  'closed',
  'merged',
] as const
export type CaseState = (typeof caseStates)[number]

export const casePriorities = ['urgent', 'high', 'normal', 'low'] as const
export type CasePriority = (typeof casePriorities)[number]

/** What an index sorts by: the most urgent first. */
export const urgencyOf = (priority: CasePriority) => casePriorities.indexOf(priority)

/** Where no clock runs: later than anything. */
export const neverDue = new Date('9999-12-31T23:59:59.999Z')

/** Where an agent may bring a case. Whoever wrote brings it back by writing; merging is an act of its own. */
const moves: Record<CaseState, readonly AgentState[]> = {
  new: ['open', 'waiting', 'snoozed', 'solved', 'closed'],
  open: ['waiting', 'snoozed', 'solved', 'closed'],
  waiting: ['open', 'snoozed', 'solved', 'closed'],
  snoozed: ['open', 'waiting', 'snoozed', 'solved', 'closed'],
  solved: ['open', 'closed'],
  closed: ['open'],
  merged: [],
}

export const agentStates = ['open', 'waiting', 'snoozed', 'solved', 'closed'] as const
export type AgentState = (typeof agentStates)[number]

export const canBring = (from: CaseState, to: AgentState) => moves[from].includes(to)

/** The states in which an agent may bring a case from the one it is in. */
export const statesFrom = (from: CaseState) => moves[from]

const done: readonly CaseState[] = ['solved', 'closed', 'merged']
export const isDone = (state: CaseState) => done.includes(state)
/** The states of cases that wait for somebody. */
export const openStates = caseStates.filter((state) => !isDone(state))

/** What following the clocks must hear when a case goes from a state to another. */
export function clockStepOf(from: CaseState, to: CaseState) {
  if (isDone(to)) return isDone(from) ? undefined : 'solved'
  if (isDone(from)) return 'reopened'
  if (to === 'waiting') return 'waiting'
  return to === 'open' ? 'resumed' : undefined
}

/** The state in which a message of the member brings a case. */
export const stateOnceWritten = (from: CaseState): CaseState => (from === 'new' ? 'new' : 'open')

type Standing = { state: CaseState; solvedAt: Date | null }
const day = 86_400_000

/** Until when the member brings a solved case back by writing; `undefined` where it is not solved. */
export const reopensUntil = ({ state, solvedAt }: Standing, reopenDays: number) =>
  state === 'solved' && solvedAt ? new Date(+solvedAt + reopenDays * day) : undefined

/** Whether nobody writes into a case any more. */
export function isShut(found: Standing, reopenDays: number, moment: Date) {
  if (found.state === 'closed') return true
  const until = reopensUntil(found, reopenDays)
  return !!until && until < moment
}
