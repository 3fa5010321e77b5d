import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import type { z } from 'zod'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { showAddress } from '#app/domain/rewards/address.server.ts'
import { MoveForm } from '#app/domain/rewards/queue.form.ts'
import { queuedRedemption } from '#app/domain/rewards/queue.server.ts'
import { moveRedemption } from '#app/domain/rewards/redemption.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { RedemptionPage } from '../reward-desk/redemption-page.tsx'

export { deskLinks as links } from '../reward-desk/links.ts'
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'rewards:queue.one' })

export async function loader(knock: LoaderFunctionArgs) {
  const member = await requirePermission(knock, 'rewards.fulfil')
  const [row, { addressDays }] = await Promise.all([
    queuedRedemption(db, knock.params.id!),
    siteSettings(db),
  ])
  const { personId, reward, moves, ...redemption } = found(row)
  const isOwn = personId === member.id
  const title = knock.context.visit.locale === 'it' ? reward.titleIt : reward.titleEn
  const isOnItsWay = redemption.state === 'approved' || redemption.state === 'sent'
  return {
    ...{ ...redemption, title, kind: reward.kind, isOwn, addressDays },
    maySee: redemption.hasAddress && isOnItsWay,
    moves: isOwn ? [] : moves,
  }
}
export type RedemptionData = typeof loader

const refusals: Record<string, Record<string, string>> = {
  own: { to: 'rewards:queue.error.own' },
  'not-possible': { to: 'rewards:queue.error.notPossible' },
}

/** Shows where a prize goes, which is noted; or takes a redemption a step further. */
export async function action(knock: ActionFunctionArgs) {
  const member = await requirePermission(knock, 'rewards.fulfil')
  const form = await read(knock.request, MoveForm)
  if (form.reply) return invalid(form.reply)
  const id = knock.params.id!
  const { values } = form
  if (values.intent === 'reveal') {
    const address = found(await transaction((tx) => showAddress(tx, member, id)))
    return json({ address })
  }
  const { to, said } = stepOf(values)
  const outcome = found(await transaction((tx) => moveRedemption(tx, member, { id, to }, said)))
  if (outcome in refusals) return form.refuse(refusals[outcome]!)
  return back(`/staff/redemptions/${id}`, `queue-${to}`)
}

/** A step always has its aim: the form sees to that. */
const stepOf = ({ to, note, tracking }: z.output<typeof MoveForm>) => ({
  to: to!,
  said: { note, tracking },
})

export default RedemptionPage
