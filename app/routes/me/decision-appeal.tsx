import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AppealForm } from '#app/domain/appeals/appeal.form.ts'
import { appeal } from '#app/domain/appeals/appeal.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import receiptStyles from '#app/ui/receipt.css?url'
import { Receipt } from '#app/ui/receipt.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { transaction } from '#db/database.server.ts'
import { Closed } from './decision-closed.tsx'
import { decisionPage, receiptOf } from './decision.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: receiptStyles }]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'appeals:appeal.title' })

export const loader = (knock: LoaderFunctionArgs) => decisionPage(knock)

const refusals = {
  'already-appealed': 'appeals:appeal.error.alreadyAppealed',
  waiting: 'appeals:appeal.error.alreadyAppealed',
  decided: 'appeals:appeal.error.alreadyAppealed',
  late: 'appeals:appeal.error.late',
  busy: 'appeals:appeal.error.busy',
  over: 'appeals:appeal.error.over',
}

/** A refusal comes with the page and the typed words, whatever has become of the decision. */
export async function action(knock: ActionFunctionArgs) {
  const { author, receipt } = await receiptOf(knock)
  const { number } = receipt.idea
  const form = await read(knock.request, AppealForm)
  if (form.reply) return invalid(form.reply)
  const outcome = found(await transaction((tx) => appeal(tx, author, number, form.values)))
  if (outcome === 'appealed') return back(`/me/ideas/${number}/decision`, 'appealed')
  return form.refuse({ body: refusals[outcome] })
}

/** The author against the decision, with the decision beside it. */
export default function Appealing() {
  const { idea, receipt, until, may } = useLoaderData<typeof loader>()
  const { t } = useTranslation('appeals')
  const { date } = useFormat()
  const { errors, field } = useTyped()
  const isTyped = !!useActionData<typeof action>()
  if (may.appeal !== 'open' && !isTyped)
    return <Closed number={idea.number} title={t('appeal.title')} />
  return (
    <div className="decision">
      <Pagehead
        above={
          <a className="act" href={`/me/ideas/${idea.number}/decision`}>
            <Icon name="arrow-left" /> {t('receipt.title')}
          </a>
        }
        title={t('appeal.title')}
        lead={t('appeal.lead')}
      />
      <ErrorSummary errors={errors} />
      <form method="post" className="form" noValidate>
        <input type="hidden" name="decision" value={receipt.id} />
        <Field
          {...field('body')}
          kind="textarea"
          rows={8}
          label={t('appeal.body')}
          hint={t('appeal.bodyHint')}
          required
        />
        {may.appeal === 'open' && (
          <p className="until">{t('appeal.until', { when: date(until) })}</p>
        )}
        <div className="row">
          <Button icon="scale">{t('appeal.send')}</Button>
          <a href={`/me/ideas/${idea.number}/decision`}>{t('resubmission.cancel')}</a>
        </div>
      </form>
      <Receipt decided={receipt} />
    </div>
  )
}
