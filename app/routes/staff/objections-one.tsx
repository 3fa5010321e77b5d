import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { holdersOf } from '#app/domain/identity/holder.server.ts'
import { wantsKeys } from '#app/domain/identity/keys.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { mayDecideOn } from '#app/domain/moderation/may-decide.server.ts'
import { namesOf } from '#app/domain/moderation/queue.server.ts'
import { AnswerForm } from '#app/domain/moderation/objection.form.ts'
import { decideObjection, findObjection } from '#app/domain/moderation/objection.server.ts'
import { mayAnswer } from '#app/domain/moderation/statement.rules.ts'
import moderationStyles from '#app/ui/moderation.css?url'
import { pageTitle } from '#app/ui/page-title.ts'
import receiptStyles from '#app/ui/receipt.css?url'
import staffStyles from '#app/ui/staff.css?url'
import statementStyles from '#app/ui/statement.css?url'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { ObjectionPage } from '../objections/page.tsx'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: staffStyles },
  { rel: 'stylesheet', href: moderationStyles },
  { rel: 'stylesheet', href: receiptStyles },
  { rel: 'stylesheet', href: statementStyles },
]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'moderation:objections.one' })

/** An objection with the decision that it is against, and whether whoever looks may answer it. */
export async function loader(knock: LoaderFunctionArgs) {
  const moderator = await requirePermission(knock, 'moderation.decide')
  const { objection, decision } = found(await findObjection(db, knock.params.id ?? ''))
  const { personId, decisionId: _, ...said } = objection
  const { act, subject, reason, facts, excerpt, isAutomated, origin } = decision
  const { until, liftedAt, decidedAt, itemId } = decision
  const [names, hasKeys] = await Promise.all([
    namesOf(db, [personId, decision.decidedBy, objection.decidedBy]),
    wantsKeys(db, moderator.id),
  ])
  const help = new URL(knock.request.url).searchParams.has('help')
  return {
    ...{ hasKeys, help },
    objection: { ...said, by: names.get(objection.decidedBy ?? '') ?? null },
    decision: {
      ...{ act, subject, reason, facts, excerpt, isAutomated, origin, until, liftedAt, decidedAt },
      ...{ itemId, by: names.get(decision.decidedBy ?? '') ?? null },
    },
    person: names.get(personId) ?? null,
    isLate: !objection.decidedAt && objection.dueAt < now(),
    ...(await rights(moderator, decision)),
  }
}
export type ObjectionData = typeof loader

type Decided = { decidedBy: string | null; personId: string | null }

/** Whether this moderator may answer; where not, how many others there are who may. */
async function rights(moderator: Person, decision: Decided) {
  const isOther = mayAnswer(moderator, decision)
  const may = isOther ? await mayDecideOn(db, moderator, decision.personId) : 'own-decision'
  const holders = await holdersOf(db, 'moderation.decide')
  return { may, free: holders.filter((id) => mayAnswer({ id }, decision)).length }
}

const refusals = {
  decided: { main: 'moderation:objections.error.decided' },
  'own-decision': { main: 'moderation:objections.error.ownDecision' },
  own: { main: 'moderation:objections.error.ownDecision' },
  staff: { main: 'moderation:objections.error.staff' },
  lifted: { outcome: 'moderation:objections.error.lifted' },
} as const

/** Answers, once; whoever comes second sees what the first decided, with their own words kept. */
export async function action(knock: ActionFunctionArgs) {
  const moderator = await requirePermission(knock, 'moderation.decide')
  const form = await read(knock.request, AnswerForm)
  if (form.reply) return invalid(form.reply)
  const id = knock.params.id ?? ''
  const outcome = found(await transaction((tx) => decideObjection(tx, moderator, id, form.values)))
  if (outcome === 'not-allowed') throw new Response(null, { status: 403 })
  if (outcome in refusals) return form.refuse(refusals[outcome as keyof typeof refusals])
  return back('/staff/moderation/objections', `objection-${outcome}`)
}

export default ObjectionPage
