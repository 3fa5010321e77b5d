import type { Read } from '#db/database.server.ts'
import { siteSettings } from '../site/site.server.ts'
import { timeZone } from './hours.rules.ts'

/** The time zone in which the community lives. */
export async function zoneOf(db: Read) {
  const { calendar } = (await siteSettings(db)) as { calendar?: { timeZone?: string } }
  return calendar?.timeZone ?? timeZone
}
