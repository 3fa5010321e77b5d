import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from './icon.tsx'
import type { Site } from './shell.tsx'

export type Theme = 'auto' | 'light' | 'dark'

const themes: [Theme, IconName][] = [
  ['auto', 'monitor'],
  ['light', 'sun'],
  ['dark', 'moon'],
]
const languages = [
  ['it', 'Italiano'],
  ['en', 'English'],
] as const

type Props = { site: Site; path: string; theme?: Theme }

export function Foot({ site, path, theme = 'auto' }: Props) {
  const { t } = useTranslation('ui')
  return (
    <footer className="foot">
      <div className="wrap">
        <p className="promise">{t('foot.promise', { name: site.name })}</p>
        <Preferences path={path} theme={theme} />
        <nav aria-label={t('foot.about')}>
          <ul>
            <li>
              <a href="/rewards">{t('shell.rewards')}</a>
            </li>
            {site.hasLeaderboard && (
              <li>
                <a href="/leaderboard">{t('foot.leaderboard')}</a>
              </li>
            )}
            <li>
              <a href="/transparency">{t('foot.transparency')}</a>
            </li>
            <li>
              <a href="/faq">{t('foot.faq')}</a>
            </li>
            <li>
              <a href="/contact">{t('foot.contact')}</a>
            </li>
            <li>
              <a href="/contact?topic=product">{t('foot.problem')}</a>
            </li>
            <li>
              <a href="/legal/privacy">{t('foot.privacy')}</a>
            </li>
            <li>
              <a href="/legal/terms">{t('foot.terms')}</a>
            </li>
            <li>
              <a href="/legal/accessibility">{t('foot.accessibility')}</a>
            </li>
            <li>
              <a href="/feed.xml">{t('foot.feed')}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}

function Preferences({ path, theme }: { path: string; theme: Theme }) {
  const { t, i18n } = useTranslation('ui')
  return (
    <form method="post" action="/preferences" className="preferences">
      <input type="hidden" name="redirectTo" value={path} />
      <div className="switch" role="group" aria-label={t('foot.language')}>
        {languages.map(([code, name]) => (
          <button
            key={code}
            name="locale"
            value={code}
            lang={code}
            aria-pressed={i18n.language === code}
          >
            {name}
          </button>
        ))}
      </div>
      <div className="switch" role="group" aria-label={t('foot.theme')}>
        {themes.map(([is, icon]) => (
          <button key={is} name="theme" value={is} aria-pressed={theme === is}>
            <Icon name={icon} />
            <span>{t(`foot.${is}`)}</span>
          </button>
        ))}
      </div>
    </form>
  )
}
