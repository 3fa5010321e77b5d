import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { readCursor, writtenCursor } from '#app/domain/ideas/idea-feed.form.ts'
import { cardOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { ideasOf } from '#app/domain/ideas/profile.server.ts'
import { IdeaCard } from '#app/ui/idea-card.tsx'
import { MyList } from '#app/ui/my-list.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'ideas:mine.ideas' })

export async function loader(knock: LoaderFunctionArgs) {
  const member = await requireMember(knock)
  const after = readCursor(new URL(knock.request.url).searchParams.get('after'))
  const { ideas, next } = await ideasOf(db, member.id, after)
  return {
    cards: ideas.map((idea) => cardOf(idea, knock.context.visit.locale)),
    nextHref: next && `/me/ideas?after=${writtenCursor(next)}`,
    firstHref: after && '/me/ideas',
  }
}

export default function MyIdeas() {
  const { t } = useTranslation('ideas')
  const { cards, ...pages } = useLoaderData<typeof loader>()
  return (
    <MyList
      {...pages}
      title={t('mine.ideas')}
      lead={t('mine.ideasLead')}
      isEmpty={!cards.length}
      empty={{
        icon: 'lightbulb',
        title: t('mine.ideasEmpty'),
        text: t('mine.ideasEmptyText'),
        href: '/ideas/new',
        label: t('mine.propose'),
      }}
    >
      <ol className="ideas">
        {cards.map((idea) => (
          <IdeaCard key={idea.id} idea={idea} redirectTo="/me/ideas" />
        ))}
      </ol>
    </MyList>
  )
}
