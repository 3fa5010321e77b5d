import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { cancelRound } from '#app/domain/rounds/cancel.server.ts'
import { CancellationForm } from '#app/domain/rounds/round.form.ts'
import { findRound } from '#app/domain/rounds/round.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { roundTold } from '../rounds/told.server.ts'

export { links } from './rounds.tsx'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'rounds:cancellation.title' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'rounds.run')
  const round = found(await findRound(db, numberIn(knock.params)))
  return { round: roundTold(round, knock.context.visit.locale), version: round.version }
}

export async function action(knock: ActionFunctionArgs) {
  const staff = await requirePermission(knock, 'rounds.run')
  const number = numberIn(knock.params)
  const form = await read(knock.request.clone(), CancellationForm)
  if (form.reply) return invalid(form.reply)

  const wish = { number, ...form.values }
  const outcome = found(await transaction((tx) => cancelRound(tx, staff, wish)))
  if (outcome === 'cancelled') return back(`/staff/rounds/${number}`, 'round-cancelled')
  const why = outcome === 'not-allowed' ? 'stuck' : outcome
  return form.refuse({ note: `rounds:cancellation.errors.${why.replaceAll('-', '_')}` })
}

export default function Cancellation() {
  const { t } = useTranslation('rounds')
  const typed = useTyped()
  const { round, version } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('staff.title'), href: '/staff/rounds' },
          { label: round.title, href: `/staff/rounds/${round.number}` },
          { label: t('cancellation.title') },
        ]}
      />
      <Pagehead title={t('cancellation.title')} lead={t('cancellation.text')} />
      <form method="post" className="composer measure">
        <ErrorSummary errors={typed.errors} />
        <input type="hidden" name="version" value={version} />
        <Field
          {...typed.field('note')}
          kind="textarea"
          rows={4}
          label={t('cancellation.note')}
          hint={t('cancellation.noteHint')}
          required
        />
        <div className="row">
          <Button kind="danger" icon="circle-x">
            {t('cancellation.do')}
          </Button>
          <a href={`/staff/rounds/${round.number}`}>{t('cancellation.back')}</a>
        </div>
      </form>
    </>
  )
}
