import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { readCursor, writtenCursor } from '#app/domain/ideas/idea-feed.form.ts'
import { realisedGallery } from '#app/domain/realised/gallery.server.ts'
import type { Handle } from '#app/root.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useFormat } from '#app/ui/format.ts'
import { ogMeta } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { RealisedStory } from '#app/ui/realised-story.tsx'
import { db } from '#db/database.server.ts'
import { realisedCard } from './realised/card.ts'

export const handle: Handle = { section: 'realised' }

export const meta: MetaFunction = ({ matches }) =>
  ogMeta(matches, { title: { key: 'ideas:realised.title' }, path: '/realised' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const written = new URL(request.url).searchParams.get('after')
  const after = readCursor(written)
  const { ideas, next, total } = await realisedGallery(db, { after })
  return {
    ideas: ideas.map((idea) => realisedCard(idea, context.visit.locale)),
    total,
    nextHref: next && `/realised?after=${writtenCursor(next)}`,
    firstHref: after && '/realised',
  }
}

export default function Realised() {
  const { t } = useTranslation('ideas')
  const { number } = useFormat()
  const { ideas, total, nextHref, firstHref } = useLoaderData<typeof loader>()
  return (
    <>
      <Pagehead
        title={t('realised.title')}
        lead={t('realised.lead')}
        above={total > 0 && t('realised.count', { count: total, n: number(total) })}
      />
      {ideas.length ? (
        <ul className="realised stories">
          {ideas.map((idea) => (
            <RealisedStory key={idea.id} idea={idea} />
          ))}
        </ul>
      ) : (
        <Empty
          icon="wheat"
          title={t('realised.empty')}
          text={t('realised.emptyText')}
          action={<ButtonLink href="/roadmap">{t('realised.toRoadmap')}</ButtonLink>}
        />
      )}
      <Pager nextHref={nextHref} firstHref={firstHref} />
    </>
  )
}
