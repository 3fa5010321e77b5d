import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { record } from '#app/domain/activity/record.server.ts'
import { changeEmail } from '#app/domain/identity/account.server.ts'
import { confirmEmail } from '#app/domain/identity/join.server.ts'
import { findToken } from '#app/domain/identity/token.server.ts'
import { bringFriend } from '#app/domain/points/friend.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { back } from '#app/web/answer.server.ts'
import { enter } from '#app/web/sign-in.server.ts'
import { db, transaction } from '#db/database.server.ts'

const gone = 410

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'identity:verify.title' })

export async function loader({ params }: LoaderFunctionArgs) {
  const secret = params.token!
  if (await findToken(db, secret, 'verify-email')) return json({ is: 'join' })
  if (await findToken(db, secret, 'change-email')) return json({ is: 'change' })
  return json({ is: 'gone' }, { status: gone })
}

export async function action(knock: ActionFunctionArgs) {
  const secret = knock.params.token!
  const asked = new URL(knock.request.url).searchParams
  const friend = asked.get('friend')
  const personId = await transaction(async (tx) => {
    const confirmed = await confirmEmail(tx, secret)
    if (!confirmed) return undefined
    if (friend) await bringFriend(tx, confirmed, friend)
    await record(tx, { verb: 'person.joined', actorId: confirmed, subjectId: confirmed })
    return confirmed
  })
  const to = asked.get('redirectTo') ?? '/ideas'
  if (personId) return enter(knock, personId, to, 'email-confirmed')

  const outcome = await transaction((tx) => changeEmail(tx, secret))
  return outcome === 'changed'
    ? back('/me/security', 'email-changed')
    : json(null, { status: gone })
}

export default function Verify() {
  const { t } = useTranslation('identity')
  const { is } = useLoaderData<typeof loader>()
  if (is === 'gone')
    return (
      <Pagehead title={t('link.gone')} lead={t('verify.gone')}>
        <p>
          <a href="/login">{t('verify.again')}</a>
        </p>
      </Pagehead>
    )
  return (
    <Pagehead
      title={t('verify.title')}
      lead={is === 'join' ? t('verify.lead') : t('verify.leadChange')}
    >
      <form method="post">
        <Button>{is === 'join' ? t('verify.do') : t('verify.doChange')}</Button>
      </form>
    </Pagehead>
  )
}
