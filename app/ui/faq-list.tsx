import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

type Line = { slug: string; title: string }

/** Questions, each a link to its answer; in a form they open beside it, so that nothing typed is lost. */
export function FaqList({ lines, beside }: { lines: Line[]; beside?: boolean }) {
  const { t } = useTranslation('faq')
  return (
    <ul className="faq-list">
      {lines.map(({ slug, title }) => (
        <li key={slug}>
          <a href={`/faq/${slug}`} target={beside ? '_blank' : undefined}>
            <span>{title}</span>
            <Icon name={beside ? 'external-link' : 'chevron-right'} />
            {beside && <span className="vh">{t('beside')}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}
