import { useTranslation } from 'react-i18next'
import { Icon } from '#app/ui/icon.tsx'

/** From one page of a leaderboard to the next, and back to the top. */
export function BoardPages({ nextHref, firstHref }: { nextHref?: string; firstHref?: string }) {
  const { t } = useTranslation('points')
  if (!nextHref && !firstHref) return null
  return (
    <nav className="pager" aria-label={t('board.pages')}>
      {firstHref && (
        <a className="btn ghost" href={firstHref}>
          <Icon name="arrow-left" />
          {t('board.top')}
        </a>
      )}
      {nextHref && (
        <a className="btn plain" href={nextHref} rel="next">
          {t('board.more')}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  )
}
