import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { boardAddress } from '#app/domain/ideas/idea-feed.form.ts'
import { chipOf, labelOf, linkOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { roadmap } from '#app/domain/ideas/roadmap.server.ts'
import { promisedCards } from './promised-cards.server.ts'
import type { Handle } from '#app/root.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ogMeta } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Roadmap } from '#app/ui/roadmap.tsx'
import { db } from '#db/database.server.ts'

export const handle: Handle = { section: 'roadmap', wide: true }

export const meta: MetaFunction = ({ matches }) =>
  ogMeta(matches, { title: { key: 'ideas:roadmap.title' }, path: '/roadmap' })

export async function loader({ context }: LoaderFunctionArgs) {
  const { locale } = context.visit
  const columns = await roadmap(db)
  const promised = await promisedCards(columns.flatMap(({ ideas }) => ideas.map(({ id }) => id)))
  return {
    columns: columns.map(({ stage, sort, ideas, total }) => ({
      ...chipOf(stage, locale),
      total,
      moreHref: total > ideas.length ? boardAddress({ status: stage.id, sort }) : null,
      items: ideas.map((idea) => ({
        ...linkOf(idea, locale),
        category: idea.category && labelOf(idea.category, locale),
        promise: promised.get(idea.id),
      })),
    })),
  }
}

export default function RoadmapPage() {
  const { t } = useTranslation('ideas')
  const { t: say } = useTranslation('rounds')
  const { columns } = useLoaderData<typeof loader>()
  return (
    <>
      <Pagehead title={t('roadmap.title')} lead={t('roadmap.lead')}>
        <p>
          <a href="/rounds">{say('roadmap')}</a>
        </p>
      </Pagehead>
      {columns.length ? (
        <Roadmap columns={columns} />
      ) : (
        <Empty
          icon="route"
          title={t('roadmap.empty')}
          text={t('roadmap.emptyText')}
          action={<ButtonLink href="/ideas">{t('roadmap.toBoard')}</ButtonLink>}
        />
      )}
    </>
  )
}
