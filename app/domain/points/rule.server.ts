import { asc, desc, eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { pointRules } from '#db/schema/points.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { holdChain } from './account.server.ts'
import { defaultTerms, isRule, type RuleId, type Terms } from './rule.rules.ts'

/** The terms of every rule. */
export type AllTerms = Record<RuleId, Terms>

/** How the terms of a rule were from `since` on. */
export type RuleVersion = { id: string; since: Date; terms: Terms; changedBy: string | null }

/** The version of a rule that nobody has changed yet. */
export const unchangedRule = 'default'

/** Every change of terms, the oldest first; for who asks about many moments. */
export const termChanges = (db: Read) =>
  db.select().from(pointRules).orderBy(asc(pointRules.since), asc(pointRules.id))

/** The terms that held at a moment, by the changes of `termChanges`. */
export function termsBy(changes: (typeof pointRules.$inferSelect)[], moment: Date): AllTerms {
  if (!changes.length) return defaultTerms
  const all = { ...defaultTerms }
  for (const { rule, since, terms } of changes)
    if (since <= moment && isRule(rule)) all[rule] = filled(rule, terms)
  return all
}

/** What a version stored before a term was thought of says of it: what is usual. */
const filled = (rule: RuleId, stored: Record<string, unknown>): Terms => ({
  ...defaultTerms[rule],
  ...(stored as Partial<Terms>),
})

/** As `termsBy`, for many moments: what held since when is found once. */
export function termLine(changes: (typeof pointRules.$inferSelect)[]) {
  const line = [...new Set(changes.map(({ since }) => +since))]
    .map((since) => ({ since, terms: termsBy(changes, new Date(since)) }))
    .reverse()
  return (moment: Date) => line.find(({ since }) => since <= +moment)?.terms ?? defaultTerms
}

/** The terms that held at a moment: what is done is paid by the terms of its own time. */
export const termsAt = async (db: Read, moment: Date): Promise<AllTerms> =>
  termsBy(await termChanges(db), moment)

/** The versions of a rule, the newest first; none where it is as it came with the house. */
export async function ruleVersions(db: Read, rule: RuleId): Promise<RuleVersion[]> {
  const stored = await db
    .select()
    .from(pointRules)
    .where(eq(pointRules.rule, rule))
    .orderBy(desc(pointRules.since), desc(pointRules.id))
  return stored.map(({ id, since, terms, changedBy }) => ({
    ...{ id, since, changedBy },
    terms: filled(rule, terms),
  }))
}

/**
 * Changes what a rule pays, from now on; `seen` is the `id` of the version that was looked at, or
 * `unchangedRule`. Answers `changed`, `unchanged`, `stale` when somebody was faster, `not-allowed`.
 */
export async function changeTerms(
  tx: Tx,
  admin: Person,
  rule: RuleId,
  { terms, seen }: { terms: Terms; seen: string },
) {
  if (!may(admin, 'site.settings')) return 'not-allowed'
  await holdChain(tx)
  const [last] = await ruleVersions(tx, rule)
  const before = last?.terms ?? defaultTerms[rule]
  if ((last?.id ?? unchangedRule) !== seen) return 'stale'
  if (Object.entries(before).every(([name, value]) => terms[name as keyof Terms] === value))
    return 'unchanged'

  const since = nowAfter(last)
  await tx.insert(pointRules).values({ rule, since, terms, changedBy: admin.id })
  await audit(tx, admin.id, 'points.rule-changed', { subject: rule, before, after: terms })
  return 'changed'
}

/** Where the clock was put back, what is said last still comes last. */
const nowAfter = (last?: RuleVersion) => new Date(Math.max(+now(), last ? +last.since + 1 : 0))
