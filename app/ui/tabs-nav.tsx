import { useFormat } from './format.ts'

export type Tab = { href: string; label: string; current?: boolean; count?: number }

/** The pages of one section (`/me`, `/staff`) as a row of links. */
export function TabsNav({ label, tabs }: { label: string; tabs: Tab[] }) {
  const { number } = useFormat()
  return (
    <nav className="tabs-nav" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span className="tnum">{number(tab.count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
