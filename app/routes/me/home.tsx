import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { accountOf, contributionsOf } from '#app/domain/identity/profile.server.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Time } from '#app/ui/time.tsx'
import { requireMember } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'identity:me.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const { id, handle, displayName, avatarId } = await requireMember(knock)
  const [{ bio, joinedAt }, counts] = await Promise.all([
    accountOf(db, id),
    contributionsOf(db, id),
  ])
  return { handle, displayName, avatarId, bio, joinedAt, ...counts }
}

export default function MyHome() {
  const { t } = useTranslation('identity')
  const { number } = useFormat()
  const me = useLoaderData<typeof loader>()
  const counts = [
    ['ideas', me.ideas],
    ['votes', me.votes],
    ['comments', me.comments],
  ] as const
  return (
    <>
      <Pagehead
        title={me.displayName}
        above={
          <>
            <Avatar person={me} size={56} />
            <span>
              @{me.handle} · {t('me.since')} <Time at={me.joinedAt} as="date" />
            </span>
          </>
        }
      >
        {me.bio && <p>{me.bio}</p>}
      </Pagehead>
      <div className="sections">
        <ul className="aside-list measure">
          {counts.map(([name, n]) => (
            <li key={name}>
              <a href={`/me/${name}`}>{t(`me.tabs.${name}`)}</a>
              <span className="tnum">{number(n)}</span>
            </li>
          ))}
        </ul>
        <div className="row">
          <ButtonLink href="/ideas/new" icon="plus">
            {t('me.propose')}
          </ButtonLink>
          <ButtonLink href={`/members/${me.handle}`} kind="plain" icon="user">
            {t('me.public')}
          </ButtonLink>
          <form method="post" action="/logout">
            <Button kind="plain" icon="log-out">
              {t('me.logout')}
            </Button>
          </form>
        </div>
      </div>
    </>
  )
}
