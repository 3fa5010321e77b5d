import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { unsubscribe } from '#app/domain/notifications/choice.server.ts'
import { isEvent } from '#app/domain/notifications/notification.rules.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { found } from '#app/web/answer.server.ts'
import { readUnsubscribeToken } from '#app/web/unsubscribe.server.ts'
import { transaction } from '#db/database.server.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'notifications:unsubscribe.title' })

/** Whose mails of which kind the token ends, or the 404 of one that is not ours. */
function meant(params: LoaderFunctionArgs['params']) {
  const { personId, event } = found(readUnsubscribeToken(params.token ?? ''))
  if (event === 'digest') return { personId, event } as const
  return found(isEvent(event) ? { personId, event } : undefined)
}

/** Opening the link changes nothing: mail scanners open links, too. */
export async function loader({ params }: LoaderFunctionArgs) {
  return { event: meant(params).event }
}

/** The button, or the one click of a mail program, which follows no redirect (RFC 8058); nobody has to sign in. */
export async function action({ params }: ActionFunctionArgs) {
  const { personId, event } = meant(params)
  return found(await transaction((tx) => unsubscribe(tx, personId, event)))
}

export default function Unsubscribe() {
  const { t } = useTranslation('notifications')
  const { event } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>() === 'unsubscribed'
  const what = event === 'digest' ? t('unsubscribe.digest') : t(`events.${event}`)
  return (
    <>
      <Pagehead
        title={t(done ? 'unsubscribe.done' : 'unsubscribe.title')}
        lead={t(done ? 'unsubscribe.doneText' : 'unsubscribe.text', { what })}
      />
      <div className="row">
        {done ? (
          <ButtonLink href="/me/notifications/settings" kind="plain">
            {t('unsubscribe.settings')}
          </ButtonLink>
        ) : (
          <form method="post">
            <Button>{t('unsubscribe.do')}</Button>
          </form>
        )}
      </div>
    </>
  )
}
