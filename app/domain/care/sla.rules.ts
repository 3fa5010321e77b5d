import { addWorkingMinutes, type Calendar, workingMinutesBetween } from '../site/calendar.rules.ts'
import type { CasePriority } from './state.rules.ts'

export const clockNames = ['first', 'next', 'resolution'] as const
export type ClockName = (typeof clockNames)[number]

/** Within how many working minutes care does what; null where nothing is promised. */
export type Minutes = Record<`${ClockName}Minutes`, number | null>
type Policy = Minutes & { topicId: string | null; priority: string | null }

/** The first policy that fits, in their order; `undefined` where none does. */
export const policyFor = <P extends Policy>(
  policies: readonly P[],
  { topicId, priority }: { topicId: string; priority: string },
) =>
  policies.find(
    (policy) =>
      (policy.topicId === null || policy.topicId === topicId) &&
      (policy.priority === null || policy.priority === priority),
  )

/**
 * A clock of so many working minutes. While it runs, `dueAt` is when they are over; while it is paused,
 * `leftMinutes` is what it had left, whole: a minute that had begun counts for the house. Less than
 * nothing is left of a clock that ran out.
 */
export type Clock = {
  minutes: number
  startedAt: Date
  dueAt: Date | null
  pausedAt: Date | null
  leftMinutes: number | null
}

/** From how much of its time left on a clock is about to run out. */
export const warnPart = 0.25

/** Working minutes from `from` to `to`; less than nothing where `to` is over already. */
export const minutesUntil = (calendar: Calendar, from: Date, to: Date) =>
  to >= from
    ? workingMinutesBetween(calendar, from, to)
    : 0 - workingMinutesBetween(calendar, to, from)

/** What is left of a clock at a moment, in working minutes, fractions and all. */
export const leftOf = (calendar: Calendar, { dueAt, leftMinutes }: Clock, moment: Date) =>
  dueAt ? minutesUntil(calendar, moment, dueAt) : (leftMinutes ?? 0)

/** When a clock that has `left` minutes at a moment runs out, and from when on it is about to. */
export function planned(
  calendar: Calendar,
  { minutes }: { minutes: number },
  { left, moment }: Left,
) {
  const dueAt = momentIn(calendar, moment, left)
  return { dueAt, warnAt: momentIn(calendar, moment, left - minutes * warnPart) }
}

type Left = { left: number; moment: Date }

const mostBack = 400 * 86_400_000

/** The moment so many working minutes after another, or before it where there are less than none. */
function momentIn(calendar: Calendar, moment: Date, minutes: number) {
  if (minutes > 0) return addWorkingMinutes(calendar, moment, minutes)
  if (minutes === 0) return moment
  return workedBefore(calendar, moment, -minutes)
}

/** The latest moment since which `minutes` have been worked until `moment`; 400 days before it at the most. */
function workedBefore(calendar: Calendar, moment: Date, minutes: number) {
  let late = +moment
  let early = late - 86_400_000
  const isEnough = (from: number) =>
    workingMinutesBetween(calendar, new Date(from), moment) >= minutes
  while (!isEnough(early) && late - early < mostBack) early -= late - early + (+moment - late)
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2)
    if (isEnough(middle)) early = middle
    else late = middle
  }
  return new Date(early)
}

/** A new clock, running. */
export const started = (calendar: Calendar, minutes: number, moment: Date) => ({
  minutes,
  startedAt: moment,
  pausedAt: null,
  leftMinutes: null,
  ...planned(calendar, { minutes }, { left: minutes, moment }),
})

/** A clock that stands from now on; `undefined` where it stands already. */
export const paused = (calendar: Calendar, clock: Clock, moment: Date) =>
  clock.pausedAt
    ? undefined
    : {
        pausedAt: moment,
        leftMinutes: Math.ceil(leftOf(calendar, clock, moment)),
        dueAt: null,
        warnAt: null,
      }

/** A clock that runs again; `undefined` where it runs. */
export const resumed = (calendar: Calendar, clock: Clock, moment: Date) =>
  clock.pausedAt
    ? {
        pausedAt: null,
        leftMinutes: null,
        ...planned(calendar, clock, { left: clock.leftMinutes ?? 0, moment }),
      }
    : undefined

/** A clock that came to its end: the working minutes it took, without its pauses, and whether in time. */
export function ended(calendar: Calendar, clock: Clock, moment: Date) {
  const left = leftOf(calendar, clock, moment)
  return {
    endedAt: moment,
    tookMinutes: Math.max(0, Math.round(clock.minutes - left)),
    outcome: left >= 0 ? ('kept' as const) : ('broken' as const),
  }
}

/** A clock by another policy: what it has used up is used up. */
export function replanned(
  calendar: Calendar,
  clock: Clock,
  change: { minutes: number; moment: Date },
) {
  const { minutes, moment } = change
  const left = minutes - (clock.minutes - leftOf(calendar, clock, moment))
  if (clock.pausedAt) return { minutes, leftMinutes: Math.ceil(left), dueAt: null, warnAt: null }
  return { minutes, leftMinutes: null, ...planned(calendar, { minutes }, { left, moment }) }
}

/** The minutes of a clock by a policy; null where nothing is promised. */
export const minutesOf = (policy: Minutes | undefined, clock: ClockName) =>
  policy?.[`${clock}Minutes`] ?? null

/**
 * What a new house promises, in working minutes, whatever the topic: urgent matters (a foreign body, an
 * allergy) are answered within 1 hour, high ones within 4, all others within 8, low ones within 16;
 * and are solved within 8, 16, 40 and 80.
 */
export const defaultPolicies: { priority: CasePriority; hours: [number, number, number] }[] = [
  { priority: 'urgent', hours: [1, 1, 8] },
  { priority: 'high', hours: [4, 4, 16] },
  { priority: 'normal', hours: [8, 8, 40] },
  { priority: 'low', hours: [16, 16, 80] },
]
