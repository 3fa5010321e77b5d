import { useTranslation } from 'react-i18next'
import { useFormat } from './format.ts'
import { HowItWorks } from './how-it-works.tsx'

type Props = {
  threshold: number
  categories: { key: string; label: string; href: string; count: number; current: boolean }[]
  realised: { ideas: { number: number; slug: string; title: string }[]; total: number }
}

/** What stands beside the board: the promise, the areas, and the proof. */
export function BoardAside({ threshold, categories, realised }: Props) {
  const { t } = useTranslation('ideas')
  const { number } = useFormat()
  return (
    <>
      <HowItWorks threshold={threshold} />
      {realised.total > 0 && (
        <section aria-labelledby="made-real">
          <h2 id="made-real">{t('board.realised')}</h2>
          <ul className="aside-list">
            {realised.ideas.map((idea) => (
              <li key={idea.number}>
                <a href={`/ideas/${idea.number}/${idea.slug}`}>{idea.title}</a>
              </li>
            ))}
            <li>
              <a href="/realised">{t('board.allRealised', { n: number(realised.total) })}</a>
            </li>
          </ul>
        </section>
      )}
      <section aria-labelledby="areas">
        <h2 id="areas">{t('board.categories')}</h2>
        <ul className="aside-list">
          {categories.map(({ key, label, href, count, current }) => (
            <li key={key}>
              <a href={href} aria-current={current ? 'true' : undefined}>
                {label}
              </a>
              <span className="quiet tnum">{number(count)}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
