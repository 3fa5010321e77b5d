import { useTranslation } from 'react-i18next'
import { Hole } from './hole.tsx'
import { Icon } from './icon.tsx'
import type { Section, Site } from './shell.tsx'

type Props = { site: Site; section?: Section; path: string }

export function Bar({ site, section, path }: Props) {
  const { t } = useTranslation('ui')
  const here = (is: Section) => (section === is ? ('page' as const) : undefined)
  return (
    <header className="bar">
      <div className="wrap">
        <a className="brand" href="/" aria-current={here('home')}>
          <Mark site={site} />
          <span>{site.name}</span>
        </a>
        <nav className="places" aria-label={t('shell.main')}>
          <ul>
            <li>
              <a href="/ideas" aria-current={here('ideas')}>
                {t('shell.ideas')}
              </a>
            </li>
            <li>
              <a href="/roadmap" aria-current={here('roadmap')}>
                {t('shell.roadmap')}
              </a>
            </li>
            <li>
              <a href="/realised" aria-current={here('realised')}>
                {t('shell.realised')}
              </a>
            </li>
            <li>
              <a href="/rewards" aria-current={here('rewards')}>
                {t('shell.rewards')}
              </a>
            </li>
            <li>
              <a href="/faq" aria-current={here('help')}>
                {t('shell.help')}
              </a>
            </li>
          </ul>
        </nav>
        <div className="me">
          <Hole
            of="can:staff.enter"
            cases={{ off: null, on: <StaffLink current={here('staff')} /> }}
          />
          <Hole
            of="viewer"
            cases={{ guest: <Guest path={path} />, member: <Member current={here('me')} /> }}
          />
        </div>
      </div>
    </header>
  )
}

function Mark({ site }: { site: Site }) {
  if (site.logoUrl) return <img className="mark" src={site.logoUrl} alt="" width="36" height="36" />
  return (
    <span className="mark">
      <Icon name="loaf" />
    </span>
  )
}

function StaffLink({ current }: { current?: 'page' }) {
  const { t } = useTranslation('ui')
  return (
    <a className="staff-link" href="/staff" aria-current={current} title={t('shell.staff')}>
      <Icon name="shield" />
      <span>{t('shell.staff')}</span>
    </a>
  )
}

function Guest({ path }: { path: string }) {
  const { t } = useTranslation('ui')
  return (
    <>
      <a href={`/login?redirectTo=${encodeURIComponent(path)}`}>{t('shell.login')}</a>
      <a className="btn plain join" href="/join">
        {t('shell.join')}
      </a>
    </>
  )
}

function Member({ current }: { current?: 'page' }) {
  const { t } = useTranslation('ui')
  return (
    <>
      {'%purse%'}
      <a className="bell" href="/me/notifications" aria-label={t('shell.notifications')}>
        <Icon name="bell" />
        <span className="count" data-n="%unread%" aria-hidden="true">
          %unread%
        </span>
      </a>
      <a className="face" href="/me" aria-current={current} aria-label={t('shell.profile')}>
        {'%face%'}
        <span className="name">%name%</span>
      </a>
    </>
  )
}
