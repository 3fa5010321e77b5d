import { eq } from 'drizzle-orm'
import { prepared, type Read } from '#db/database.server.ts'
import { placeholder } from '#db/expressions.ts'
import { pointAccounts } from '#db/schema/points.ts'
import type { Permission } from '../identity/permission.rules.ts'
import type { PointSettings, Rights } from '../site/point-settings.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { type Count, everyRight, levelOf, levelWithMore, rightsOf } from './level.rules.ts'

/** Whoever wants to do something; the staff are known by what they may do. */
export type Wisher = { id: string; permissions?: Set<Permission> }

const earnedBy = (db: Read) => () =>
  db
    .select({ earned: pointAccounts.earned })
    .from(pointAccounts)
    .where(eq(pointAccounts.personId, placeholder('personId')))
    .prepare('points_earned')

const isStaff = ({ permissions }: Wisher) => !!permissions?.has('staff.enter')

/** What somebody's level allows them now; for the staff nothing is limited. */
export async function rightsFor(db: Read, person: Wisher): Promise<Rights> {
  if (isStaff(person)) return everyRight
  const settings = await siteSettings(db)
  return rightsOf(settings, levelOf(await earnedOf(db, person), settings.pointLevels))
}

async function earnedOf(db: Read, { id: personId }: Wisher) {
  const ask = prepared(db, 'points_earned', earnedBy(db))
  const [account] = await ask.execute({ personId })
  return account?.earned ?? 0
}

type Levels = PointSettings['pointLevels']

/**
 * Where the limit of somebody's level stands, and which level raises it: their `level` and the
 * `next` as places from 0, `missing` in points. `undefined` where nothing is limited.
 */
export async function limitOf(db: Read, person: Wisher, right: Count) {
  if (isStaff(person)) return undefined
  const settings = await siteSettings(db)
  const earned = await earnedOf(db, person)
  const level = levelOf(earned, settings.pointLevels)
  const limit = rightsOf(settings, level)[right] ?? null
  if (limit === null) return undefined
  return { level, limit, ...whatRaises(settings.pointLevels, { right, level, earned }) }
}

function whatRaises(
  levels: Levels,
  { right, level, earned }: { right: Count; level: number; earned: number },
) {
  const next = levelWithMore(right, levels, level)
  return next === undefined
    ? { next: undefined, missing: 0 }
    : { next, missing: levels[next]!.from - earned }
}
