import type { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#app/ui/button.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { ComparePage } from './compare-loader.server.ts'
import { Likeness, SideView } from './side-view.tsx'

type Page = ReturnType<typeof useLoaderData<ComparePage>>
type Choosing = NonNullable<Page['choice']>

/** The ways to the other idea: the most alike, and a search. */
export function Choice({ source, choice }: { source: Page['source']; choice: Choosing }) {
  const { t } = useTranslation('merges')
  const path = `/staff/ideas/${source.number}/merge`
  const { near, words } = choice
  return (
    <>
      <SideView idea={source} part={t('page.source')} level={2} />
      <search className="search-box">
        <form action={path}>
          <input
            type="search"
            name="q"
            defaultValue={words}
            aria-label={t('page.search')}
            placeholder={t('page.search')}
          />
          <button aria-label={t('page.find')}>
            <Icon name="search" />
          </button>
        </form>
      </search>
      <FoundOnes choice={choice} path={path} />
      {near.length > 0 && (
        <section>
          <h2>{t('page.alike')}</h2>
          <ul className="pairs">
            {near.map((idea) => (
              <li className="pair single" key={idea.number}>
                <Likeness of={idea.likeness} />
                <SideView idea={idea}>
                  {idea.isSettled && <p className="quiet">{t('page.settled')}</p>}
                </SideView>
                <ButtonLink kind="plain" href={`${path}?with=${idea.number}`}>
                  {t('page.with')}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function FoundOnes({ choice, path }: { choice: Choosing; path: string }) {
  const { t } = useTranslation('merges')
  const { number } = useFormat()
  const { found } = choice
  if (!found) return null
  if (!found.length) return <p className="quiet">{t('none.found')}</p>
  return (
    <section>
      <h2>{t('page.found')}</h2>
      <ul className="aside-list">
        {found.map((idea) => (
          <li key={idea.number}>
            <a href={`${path}?with=${idea.number}`} lang={idea.lang}>
              {idea.title}
            </a>
            <span className="quiet">
              {t('count.votes', { count: idea.votesCount, n: number(idea.votesCount) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
