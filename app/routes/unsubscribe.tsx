import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { muteById } from '#app/domain/follows/mute.server.ts'
import { unsubscribe } from '#app/domain/notifications/choice.server.ts'
import { isEvent } from '#app/domain/notifications/notification.rules.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { usePoints } from '#app/ui/points.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { found } from '#app/web/answer.server.ts'
import { mutedIdea, readUnsubscribeToken } from '#app/web/unsubscribe.server.ts'
import { transaction } from '#db/database.server.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'notifications:unsubscribe.title' })

/** Whose mails of which kind the token ends, or of which idea; or the 404 of one that is not ours. */
function meant(params: LoaderFunctionArgs['params']) {
  const { personId, event } = found(readUnsubscribeToken(params.token ?? ''))
  const ideaId = mutedIdea(event)
  if (ideaId) return { personId, event: 'idea', ideaId } as const
  if (event === 'digest') return { personId, event } as const
  return found(isEvent(event) ? { personId, event } : undefined)
}

/** Opening the link changes nothing: mail scanners open links, too. */
export async function loader({ params }: LoaderFunctionArgs) {
  return { event: meant(params).event }
}

/** The button, or the one click of a mail program, which follows no redirect (RFC 8058); nobody has to sign in. */
export async function action({ params }: ActionFunctionArgs) {
  const what = meant(params)
  return found(
    await transaction((tx) =>
      what.event === 'idea'
        ? muteById(tx, what.personId, what.ideaId)
        : unsubscribe(tx, what.personId, what.event),
    ),
  )
}

export default function Unsubscribe() {
  const { t } = useTranslation('notifications')
  const { event } = useLoaderData<typeof loader>()
  const done = !!useActionData<typeof action>()
  const { many } = usePoints()
  const names = { idea: t('unsubscribe.idea'), digest: t('unsubscribe.digest') }
  const what =
    event === 'idea' || event === 'digest' ? names[event] : t(`events.${event}`, { noun: many })
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
