import type { LoaderFunctionArgs } from '@remix-run/node'
import { isRule, sleepingRules, type RuleId } from '#app/domain/points/rule.rules.ts'
import { ruleVersions, termsAt, unchangedRule } from '#app/domain/points/rule.server.ts'
import { namesOf } from '#app/domain/points/suspect-list.server.ts'
import { found } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'
import { now } from '#db/time.ts'

const mostVersions = 20

/** The rule that an address names: 404 for one that there is none of, or that nothing can come of yet. */
export function ruleIn({ params }: LoaderFunctionArgs): RuleId {
  const rule = params.rule ?? ''
  return found(isRule(rule) && !sleepingRules.includes(rule) ? rule : undefined)
}

/** A rule as it is, and as it was. */
export async function rulePage(rule: RuleId) {
  const versions = await ruleVersions(db, rule)
  const terms = (await termsAt(db, now()))[rule]
  const names = await namesOf(
    db,
    versions.map(({ changedBy }) => changedBy),
  )
  return {
    ...{ rule, terms, seen: versions[0]?.id ?? unchangedRule },
    versions: versions.slice(0, mostVersions).map(({ id, since, terms, changedBy }) => ({
      ...{ id, terms, since: since.toISOString() },
      by: names.get(changedBy ?? '')?.displayName ?? null,
    })),
  }
}
