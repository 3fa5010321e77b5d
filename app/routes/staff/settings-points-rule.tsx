import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { dryRun } from '#app/domain/points/dry-run.server.ts'
import { changeTerms, termsAt } from '#app/domain/points/rule.server.ts'
import { RuleForm } from '#app/domain/points/settings.form.ts'
import { termsOf } from '#app/domain/points/settings.rules.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { ruleIn, rulePage } from '../settings-points/rule-loader.server.ts'
import { RulePage } from '../settings-points/rule-page.tsx'

export { links } from './settings.tsx'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'points:settings.title' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'site.settings')
  return rulePage(ruleIn(knock))
}

/** Tries the terms on the last 30 days, which changes nothing, or saves them. */
export async function action(knock: ActionFunctionArgs) {
  const admin = await requirePermission(knock, 'site.settings')
  const rule = ruleIn(knock)
  const form = await read(knock.request, RuleForm)
  if (form.reply) return invalid(form.reply)
  const { intent, seen, ...typed } = form.values
  const terms = termsOf(form.values)
  if (intent === 'try') {
    const inForce = (await termsAt(db, now()))[rule]
    const dry = await dryRun(db, rule, { tried: terms, inForce })
    return json({ initialValue: typed, dry })
  }
  const outcome = await transaction((tx) => changeTerms(tx, admin, rule, { terms, seen }))
  if (outcome === 'stale') return form.refuse({ seen: 'points:settings.stale' })
  return back(
    `/staff/settings/points/rules/${rule}`,
    outcome === 'changed' ? 'points-rule' : 'points-rule-unchanged',
  )
}

export default RulePage
