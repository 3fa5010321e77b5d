import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { confirmFlag, guestFlag } from '#app/domain/moderation/flag-guest.server.ts'
import { isStale } from '#app/domain/moderation/flag.rules.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Time } from '#app/ui/time.tsx'
import { back, found } from '#app/web/answer.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'

export const meta: MetaFunction = ({ matches }) => [
  ...pageTitle(matches, { key: 'moderation:flags.receiptTitle' }),
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'no-referrer' },
]

type State = 'upheld' | 'rejected' | 'waiting' | 'gone' | 'stale' | 'confirm'
type Known = NonNullable<Awaited<ReturnType<typeof guestFlag>>>

/** How a report stands; opening the link changes nothing: mail scanners open links, too. */
function stateOf({ flag, thing }: Known): State {
  if (flag.outcome) return flag.outcome
  if (flag.confirmedAt) return 'waiting'
  if (!thing) return 'gone'
  return isStale(flag.createdAt, now()) ? 'stale' : 'confirm'
}

export async function loader({ params }: LoaderFunctionArgs) {
  const known = found(await guestFlag(db, params.token ?? ''))
  const { flag, thing } = known
  const { reason, createdAt } = flag
  const shown = thing && { quote: thing.quote, path: thing.path }
  return { is: stateOf(known), reason, at: createdAt, thing: shown }
}

export async function action({ params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  found(await guestFlag(db, token))
  await transaction((tx) => confirmFlag(tx, token))
  return back(`/flags/${token}`)
}

/** The receipt of a report that somebody made without an account: confirms it, then tells how it stands. */
export default function Receipt() {
  const { t } = useTranslation('moderation')
  const { t: say } = useTranslation('ideas')
  const { is, reason, at, thing } = useLoaderData<typeof loader>()
  return (
    <>
      <Pagehead title={t(`flags.${is}Title`)} lead={t(`flags.${is}Text`)} />
      <div className="measure stack">
        {thing && <blockquote className="reported">{thing.quote || t('flags.noAlt')}</blockquote>}
        <p className="quiet">
          {say(`flags.reasons.${reason}`)} · {t('flags.day')} <Time at={at} as="date" />
        </p>
        <div className="row">
          {is === 'confirm' && (
            <form method="post">
              <Button icon="flag">{t('flags.confirm')}</Button>
            </form>
          )}
          {thing && (
            <ButtonLink kind="ghost" href={thing.path}>
              {t('flags.see')}
            </ButtonLink>
          )}
        </div>
      </div>
    </>
  )
}
