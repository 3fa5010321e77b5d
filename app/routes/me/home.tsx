import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { accountOf, contributionsOf } from '#app/domain/identity/profile.server.ts'
import { accountOf as pointsOf } from '#app/domain/points/account.server.ts'
import { celebrationFor } from '#app/domain/points/celebrate.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { usePoints } from '#app/ui/points.tsx'
import { Time } from '#app/ui/time.tsx'
import { requireMember } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'identity:me.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const { id, handle, displayName, avatarId } = await requireMember(knock)
  const [{ bio, joinedAt }, counts, news, { available }, { hasLeaderboard }] = await Promise.all([
    accountOf(db, id),
    contributionsOf(db, id),
    celebrationFor(db, id),
    pointsOf(db, id),
    siteSettings(db),
  ])
  const has = { available, hasLeaderboard, hasNews: !!news }
  return { handle, displayName, avatarId, bio, joinedAt, ...counts, ...has }
}

export default function MyHome() {
  const { t } = useTranslation('identity')
  const { t: say } = useTranslation('points')
  const points = usePoints()
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
              @{me.handle} · <Time at={me.joinedAt} as="date" after={t('me.since')} />
            </span>
          </>
        }
      >
        {me.bio && <p>{me.bio}</p>}
      </Pagehead>
      <div className="sections">
        {me.hasNews && (
          <p>
            <a href="/me/points">{say('celebrate.line', { noun: points.many })}</a>
          </p>
        )}
        <ul className="aside-list measure">
          <li>
            <a href="/me/points">{points.title}</a>
            <span className="tnum">{number(me.available)}</span>
          </li>
          {counts.map(([name, n]) => (
            <li key={name}>
              <a href={`/me/${name}`}>{t(`me.tabs.${name}`)}</a>
              <span className="tnum">{number(n)}</span>
            </li>
          ))}
        </ul>
        <p className="row">
          <a href="/rewards">{say('statement.toRewards')}</a>
          {me.hasLeaderboard && <a href="/leaderboard">{say('board.see')}</a>}
        </p>
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
