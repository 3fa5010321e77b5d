import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar } from './bar.tsx'
import { BrandStyle } from './brand-style.tsx'
import { Foot, type Theme } from './foot.tsx'
import { Hole } from './hole.tsx'
import { Icon } from './icon.tsx'
import { Tabs } from './tabs.tsx'

export type Section =
  'home' | 'ideas' | 'roadmap' | 'realised' | 'rewards' | 'leaderboard' | 'help' | 'me' | 'staff'
export type Site = {
  name: string
  accent?: string | null
  logoUrl?: string | null
  hasLeaderboard?: boolean
}

type Props = {
  site: Site
  section?: Section
  path: string
  theme?: Theme
  wide?: boolean
  children: ReactNode
}

/** What is around every page: skip link, bar, notices, main, footer and the phone's tabs. */
export function Shell({ site, section, path, theme, wide, children }: Props) {
  const { t } = useTranslation('ui')
  return (
    <>
      <BrandStyle accent={site.accent} />
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <Bar site={site} section={section} path={path} />
      <Hole
        of="readonly"
        cases={{
          on: (
            <p className="banner" role="status">
              <Icon name="triangle-alert" />
              <span>{t('shell.readOnly')}</span>
            </p>
          ),
        }}
      />
      <main id="main" tabIndex={-1} className={wide ? 'wrap wide' : 'wrap'}>
        {children}
      </main>
      <div id="notice" role="status">
        <Hole of="notice" cases={{ some: <Toast path={path} /> }} />
      </div>
      <Foot site={site} path={path} theme={theme} />
      <Tabs section={section} path={path} />
    </>
  )
}

function Toast({ path }: { path: string }) {
  const { t } = useTranslation('ui')
  return (
    <p className="toast">
      <Icon name="circle-check" />
      <span>%text%</span>
      <a href={path} aria-label={t('shell.dismiss')}>
        <Icon name="x" />
      </a>
    </p>
  )
}
