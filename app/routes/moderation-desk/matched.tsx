import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ItemPage } from './item-page.server.ts'

/** What a rule of the house found; its author is never shown it. */
export function Matched() {
  const { t } = useTranslation('moderation')
  const { signs } = useLoaderData<ItemPage>()
  const { words, links, shownBefore, category, alike } = signs
  if (!signs.isAny) return null
  return (
    <section aria-labelledby="matched" className="stack">
      <h2 id="matched">{t('desk.matched.title')}</h2>
      <ul className="bullets">
        {words.length > 0 && <li>{t('desk.matched.words', { words: words.join(', ') })}</li>}
        {links > 0 && <li>{t('desk.matched.links', { count: links })}</li>}
        {shownBefore !== null && <li>{t('desk.matched.shown', { count: shownBefore })}</li>}
        {category && <li>{t('desk.matched.category', { category })}</li>}
        {alike.map(({ href, percent, text }) => (
          <li key={href}>
            {t('desk.matched.alike', { percent })} <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
