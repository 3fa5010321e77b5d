import { useTranslation } from 'react-i18next'

type Step = { label: string; href?: string }

/** The way here; the last step is this page and is not a link. */
export function Breadcrumb({ steps }: { steps: Step[] }) {
  const { t } = useTranslation('ui')
  return (
    <nav className="breadcrumb" aria-label={t('breadcrumb.label')}>
      <ol>
        {steps.map(({ label, href }) => (
          <li key={label}>{href ? <a href={href}>{label}</a> : <span>{label}</span>}</li>
        ))}
      </ol>
    </nav>
  )
}
