import { useTranslation } from 'react-i18next'
import type { Tab } from './tabs-nav.tsx'

/** The orders of a list, as links. */
export function SortTabs({ tabs, label }: { tabs: Tab[]; label?: string }) {
  const { t } = useTranslation('ui')
  return (
    <nav className="tabs-nav" aria-label={label ?? t('sort.label')}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'true' : undefined}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
