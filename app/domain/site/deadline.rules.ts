import { Moments, type Zone } from './zone.rules.ts'

const wholeDay = { from: 0, to: 24 * 60 }

/**
 * Until when something may be done within `days` calendar days of `moment`: the last millisecond of
 * the last day in `timeZone`, so that the day which is shown is wholly included, on days of 23 and
 * of 25 hours too.
 */
export function lastMomentWithin(moment: Date, days: number, timeZone: Zone) {
  const wall = Moments.of(timeZone)
  const spans = wall.spans(wall.dayNumber(moment.getTime()) + days, wholeDay)
  return new Date(spans.at(-1)![1] - 1)
}

export type AppealDays = {
  appealDays: number
  appealDaysPast: { until: string; days: number }[]
  calendar: { timeZone: string }
}

/** The days for an appeal against a decision of `moment`: those that were promised then. */
export const appealDaysAt = (
  { appealDays, appealDaysPast }: Omit<AppealDays, 'calendar'>,
  moment: Date,
) => appealDaysPast.find(({ until }) => moment.getTime() < Date.parse(until))?.days ?? appealDays
