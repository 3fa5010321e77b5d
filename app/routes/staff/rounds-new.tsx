import {
  json,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { planRound } from '#app/domain/rounds/plan.server.ts'
import { RoundForm } from '#app/domain/rounds/round.form.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'
import { PlanForm } from '../rounds/plan-form.tsx'
import { planSaid, planStored, previewOf } from '../rounds/plan-page.server.ts'

export { links } from './rounds.tsx'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'rounds:staff.planTitle' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'rounds.run')
  return planStored()
}

export async function action(knock: ActionFunctionArgs) {
  const planner = await requirePermission(knock, 'rounds.run')
  const form = await read(knock.request.clone(), RoundForm)
  if (form.reply) return invalid(form.reply)
  const { plan, errors } = await planSaid(form.values)
  if (!plan) return form.refuse(errors)
  if (form.values.intent === 'preview') {
    const preview = await previewOf(plan, knock.context.visit.locale)
    return json({ initialValue: form.values, error: null, preview })
  }

  const round = await transaction((tx) => planRound(tx, planner, plan))
  if (round === 'not-allowed') throw new Response(null, { status: 403 })
  return back(`/staff/rounds/${round.number}`, 'round-saved')
}

export default function NewRound() {
  const { t } = useTranslation('rounds')
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('staff.title'), href: '/staff/rounds' },
          { label: t('staff.planTitle') },
        ]}
      />
      <Pagehead title={t('staff.planTitle')} />
      <PlanForm />
    </>
  )
}
