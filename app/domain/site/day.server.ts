import type { Read } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { siteSettings } from './site.server.ts'
import { Moments } from './zone.rules.ts'

/** When this day began where the community lives. */
export async function dawn(db: Read) {
  const { calendar } = await siteSettings(db)
  const wall = Moments.of(calendar.timeZone)
  const [[first] = [+now()]] = wall.spans(wall.dayNumber(+now()), { from: 0, to: 24 * 60 })
  return new Date(first)
}
