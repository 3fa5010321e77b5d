import type { Read } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { type SiteSettings, siteSettings } from './site.server.ts'
import { Moments } from './zone.rules.ts'

/** When this day began where the community lives. */
export const dawn = async (db: Read) => dawnUnder(await siteSettings(db))

/** The same, under settings that were read already. */
export function dawnUnder({ calendar }: Pick<SiteSettings, 'calendar'>) {
  const wall = Moments.of(calendar.timeZone)
  const [[first] = [+now()]] = wall.spans(wall.dayNumber(+now()), { from: 0, to: 24 * 60 })
  return new Date(first)
}
