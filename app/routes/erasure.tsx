import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { goesAtLatest } from '#app/domain/privacy/erasure.rules.ts'
import { cancelErasure, hindrancesOf, undoneErasure } from '#app/domain/privacy/erasure.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { found } from '#app/web/answer.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { Waiting } from './privacy/waiting.tsx'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'privacy:keep.title' })

/** Opening the link of the letter changes nothing: mail scanners open links, too. Nobody has to sign in. */
export async function loader({ params }: LoaderFunctionArgs) {
  const wish = found(await undoneErasure(db, params.id ?? ''))
  const open = await hindrancesOf(db, wish.personId)
  const { dueAt, askedAt, cancelledAt } = wish
  return { dueAt, latest: goesAtLatest(askedAt), open, isKept: !!cancelledAt }
}

/** Keeps the account; whoever presses twice, or comes back, finds it kept. */
export async function action({ params }: ActionFunctionArgs) {
  const { id } = found(await undoneErasure(db, params.id ?? ''))
  await transaction((tx) => cancelErasure(tx, id))
  return null
}

export default function KeepAccount() {
  const { t } = useTranslation('privacy')
  const waits = useLoaderData<typeof loader>()
  if (waits.isKept)
    return (
      <>
        <Pagehead title={t('keep.done')} lead={t('keep.doneText')} />
        <div className="row">
          <ButtonLink href="/login">{t('keep.enter')}</ButtonLink>
        </div>
      </>
    )
  return (
    <>
      <Pagehead title={t('keep.title')} lead={t('keep.lead')} />
      <div className="measure">
        <Waiting waits={waits} act="" />
      </div>
    </>
  )
}
