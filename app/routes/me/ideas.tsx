import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { isRefusal } from '#app/domain/appeals/appeal.rules.ts'
import { movesOf } from '#app/domain/appeals/receipt.server.ts'
import { readCursor, writtenCursor } from '#app/domain/ideas/idea-feed.form.ts'
import { cardOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { ideasOf } from '#app/domain/ideas/profile.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { IdeaCard } from '#app/ui/idea-card.tsx'
import { MyList } from '#app/ui/my-list.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { StatusChip } from '#app/ui/status-chip.tsx'
import { Time } from '#app/ui/time.tsx'
import { requireMember } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'ideas:mine.ideas' })

export async function loader(knock: LoaderFunctionArgs) {
  const member = await requireMember(knock)
  const after = readCursor(new URL(knock.request.url).searchParams.get('after'))
  const { ideas, next } = await ideasOf(db, member.id, after)
  return {
    cards: await Promise.all(
      ideas.map(async (idea) => {
        const card = cardOf(idea, knock.context.visit.locale)
        const isRefused = refusing.includes(card.status.key)
        const hasReceipt = isRefused && (await movesOf(db, idea.id)).some(isRefusal)
        return { ...card, hasReceipt }
      }),
    ),
    nextHref: next && `/me/ideas?after=${writtenCursor(next)}`,
    firstHref: after && '/me/ideas',
  }
}

const refusing = ['declined', 'archived', 'hidden']

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
        {cards.map((idea) =>
          idea.status.key === 'draft' ? (
            <Draft key={idea.id} idea={idea} />
          ) : (
            <IdeaCard
              key={idea.id}
              idea={idea}
              redirectTo="/me/ideas"
              own={idea.hasReceipt && <ToReceipt number={idea.number} />}
            />
          ),
        )}
      </ol>
    </MyList>
  )
}

function ToReceipt({ number }: { number: number }) {
  const { t } = useTranslation('appeals')
  return (
    <a className="to-receipt" href={`/me/ideas/${number}/decision`}>
      {t('linkShort')}
    </a>
  )
}

type Card = ReturnType<typeof useLoaderData<typeof loader>>['cards'][number]

/** A draft has no votes to show, only the way back to it. */
function Draft({ idea }: { idea: Card }) {
  const { t } = useTranslation('ideas')
  const href = `/ideas/new?draft=${idea.id}`
  return (
    <li className="idea draft">
      <div className="text">
        <h2>
          <a href={href}>{idea.title || t('mine.untitled')}</a>
        </h2>
        <p>{excerptText(idea.excerpt)}</p>
      </div>
      <ul className="meta">
        <li>
          <StatusChip status={idea.status} />
        </li>
        <li>
          {t('mine.savedAt')} <Time at={idea.updatedAt} />
        </li>
      </ul>
      <ButtonLink href={href} kind="plain" icon="pencil">
        {t('mine.goOn')}
      </ButtonLink>
    </li>
  )
}

const excerptText = (excerpt: Card['excerpt']) =>
  typeof excerpt === 'string' ? excerpt : excerpt.map(({ text }) => text).join('')
