import { useTranslation } from 'react-i18next'
import { FaqList } from '#app/ui/faq-list.tsx'
import type { Suggestions } from './page.server.ts'

/** Answers, and ideas of others, that may save somebody the writing; each opens beside the form. */
export function Suggested({ suggested: { articles, ideas } }: { suggested: Suggestions }) {
  const { t } = useTranslation('care')
  return (
    <div className="suggestions" data-count={articles.length + ideas.length}>
      {articles.length > 0 && <FaqList lines={articles} beside />}
      {ideas.length > 0 && (
        <>
          <p className="quiet">{t('contact.ideas')}</p>
          <ul className="idea-lines">
            {ideas.map(({ href, title }) => (
              <li key={href}>
                <a href={href} target="_blank">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
