import { type Calendar, minutesOfDay } from '../site/calendar.rules.ts'
import { minutesUntil } from './sla.rules.ts'
import { type CaseState, isDone, neverDue } from './state.rules.ts'

type Due = { state: CaseState; dueAt: Date; warnAt: Date | null; dueClock: string | null }
export type Chip = {
  tone: 'ok' | 'near' | 'late'
  clock: 'first' | 'next' | 'resolution'
  /** Working time that is left, or by which it is late: days of the house's hours, hours, minutes. */
  span: { days: number; hours: number; minutes: number }
}

/** What the inbox says of the clock of a case that runs out next; `undefined` where none runs. */
export function chipOf(calendar: Calendar, due: Due, moment: Date): Chip | undefined {
  const { state, dueAt, warnAt, dueClock } = due
  if (isDone(state) || !dueClock || dueAt >= neverDue) return undefined
  const isLate = dueAt <= moment
  const tone = isLate ? 'late' : warnAt && warnAt <= moment ? 'near' : 'ok'
  const minutes = Math.abs(minutesUntil(calendar, moment, dueAt))
  return { tone, clock: dueClock as Chip['clock'], span: spanOf(calendar, minutes) }
}

/** Working minutes in words' parts: hours count up to a working day, days from two of them on. */
function spanOf(calendar: Calendar, left: number) {
  const whole = Math.floor(left)
  const day = Math.round(minutesOfDay(calendar))
  const days = day > 0 && whole >= 2 * day ? Math.floor(whole / day) : 0
  const rest = whole - days * day
  const hours = Math.floor(rest / 60)
  return { days, hours, minutes: days ? 0 : rest % 60 }
}
