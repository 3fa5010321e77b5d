import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { rewardById } from '#app/domain/rewards/edit.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { found } from '#app/web/answer.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { actOnReward } from '../reward-desk/act.server.ts'
import { rewardEditor } from '../reward-desk/editor.server.ts'
import { RewardEditor } from '../reward-desk/editor.tsx'

export { deskLinks as links } from '../reward-desk/links.ts'
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'rewards:desk.edit' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'rewards.edit')
  const reward = found(await rewardById(db, knock.params.id!))
  return rewardEditor(knock.context.visit.locale, reward)
}

export async function action(knock: ActionFunctionArgs) {
  const editor = await requirePermission(knock, 'rewards.edit')
  const reward = found(await rewardById(db, knock.params.id!))
  return actOnReward(knock.request, editor, reward)
}

export default RewardEditor
