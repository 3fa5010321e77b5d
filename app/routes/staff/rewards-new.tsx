import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { pageTitle } from '#app/ui/page-title.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { actOnReward } from '../reward-desk/act.server.ts'
import { rewardEditor } from '../reward-desk/editor.server.ts'
import { RewardEditor } from '../reward-desk/editor.tsx'

export { deskLinks as links } from '../reward-desk/links.ts'
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'rewards:desk.new' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'rewards.edit')
  return rewardEditor(knock.context.visit.locale)
}

export async function action(knock: ActionFunctionArgs) {
  const editor = await requirePermission(knock, 'rewards.edit')
  return actOnReward(knock.request, editor)
}

export default RewardEditor
