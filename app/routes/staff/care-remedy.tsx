import type { ActionFunctionArgs } from '@remix-run/node'
import { findCase } from '#app/domain/care/case.server.ts'
import { RemedyForm } from '#app/domain/care/remedy.form.ts'
import { giveRemedy } from '#app/domain/care/remedy.server.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { caseHref } from '../care-desk/case-href.ts'
import { CasePage } from '../care-desk/case-page.tsx'

export { links, loader, meta } from './care-case.tsx'

const refusals = {
  own: { what: 'care:remedies.cannot.own' },
  'no-member': { what: 'care:remedies.cannot.noMember' },
  'no-code': { what: 'care:remedies.error.noCode' },
  shut: { what: 'care:remedies.error.shut' },
  'other-wish': { what: 'care:remedies.error.otherWish' },
} as const

/** Gives points or a coupon to make good; above the limit of the day a lead is asked. Sent twice, it is done once. */
export async function action(knock: ActionFunctionArgs) {
  const agent = await requirePermission(knock, 'care.answer')
  const row = found(await findCase(db, agent, knock.params.id!))
  const form = await read(knock.request.clone(), RemedyForm)
  if (form.reply) return invalid(form.reply)
  const { key, what, amount, reason, view } = form.values
  const wish =
    what === 'points'
      ? { kind: 'points' as const, amount: Number(amount), rewardId: null }
      : { kind: 'coupon' as const, amount: 1, rewardId: what }
  const outcome = await transaction((tx) => giveRemedy(tx, agent, row, { ...wish, key, reason }))
  if (outcome === 'not-allowed') throw new Response(null, { status: 403 })
  if (outcome in refusals) return form.refuse(refusals[outcome as keyof typeof refusals])
  return back(caseHref(row.id, { view, hash: 'remedies' }), `remedy-${outcome}`)
}

export default CasePage
