import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { listedByIds } from '#app/domain/ideas/idea-card.server.ts'
import { readPlace, writtenPlace } from '#app/domain/ideas/idea-feed.form.ts'
import { cardOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { votedBy } from '#app/domain/votes/voted.server.ts'
import { IdeaCard } from '#app/ui/idea-card.tsx'
import { MyList } from '#app/ui/my-list.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'ideas:mine.votes' })

export async function loader(knock: LoaderFunctionArgs) {
  const member = await requireMember(knock)
  const after = readPlace(new URL(knock.request.url).searchParams.get('after'))
  const { ids, next } = await votedBy(db, member.id, after)
  const ideas = await listedByIds(db, ids, member.id)
  return {
    cards: ideas.map((idea) => cardOf(idea, knock.context.visit.locale)),
    nextHref: next && `/me/votes?after=${writtenPlace(next)}`,
    firstHref: after && '/me/votes',
  }
}

export default function MyVotes() {
  const { t } = useTranslation('ideas')
  const { cards, ...pages } = useLoaderData<typeof loader>()
  return (
    <MyList
      {...pages}
      title={t('mine.votes')}
      lead={t('mine.votesLead')}
      isEmpty={!cards.length}
      empty={{
        icon: 'wheat',
        title: t('mine.votesEmpty'),
        text: t('mine.votesEmptyText'),
        href: '/ideas',
        label: t('mine.toBoard'),
      }}
    >
      <ol className="ideas">
        {cards.map((idea) => (
          <IdeaCard key={idea.id} idea={idea} redirectTo="/me/votes" />
        ))}
      </ol>
    </MyList>
  )
}
