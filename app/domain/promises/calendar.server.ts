import { createHash } from 'node:crypto'
import type { Read, Tx } from '#db/database.server.ts'
import { audit, holdAudit } from '../audit/audit.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import type { Calendar } from '../site/calendar.rules.ts'
import { changeSettings, siteSettings } from '../site/site.server.ts'

export type Counting = { calendar: Calendar; promiseWarning: number }

/** How promises are counted, with the mark by which a form knows what it showed. */
export async function countingOf(db: Read): Promise<Counting & { seen: string }> {
  const { calendar, promiseWarning } = await siteSettings(db)
  return { calendar, promiseWarning, seen: markOf({ calendar, promiseWarning }) }
}

/** JSON comes back from PostgreSQL with its keys in another order: the mark is of the values. */
const markOf = ({ calendar: { timeZone, hours, holidays }, promiseWarning }: Counting) =>
  createHash('sha1')
    .update(
      JSON.stringify([
        timeZone,
        hours.map((open) => open && [open.from, open.to]),
        holidays.map(({ day, name }) => [day, name]),
        promiseWarning,
      ]),
    )
    .digest('base64url')

/**
 * Changes how promises are counted from now on; those already made stay as they are. Answers `saved`,
 * `unchanged`, or `stale` when somebody else changed it since `seen` (nothing is written).
 */
export async function changeCounting(tx: Tx, admin: Person, wish: Counting, seen: string) {
  await holdAudit(tx)
  const { seen: stands, ...before } = await countingOf(tx)
  if (seen !== stands) return 'stale'
  if (markOf(wish) === stands) return 'unchanged'
  await changeSettings(tx, wish)
  await audit(tx, admin.id, 'calendar.changed', { subject: 'calendar', before, after: wish })
  return 'saved'
}
