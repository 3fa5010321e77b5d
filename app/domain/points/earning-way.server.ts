import { and, eq, inArray } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { pointCounts } from '#db/schema/points.ts'
import { now } from '#db/time.ts'
import { siteSettings } from '../site/site.server.ts'
import { timesEver } from './count.server.ts'
import { type RuleId, ruleIds, sleepingRules, type Terms } from './rule.rules.ts'
import { type AllTerms, termsAt } from './rule.server.ts'
import { dayIn } from './season.rules.ts'

/** A way to earn, and how often it still pays somebody: today, and ever; null for without end. */
export type EarningWay = Terms & { rule: RuleId; leftToday: number | null; leftEver: number | null }

/** What the house pays for now, in the order of the rules, with what is left of it for a member. */
export async function earningWays(db: Read, personId: string): Promise<EarningWay[]> {
  const terms = await termsAt(db, now())
  const counts = await timesOf(db, personId, terms)
  return ruleIds
    .filter((rule) => terms[rule].isOn && !sleepingRules.includes(rule))
    .map((rule) => {
      const { daily, lifetime } = terms[rule]
      const [today, ever] = [counts.today.get(rule) ?? 0, counts.ever.get(rule) ?? 0]
      const leftEver = lifetime === null ? null : Math.max(0, lifetime - ever)
      const left = daily === null ? leftEver : Math.max(0, daily - today)
      const leftToday = leftEver === null || left === null ? left : Math.min(left, leftEver)
      return { ...terms[rule], rule, leftToday, leftEver }
    })
}

/** How often rules paid somebody today; and ever, those that are paid only so often. */
async function timesOf(db: Read, personId: string, terms: AllTerms) {
  const { calendar } = await siteSettings(db)
  const today = dayIn(now(), calendar.timeZone)
  const { rule, day, times } = pointCounts
  const paidToday = await db
    .select({ rule, times })
    .from(pointCounts)
    .where(and(eq(pointCounts.personId, personId), inArray(rule, [...ruleIds]), eq(day, today)))
  const limited = ruleIds.filter((rule) => terms[rule].lifetime !== null)
  const paidEver = await timesEver(
    db,
    limited.map((rule) => ({ personId, rule })),
  )
  const ofRule = (rows: { rule: string; times: number }[]) =>
    new Map(rows.map(({ rule, times }) => [rule, times]))
  return { today: ofRule(paidToday), ever: ofRule(paidEver) }
}
