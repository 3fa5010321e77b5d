import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { readCursor, writtenCursor } from '#app/domain/ideas/idea-feed.form.ts'
import { cardOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { ideaFeed } from '#app/domain/ideas/idea-feed.server.ts'
import { publicProfile } from '#app/domain/ideas/profile.server.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Figures } from '#app/ui/figures.tsx'
import { Hole } from '#app/ui/hole.tsx'
import { IdeaCard } from '#app/ui/idea-card.tsx'
import { ogMeta } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Time } from '#app/ui/time.tsx'
import { found } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'

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
  const { ideas, next } = await ideaFeed(db, { sort: 'new', author: handle, after })
  const path = `/members/${handle}`
  return {
    person,
    cards: ideas.map((idea) => cardOf(idea, locale)),
    path,
    nextHref: next && `${path}?after=${writtenCursor(next)}`,
    firstHref: after && path,
  }
}

export default function Profile() {
  const { t } = useTranslation('ideas')
  const { person, cards, path, nextHref, firstHref } = useLoaderData<typeof loader>()
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
              @{person.handle} · {t('profile.joined')} <Time at={person.joinedAt} as="date" />
              {person.team && ` · ${t('profile.team', { team: person.team })}`}
            </span>
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
      <Pager nextHref={nextHref} firstHref={firstHref} />
    </>
  )
}
