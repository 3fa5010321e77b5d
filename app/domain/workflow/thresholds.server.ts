import { and, desc, eq, gte, lt, or } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { ideas } from '#db/schema/ideas.ts'
import { newId } from '#db/columns.ts'
import { audit } from '../audit/audit.server.ts'
import { categoryList } from '../ideas/categories.server.ts'
import { claimStatuses } from '../ideas/status.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { ask } from '../jobs/job.server.ts'
import { changeSettings, type SiteSettings, siteSettings } from '../site/site.server.ts'
import { versionOfAll } from './version.server.ts'

export type Thresholds = Pick<SiteSettings, 'threshold' | 'thresholdDays' | 'categoryThresholds'>

const thresholdsIn = (settings: SiteSettings): Thresholds => {
  const { threshold, thresholdDays, categoryThresholds } = settings
  return { threshold, thresholdDays, categoryThresholds }
}

/** The figures at which the house shortlists by itself, the categories they are for, and their version. */
export async function thresholdsNow(db: Read) {
  const [settings, categories] = await Promise.all([siteSettings(db), categoryList(db)])
  const thresholds = thresholdsIn(settings)
  const seen = versionOfAll([thresholds, categories.map(({ id }) => id)])
  return { thresholds, categories, seen }
}

/**
 * Sets the figures at which the house shortlists by itself; ideas that have the votes already follow
 * in batches. Answers `changed`, `unchanged`, `stale` when they are not what was `seen` any more, or
 * `not-allowed`.
 */
export async function changeThresholds(tx: Tx, admin: Person, seen: string, after: Thresholds) {
  if (!may(admin, 'site.settings')) return 'not-allowed'
  // Whoever changes them at the same time waits here, and then finds that they have changed.
  await claimStatuses(tx)
  const { thresholds: before, seen: here } = await thresholdsNow(tx)
  if (versionOfAll(before) === versionOfAll(after)) return 'unchanged'
  if (here !== seen) return 'stale'

  await changeSettings(tx, after)
  await ask(tx, 'remap', `shortlist:${newId()}`, { payload: { shortlist: true } })
  await audit(tx, admin.id, 'thresholds.changed', { subject: 'threshold', before, after })
  return 'changed'
}

const together = 100

/** Some ideas that are voted on and have at least `least` votes, from the most wanted down, after one of them. */
export function ideasOverVotes(
  db: Read,
  least: number,
  after?: { votesCount: number; number: number },
) {
  const { number, status, votesCount } = ideas
  const later =
    after &&
    or(
      lt(votesCount, after.votesCount),
      and(eq(votesCount, after.votesCount), lt(number, after.number)),
    )
  return db
    .select({ number, votesCount })
    .from(ideas)
    .where(and(eq(status, 'voting'), gte(votesCount, least), later))
    .orderBy(desc(votesCount), desc(number))
    .limit(together)
}

/** The least votes that shortlist an idea of any category; `undefined` where none do. */
export function leastVotes({ threshold, categoryThresholds }: Thresholds) {
  const all = [threshold, ...Object.values(categoryThresholds).map(({ votes }) => votes ?? 0)]
  const wanted = all.filter((votes) => votes > 0)
  return wanted.length ? Math.min(...wanted) : undefined
}
