import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { WithdrawForm } from '#app/domain/merges/merge.form.ts'
import { restoreByLink, withdrawalOf, withdrawByLink } from '#app/domain/merges/withdraw.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { found } from '#app/web/answer.server.ts'
import { read } from '#app/web/form.server.ts'
import { readWithdrawToken } from '#app/web/withdraw-token.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { linkTo } from './merges/side.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'merges:withdraw.title' })

/** Whose vote the link of a letter is about, or the 404 of one that is not ours, or over. */
const meant = ({ token = '' }: LoaderFunctionArgs['params']) =>
  found(readWithdrawToken(token, now()))

/** Opening the link changes nothing: mail scanners open links, too. Nobody has to sign in. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { source, target, is } = found(await withdrawalOf(db, meant(params)))
  const { locale } = context.visit
  return { is, source: linkTo(source, locale), target: linkTo(target, locale) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const link = meant(params)
  // Two buttons send this; whatever else comes is no form of ours.
  const { intent } = found((await read(request, WithdrawForm)).values)
  const act = intent === 'withdraw' ? withdrawByLink : restoreByLink
  return found(await transaction((tx) => act(tx, link)))
}

type Is = ReturnType<typeof useLoaderData<typeof loader>>['is']
const views = { brought: 'ask', own: 'own', none: 'none', apart: 'apart' } as const

/** What is to be said: after the act what came of it, before it how the vote stands. */
function viewOf(is: Is, came: string | undefined) {
  if (came === 'withdrawn') return is === 'none' ? 'done' : 'doneStill'
  return came === 'restored' && is !== 'none' ? 'restored' : views[is]
}

export default function Withdraw() {
  const { t } = useTranslation('merges')
  const { is, source, target } = useLoaderData<typeof loader>()
  const view = viewOf(is, useActionData<typeof action>())
  const names = { source: source.title, target: target.title }
  const [title, text] =
    view === 'ask'
      ? [t('withdraw.title'), t('withdraw.text', names)]
      : view === 'doneStill'
        ? [t('withdraw.done'), t('withdraw.doneStill', names)]
        : [t(`withdraw.${view}`), t(`withdraw.${view}Text`, names)]
  const isGone = view === 'done' || view === 'doneStill'
  const kept = view === 'apart' ? source : target
  return (
    <>
      <Pagehead title={title} lead={text} />
      <div className="row">
        {view === 'ask' && (
          <form method="post">
            <Button name="intent" value="withdraw">
              {t('withdraw.do')}
            </Button>
          </form>
        )}
        {isGone && (
          <form method="post">
            <Button kind="plain" name="intent" value="restore">
              {t('withdraw.restore')}
            </Button>
          </form>
        )}
        <ButtonLink kind="plain" href={kept.path}>
          {view === 'ask' ? t('withdraw.keep') : t('withdraw.see', { title: kept.title })}
        </ButtonLink>
      </div>
    </>
  )
}
