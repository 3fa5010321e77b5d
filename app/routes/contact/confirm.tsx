import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { confirmByLink, findUnconfirmed } from '#app/domain/care/contact.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { db, transaction } from '#db/database.server.ts'

const gone = 410

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'care:confirm.title' })

/** Opening the link changes nothing: mail scanners open links, too. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const found = await findUnconfirmed(db, params.token!)
  if (!found) return json({ is: 'gone' as const, number: 0, isSignedIn: false }, { status: gone })
  const is = found.confirmedAt ? ('done' as const) : ('open' as const)
  return json({ is, number: found.number, isSignedIn: !!context.visit.viewer })
}

export async function action({ params }: ActionFunctionArgs) {
  const came = await transaction((tx) => confirmByLink(tx, params.token!))
  return came ? json({ came }) : json(null, { status: gone })
}

export default function Confirm() {
  const { t } = useTranslation('care')
  const { is, number, isSignedIn } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  if (is === 'gone')
    return (
      <Pagehead title={t('confirm.gone')} lead={t('confirm.goneText')}>
        <p>
          <a href="/contact">{t('confirm.again')}</a>
        </p>
      </Pagehead>
    )
  if (done || is === 'done')
    return (
      <Pagehead title={t('confirm.done')} lead={t('confirm.doneText', { number })}>
        <p>
          {isSignedIn ? (
            <ButtonLink href="/me/cases">{t('confirm.toCases')}</ButtonLink>
          ) : (
            t('confirm.byMail')
          )}
        </p>
      </Pagehead>
    )
  return (
    <Pagehead title={t('confirm.title')} lead={t('confirm.lead')}>
      <form method="post">
        <Button icon="send">{t('confirm.do')}</Button>
      </form>
    </Pagehead>
  )
}
