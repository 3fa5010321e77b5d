import {
  json,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { editRound } from '#app/domain/rounds/plan.server.ts'
import { RoundForm } from '#app/domain/rounds/round.form.ts'
import { findRound } from '#app/domain/rounds/round.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { RoundDates, RoundRules } from '../rounds/parts.tsx'
import { PlanForm } from '../rounds/plan-form.tsx'
import { planSaid, planStored, previewOf } from '../rounds/plan-page.server.ts'
import { roundTold } from '../rounds/told.server.ts'

export { links } from './rounds.tsx'
export const meta: MetaFunction = ({ matches, params }) =>
  pageTitle(matches, { key: 'rounds:staff.editTitle', values: { number: params.number ?? '' } })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'rounds.run')
  const round = found(await findRound(db, numberIn(knock.params)))
  if (round.state !== 'planned') throw back(`/staff/rounds/${round.number}`)
  return { round: roundTold(round, knock.context.visit.locale), ...(await planStored(round)) }
}

const refusals = {
  stale: { titleIt: 'rounds:form.stale' },
  'too-few-places': { capacity: 'rounds:errors.tooFewPlaces' },
}

export async function action(knock: ActionFunctionArgs) {
  const editor = await requirePermission(knock, 'rounds.run')
  const number = numberIn(knock.params)
  const form = await read(knock.request.clone(), RoundForm)
  if (form.reply) return invalid(form.reply)
  const { plan, errors } = await planSaid(form.values)
  if (!plan) return form.refuse(errors)
  const { intent, version = 0 } = form.values
  if (intent === 'preview') {
    const round = found(await findRound(db, number))
    const preview = await previewOf(plan, knock.context.visit.locale, round)
    return json({ initialValue: form.values, error: null, preview })
  }

  const outcome = found(await transaction((tx) => editRound(tx, editor, { number, version }, plan)))
  if (outcome === 'edited') return back(`/staff/rounds/${number}`, 'round-saved')
  if (outcome === 'stale' || outcome === 'too-few-places') return form.refuse(refusals[outcome])
  return back(`/staff/rounds/${number}`, 'round-not-planned')
}

export default function EditRound() {
  const { t } = useTranslation('rounds')
  const { round } = useLoaderData<typeof loader>()
  const failed = !!(useActionData() as { error?: object | null } | undefined)?.error
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('staff.title'), href: '/staff/rounds' },
          { label: t('overline', { number: round.number }), href: `/staff/rounds/${round.number}` },
          { label: t('staff.edit') },
        ]}
      />
      <Pagehead title={t('staff.editTitle', { number: round.number })} />
      <div className="stack">
        {failed && (
          <Notice title={t('form.now')}>
            <p>
              {round.title}. <RoundDates round={round} />.
            </p>
            <RoundRules round={round} />
          </Notice>
        )}
        <PlanForm />
      </div>
    </>
  )
}
