import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { readPlace, writtenPlace } from '#app/domain/ideas/idea-feed.form.ts'
import { cardOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { followedBy } from '#app/domain/follows/followed.server.ts'
import { IdeaCard } from '#app/ui/idea-card.tsx'
import { MyList } from '#app/ui/my-list.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'ideas:mine.followed' })

export async function loader(knock: LoaderFunctionArgs) {
  const member = await requireMember(knock)
  const after = readPlace(new URL(knock.request.url).searchParams.get('after'))
  const { ideas, next } = await followedBy(db, member.id, { after })
  return {
    cards: ideas.map((idea) => cardOf(idea, knock.context.visit.locale)),
    nextHref: next && `/me/followed?after=${writtenPlace(next)}`,
    firstHref: after && '/me/followed',
  }
}

export default function MyFollowed() {
  const { t } = useTranslation('ideas')
  const { cards, ...pages } = useLoaderData<typeof loader>()
  return (
    <MyList
      {...pages}
      title={t('mine.followed')}
      lead={t('mine.followedLead')}
      isEmpty={!cards.length}
      empty={{
        icon: 'bell',
        title: t('mine.followedEmpty'),
        text: t('mine.followedEmptyText'),
        href: '/ideas',
        label: t('mine.toBoard'),
      }}
    >
      <ol className="ideas">
        {cards.map((idea) => (
          <IdeaCard key={idea.id} idea={idea} redirectTo="/me/followed" />
        ))}
      </ol>
    </MyList>
  )
}
