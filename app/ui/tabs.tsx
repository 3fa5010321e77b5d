import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import type { Section } from './shell.tsx'

/** The phone's tabs, within reach of the thumb. */
export function Tabs({ section, path }: { section?: Section; path: string }) {
  const { t } = useTranslation('ui')
  const proposing = path.startsWith('/ideas/new')
  const tabs = [
    { href: '/ideas', icon: 'lightbulb', label: t('shell.ideas'), on: section === 'ideas' },
    { href: '/roadmap', icon: 'route', label: t('tabs.roadmap'), on: section === 'roadmap' },
    { href: '/ideas/new', icon: 'plus', label: t('tabs.propose'), on: proposing },
    { href: '/me', icon: 'user', label: t('tabs.me'), on: section === 'me' },
  ] as const
  return (
    <nav className="tabs" aria-label={t('tabs.label')}>
      <ul>
        {tabs.map(({ href, icon, label, on }) => (
          <li key={href}>
            <a
              href={href}
              className={icon === 'plus' ? 'propose' : undefined}
              aria-current={on && (!proposing || icon === 'plus') ? 'page' : undefined}
            >
              <Icon name={icon} />
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
