import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

type Props = {
  nextHref?: string | null
  firstHref?: string | null
  /** What the next page holds, where it is not ideas. */
  more?: string
}

export function Pager({ nextHref, firstHref, more }: Props) {
  const { t } = useTranslation('ui')
  if (!nextHref && !firstHref) return null
  return (
    <nav className="pager" aria-label={t('pager.label')}>
      {firstHref && (
        <a className="btn ghost" href={firstHref}>
          <Icon name="arrow-left" />
          {t('pager.first')}
        </a>
      )}
      {nextHref && (
        <a className="btn plain" href={nextHref} rel="next">
          {more ?? t('pager.more')}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  )
}
