import { type AppealDays, appealDaysAt, lastMomentWithin } from '../site/deadline.rules.ts'
import { reasons, retiredReason } from '../workflow/workflow.rules.ts'

/** How often an author may send new words for one idea. */
export const mostResubmissions = 3

type Move = { id: string; toStatus: string; reason: string | null; movedAt: Date }

/** A code as one of those that have words; `undefined` for what is none of the staff's reasons. */
export const reasonIn = (code: string | null) => reasons.find((reason) => reason === code)

/** True for a move that refused, archived or hid an idea: only those carry a coded reason of the staff. */
export const isRefusal = ({ reason, toStatus }: Move) => !!reasonIn(reason) && toStatus !== 'merged'

/**
 * The latest refusal among an idea's moves, oldest first, and whether the idea still stands by it;
 * that its status was retired since, and the idea carried to another, changes nothing.
 */
export function lastRefusal<M extends Move>(moves: M[]) {
  const decision = moves.findLast(isRefusal)
  const latest = moves.findLast(({ reason }) => reason !== retiredReason)
  return decision && { decision, stands: latest === decision }
}

/**
 * Until when the author may appeal against a decision: so many days from it, or from the latest
 * refusal of new words for it, so that whoever tries those first loses nothing.
 */
export function appealUntil(
  settings: AppealDays,
  movedAt: Date,
  refusals: { decidedAt: Date | null }[] = [],
) {
  const from = Math.max(+movedAt, ...refusals.map(({ decidedAt }) => +(decidedAt ?? 0)))
  return lastMomentWithin(
    new Date(from),
    appealDaysAt(settings, movedAt),
    settings.calendar.timeZone,
  )
}

type Waiting = { decidedAt: Date | null }
type Standing = {
  stands: boolean
  until: Date
  appeal?: Waiting
  resubmissions: Waiting[]
}

/** Whether the author may appeal at `moment`; one road at a time. */
export function appealState({ stands, until, appeal, resubmissions }: Standing, moment: Date) {
  if (appeal) return appeal.decidedAt ? 'decided' : 'waiting'
  if (!stands) return 'over'
  if (resubmissions.some(({ decidedAt }) => !decidedAt)) return 'busy'
  return moment > until ? 'late' : 'open'
}
export type AppealState = ReturnType<typeof appealState>

/** Whether the author may send new words; `sent` counts those for the idea, of every decision. */
export function resubmitState(
  { stands, appeal, resubmissions }: Omit<Standing, 'until'>,
  sent: number,
) {
  if (resubmissions.some(({ decidedAt }) => !decidedAt)) return 'waiting'
  if (!stands) return 'over'
  if (appeal && !appeal.decidedAt) return 'busy'
  return sent >= mostResubmissions ? 'used-up' : 'open'
}
export type ResubmitState = ReturnType<typeof resubmitState>

/** Whether an appeal that waits may be `reviewerId`'s to decide, as far as its decision tells. */
export const mayDecideQueued = ({ refusedBy }: { refusedBy: string | null }, reviewerId: string) =>
  refusedBy !== reviewerId

/** The middle of some numbers; `undefined` of none. */
export function medianOf(numbers: number[]) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = sorted.length / 2
  if (!sorted.length) return undefined
  return half % 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2
}
