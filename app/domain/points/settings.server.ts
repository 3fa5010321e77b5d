import { createHash } from 'node:crypto'
import type { Read, Tx } from '#db/database.server.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import type { PointSettings } from '../site/point-settings.rules.ts'
import { changeSettings, siteSettings } from '../site/site.server.ts'
import { holdChain } from './account.server.ts'

/** The parts of the settings that are changed together. */
export const parts = {
  noun: ['pointNoun'],
  levels: ['pointLevels'],
  frame: [
    'pointExpiryMonths',
    'seasonMonths',
    'hasLeaderboard',
    'grantLimits',
    'pointValue',
    'addressDays',
    'categoryFactors',
  ],
} as const satisfies Record<string, (keyof PointSettings)[]>

export type Part = keyof typeof parts
type Of<P extends Part> = Pick<PointSettings, (typeof parts)[P][number]>

/** A part of the settings as it is now, with `seen` to know later whether somebody has changed it. */
export async function pointSettings<P extends Part>(db: Read, part: P) {
  const all = await siteSettings(db)
  const now = Object.fromEntries(parts[part].map((name) => [name, all[name]])) as Of<P>
  const seen = createHash('sha256').update(inOrder(now)).digest('base64url')
  return { now, seen }
}

/** The databases keep the names within an object in another order each. */
const inOrder = (value: unknown) =>
  JSON.stringify(value, (_, of: unknown) =>
    of && typeof of === 'object' && !Array.isArray(of)
      ? Object.fromEntries(Object.entries(of).sort(([one], [other]) => (one < other ? -1 : 1)))
      : of,
  )

/**
 * Changes a part of the settings, from now on: `changed`, `unchanged`, `stale` when it is no longer as
 * it was `seen`, `not-allowed`. What was promised before stays: points keep the day they got.
 */
export async function changePointSettings<P extends Part>(
  tx: Tx,
  admin: Person,
  part: P,
  { wish, seen }: { wish: Of<P>; seen: string },
) {
  if (!may(admin, 'site.settings')) return 'not-allowed'
  // Of two at once the second sees what the first has changed.
  await holdChain(tx)
  const before = await pointSettings(tx, part)
  if (before.seen !== seen) return 'stale'
  if (inOrder(before.now) === inOrder(wish)) return 'unchanged'

  await changeSettings(tx, wish)
  await audit(tx, admin.id, 'settings.changed', {
    subject: `points.${part}`,
    before: before.now,
    after: wish,
  })
  return 'changed'
}
