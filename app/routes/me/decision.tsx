import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { WithdrawalForm } from '#app/domain/appeals/appeal.form.ts'
import { withdrawResubmission } from '#app/domain/appeals/resubmission.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import receiptStyles from '#app/ui/receipt.css?url'
import { Receipt, ThenText } from '#app/ui/receipt.tsx'
import { StatusChip } from '#app/ui/status-chip.tsx'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { transaction } from '#db/database.server.ts'
import { NextActs } from './decision-acts.tsx'
import { Afterwards } from './decision-after.tsx'
import { decisionPage, receiptOf } from './decision.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: receiptStyles }]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'appeals:receipt.title' })

export const loader = (knock: LoaderFunctionArgs) => decisionPage(knock)

/** Takes back the new words that wait. */
export async function action(knock: ActionFunctionArgs) {
  const { author, receipt } = await receiptOf(knock)
  const form = await read(knock.request, WithdrawalForm)
  if (form.reply) return invalid(form.reply)
  const { resubmission } = form.values
  const outcome = await transaction((tx) => withdrawResubmission(tx, author, resubmission))
  const known = receipt.resubmissions.some(({ id }) => id === resubmission)
  if (!outcome && !known) found(outcome)
  return back(`/me/ideas/${receipt.idea.number}/decision`, `resubmission-${outcome ?? 'withdrawn'}`)
}

/** The decision against one's own idea, with what there is to do about it. */
export default function DecisionReceipt() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('appeals')
  const { idea, status, receipt, then, stands } = page
  return (
    <div className="decision">
      <Pagehead
        above={
          <>
            <StatusChip status={status} />
            <span>{t('receipt.number', { number: idea.number })}</span>
          </>
        }
        title={t('receipt.title')}
        lead={
          <a href={idea.path} lang={idea.lang}>
            {idea.title}
          </a>
        }
      />
      {idea.isPrivate && <Notice>{t('receipt.private')}</Notice>}
      {!stands && <Notice>{t('receipt.over', { status: status.label })}</Notice>}
      <Receipt decided={receipt} />
      <Afterwards page={page} />
      <NextActs page={page} />
      <ThenText then={then} title={t('receipt.then')} hint={t('receipt.thenText')} />
      <p className="quiet print-hint">{t('receipt.print')}</p>
    </div>
  )
}
