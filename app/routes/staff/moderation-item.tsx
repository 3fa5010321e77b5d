import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { DecideForm } from '#app/domain/moderation/decide.form.ts'
import { decisionsOn, findItem } from '#app/domain/moderation/item.server.ts'
import { nextItem } from '#app/domain/moderation/queue.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import type { QueueView } from '#app/domain/moderation/queue.rules.ts'
import type { ReviewItem } from '#app/domain/moderation/review.rules.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { decideOn, refusals } from '../moderation-desk/decide.server.ts'
import { itemPage } from '../moderation-desk/item-page.server.ts'
import { Item } from '../moderation-desk/item.tsx'

export { deskLinks as links } from '../moderation-desk/links.ts'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'moderation:desk.itemTitle' })

export async function loader(knock: LoaderFunctionArgs) {
  return itemPage(knock, await requirePermission(knock, 'moderation.decide'))
}

/** Decides, and opens the next one; who was overtaken sees both decisions before anything happens. */
export async function action(knock: ActionFunctionArgs) {
  const moderator = await requirePermission(knock, 'moderation.decide')
  const item = found(await findItem(db, moderator, knock.params.id ?? ''))
  const form = await read(knock.request, DecideForm)
  if (form.reply) return invalid(form.reply)

  const { view = 'all', ...said } = form.values
  const outcome = found(await decideOn(moderator, item, said))
  if (typeof outcome === 'object') return onward(moderator, view, item.id, `decided-${outcome.act}`)
  if (outcome === 'decided-already') {
    const isTwice = await isOwnDecision(moderator, item, said.act)
    if (isTwice) return onward(moderator, view, item.id, `decided-${said.act}`)
    return form.refuse({ act: 'moderation:desk.overtaken' })
  }
  if (outcome === 'changed') return form.refuse({ act: 'moderation:desk.changed' })
  return form.refuse(refusals[outcome])
}

/** Whether the same form came a second time: that is no conflict. */
async function isOwnDecision(moderator: Person, item: ReviewItem, act: string) {
  const [latest] = await decisionsOn(db, item)
  return latest?.decision.decidedBy === moderator.id && latest.decision.act === act
}

async function onward(moderator: Person, view: QueueView, id: string, notice: string) {
  const next = await nextItem(db, moderator, view === 'mine' ? 'all' : view, id)
  const search = view === 'all' ? '' : `?view=${view}`
  return back(`/staff/moderation${next ? `/${next}` : ''}${search}`, notice)
}

export default Item
