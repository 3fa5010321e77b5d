import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { readCursor, writtenCursor } from '#app/domain/ideas/idea-feed.form.ts'
import { cardOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { ideaFeed } from '#app/domain/ideas/idea-feed.server.ts'
import { publicProfile } from '#app/domain/ideas/profile.server.ts'
import { accountOf } from '#app/domain/points/account.server.ts'
import { badgesOf } from '#app/domain/points/badge.server.ts'
import { levelAt, levelOf } from '#app/domain/points/level.rules.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { BadgeList } from '#app/ui/badge-list.tsx'
import badgeStyles from '#app/ui/badge-list.css?url'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Figures } from '#app/ui/figures.tsx'
import { Hole } from '#app/ui/hole.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IdeaCard } from '#app/ui/idea-card.tsx'
import { ogMeta } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Time } from '#app/ui/time.tsx'
import { found } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: badgeStyles }]
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  data
    ? ogMeta(matches, {
        title: data.person.displayName,
        description: data.person.bio,
        path: `/members/${data.person.handle}`,
      })
    : []

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { locale } = context.visit
  const handle = (params.handle ?? '').toLowerCase()
  const person = found(await publicProfile(db, handle))
  const after = readCursor(new URL(request.url).searchParams.get('after'))
  const [badges, { earned }, { pointLevels }] = await Promise.all([
    badgesOf(db, person.id),
    accountOf(db, person.id),
    siteSettings(db),
  ])
  const { ideas, next } = await ideaFeed(db, { sort: 'new', author: handle, after })
  const path = `/members/${handle}`
  return {
    person,
    badges,
    level: levelAt(pointLevels, levelOf(earned, pointLevels)).name[locale],
    cards: ideas.map((idea) => cardOf(idea, locale)),
    path,
    nextHref: next && `${path}?after=${writtenCursor(next)}`,
    firstHref: after && path,
  }
}

export default function Profile() {
  const { t } = useTranslation('ideas')
  const { t: say } = useTranslation('points')
  const { person, badges, level, cards, path, nextHref, firstHref } = useLoaderData<typeof loader>()
  const { displayName: name, counts } = person
  const edit = (
    <ButtonLink href="/me/profile" kind="plain" icon="pencil">
      {t('profile.edit')}
    </ButtonLink>
  )
  return (
    <>
      <Pagehead
        title={name}
        lead={person.bio || undefined}
        above={
          <>
            <Avatar person={person} size={72} />
            <span>
              @{person.handle} · <Time at={person.joinedAt} as="date" after={t('profile.joined')} />
              {person.team && ` · ${t('profile.team', { team: person.team })}`}
            </span>
            {!person.team && (
              <span className="chip level">
                <Icon name="sprout" /> {say('level.reached', { level })}
              </span>
            )}
          </>
        }
        action={<Hole of={`own:${person.id}`} cases={{ on: edit, off: null }} />}
      />
      <Figures
        label={t('profile.facts')}
        figures={(['ideas', 'done', 'comments', 'votes'] as const).map((fact) => ({
          n: counts[fact],
          label: t(`profile.${fact}`, { count: counts[fact] }),
        }))}
      />
      {badges.length > 0 && (
        <section aria-labelledby="badges">
          <h2 id="badges">{say('badges.title')}</h2>
          <BadgeList badges={badges} />
        </section>
      )}
      {cards.length ? (
        <section className="of-member" aria-labelledby="their-ideas">
          <h2 id="their-ideas">{t('profile.list', { name })}</h2>
          <ol className="ideas">
            {cards.map((idea) => (
              <IdeaCard key={idea.id} idea={idea} redirectTo={path} level={3} />
            ))}
          </ol>
        </section>
      ) : (
        <Empty
          icon="lightbulb"
          title={t('profile.empty')}
          text={t('profile.emptyText', { name })}
        />
      )}
      <p className="row">
        <a className="act" href={`/members/${person.handle}/flags`} rel="nofollow">
          <Icon name="flag" />
          {t('page.report')}
        </a>
      </p>
      <Pager nextHref={nextHref} firstHref={firstHref} />
    </>
  )
}
