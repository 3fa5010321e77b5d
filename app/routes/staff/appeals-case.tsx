import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import type { z } from 'zod'
import { DecisionForm } from '#app/domain/appeals/appeal.form.ts'
import { decideAppeal, decideResubmission, Refused } from '#app/domain/appeals/decide.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import receiptStyles from '#app/ui/receipt.css?url'
import staffStyles from '#app/ui/staff.css?url'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'
import { casePage } from '../desk/appeal-case.server.ts'
import { AppealCase } from '../desk/appeal-case.tsx'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: staffStyles },
  { rel: 'stylesheet', href: receiptStyles },
]
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'appeals:desk.title' })

export async function loader(knock: LoaderFunctionArgs) {
  return casePage(knock, await requirePermission(knock, 'appeals.decide'))
}

const refusals = {
  'own-idea': { main: 'appeals:case.error.ownIdea' },
  'own-decision': { main: 'appeals:case.error.ownDecision' },
  hiding: { main: 'appeals:case.error.hiding' },
  decided: { main: 'appeals:case.error.decided' },
  stale: { to: 'appeals:case.error.stale' },
  'no-way': { to: 'appeals:case.error.noWay' },
  'reason-needed': { reason: 'appeals:case.error.reasonNeeded' },
} as const

/** Decides, once; whoever comes second sees what the first decided, with their own words kept. */
export async function action(knock: ActionFunctionArgs) {
  const reviewer = await requirePermission(knock, 'appeals.decide')
  const form = await read(knock.request.clone(), DecisionForm)
  if (form.reply) return invalid(form.reply)
  const { outcome: wanted, note } = form.values
  if ((wanted === 'overturned' || wanted === 'taken') && !note)
    return form.refuse({ note: 'appeals:case.error.noteNeeded' })

  const outcome = found(await decided(reviewer, knock.params.id ?? '', form.values))
  if (outcome === 'not-allowed') throw new Response(null, { status: 403 })
  if (outcome in refusals) return form.refuse(refusals[outcome as keyof typeof refusals])
  return back('/staff/appeals', `appeal-${outcome}`)
}

async function decided(reviewer: Person, id: string, wish: z.infer<typeof DecisionForm>) {
  try {
    return await transaction((tx) =>
      wish.kind === 'appeal'
        ? decideAppeal(tx, reviewer, id, wish)
        : decideResubmission(tx, reviewer, id, wish),
    )
  } catch (refusal) {
    if (!(refusal instanceof Refused)) throw refusal
    return refusal.outcome
  }
}

export default AppealCase
