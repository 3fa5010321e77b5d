import { lastMomentWithin } from '../site/deadline.rules.ts'

/** The votes at which the house shortlists by itself, and the days it waits for them; null: for ever. */
export type Threshold = { votes: number; days: number | null }
type Settings = {
  threshold: number
  thresholdDays: number | null
  categoryThresholds: Record<string, { votes: number | null; days: number | null }>
}

/** What holds in a category: its own figures, where it has them, else the house's. 0 votes: no threshold. */
export function thresholdIn(settings: Settings, categoryId: string): Threshold {
  const own = settings.categoryThresholds[categoryId]
  return {
    votes: own?.votes ?? settings.threshold,
    days: own?.days ?? settings.thresholdDays,
  }
}

/**
 * Until when votes still shortlist an idea that was published at a moment: the end of the last day there;
 * `undefined` where there is no end.
 */
export const lastVoteMoment = (publishedAt: Date, days: number | null, timeZone: string) =>
  days === null ? undefined : lastMomentWithin(publishedAt, days, timeZone)
