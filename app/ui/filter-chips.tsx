import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

type Props = { filters: { label: string; removeHref: string }[]; clearHref?: string }

export function FilterChips({ filters, clearHref }: Props) {
  const { t } = useTranslation('ui')
  if (!filters.length) return null
  return (
    <ul className="filter-chips" aria-label={t('filter.active')}>
      {filters.map(({ label, removeHref }) => (
        <li key={label}>
          <a href={removeHref} aria-label={t('filter.remove', { label })}>
            {label} <Icon name="x" />
          </a>
        </li>
      ))}
      {clearHref && filters.length > 1 && (
        <li>
          <a className="clear" href={clearHref}>
            {t('filter.clear')}
          </a>
        </li>
      )}
    </ul>
  )
}
