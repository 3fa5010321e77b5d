import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { cardOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { ideaFeed } from '#app/domain/ideas/idea-feed.server.ts'
import { communityFigures } from '#app/domain/ideas/roadmap-figures.server.ts'
import { realisedGallery } from '#app/domain/realised/gallery.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import type { Handle } from '#app/root.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Figures } from '#app/ui/figures.tsx'
import { Hole } from '#app/ui/hole.tsx'
import { HowItWorks } from '#app/ui/how-it-works.tsx'
import { IdeaCard } from '#app/ui/idea-card.tsx'
import { IdeaSearch } from '#app/ui/idea-search.tsx'
import { ogMeta } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { RealisedStory } from '#app/ui/realised-story.tsx'
import { Sheaf } from '#app/ui/sheaf.tsx'
import { db } from '#db/database.server.ts'
import { realisedCard } from './realised/card.ts'

export const handle: Handle = { section: 'home' }

export const meta: MetaFunction = ({ matches }) => ogMeta(matches, { title: '', path: '/' })

export async function loader({ context }: LoaderFunctionArgs) {
  const { locale } = context.visit
  const [settings, hot, realised, figures] = await Promise.all([
    siteSettings(db),
    ideaFeed(db, { sort: 'hot', limit: 5 }),
    realisedGallery(db, { limit: 3 }),
    communityFigures(db),
  ])
  return {
    tagline: settings.tagline[locale],
    promise: settings.promise[locale],
    threshold: settings.threshold,
    hot: hot.ideas.map((idea) => cardOf(idea, locale)),
    realised: realised.ideas.map((idea) => realisedCard(idea, locale)),
    figures,
  }
}

export default function Home() {
  const { t } = useTranslation('ideas')
  const { tagline, promise, threshold, hot, realised, figures } = useLoaderData<typeof loader>()
  return (
    <>
      <Pagehead title={tagline} lead={promise} art={<Sheaf />}>
        <IdeaSearch />
      </Pagehead>
      <div className="home">
        <HowItWorks threshold={threshold} />
        <section aria-labelledby="hot">
          <h2 id="hot">{t('home.hot')}</h2>
          {hot.length ? (
            <ol className="ideas">
              {hot.map((idea) => (
                <IdeaCard key={idea.id} idea={idea} redirectTo="/" level={3} />
              ))}
            </ol>
          ) : (
            <p>{t('home.emptyHot')}</p>
          )}
          <p>
            <ButtonLink href="/ideas" kind="plain">
              {t('home.allIdeas')}
            </ButtonLink>
          </p>
        </section>
        {realised.length > 0 && (
          <section aria-labelledby="real">
            <h2 id="real">{t('home.realised')}</h2>
            <ul className="realised">
              {realised.map((idea) => (
                <RealisedStory key={idea.id} idea={idea} level={3} />
              ))}
            </ul>
            <p>
              <ButtonLink href="/realised" kind="plain">
                {t('home.allRealised')}
              </ButtonLink>
            </p>
          </section>
        )}
        <Figures
          label={t('home.numbers')}
          figures={(['ideas', 'votes', 'answers', 'done'] as const).map((name) => ({
            n: figures[name],
            label: t(`home.${name}`, { count: figures[name] }),
          }))}
        />
        <Join />
      </div>
    </>
  )
}

function Join() {
  const { t } = useTranslation('ideas')
  const propose = (
    <ButtonLink href="/ideas/new" icon="plus">
      {t('home.propose')}
    </ButtonLink>
  )
  return (
    <section className="join-us" aria-labelledby="join-us">
      <h2 id="join-us">{t('home.joinTitle')}</h2>
      <Hole
        of="viewer"
        cases={{
          guest: (
            <>
              <p>{t('home.joinText')}</p>
              <p className="row">
                <ButtonLink href="/join">{t('home.join')}</ButtonLink>
                <ButtonLink href="/ideas" kind="ghost">
                  {t('home.look')}
                </ButtonLink>
              </p>
            </>
          ),
          member: (
            <>
              <p>{t('home.memberText')}</p>
              <p>{propose}</p>
            </>
          ),
        }}
      />
    </section>
  )
}
