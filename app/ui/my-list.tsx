import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from './button.tsx'
import { Empty } from './empty.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Pagehead } from './pagehead.tsx'

type Props = {
  title: string
  lead: string
  empty: { icon: IconName; title: string; text: string; href: string; label: string }
  isEmpty: boolean
  nextHref?: string
  firstHref?: string
  children: ReactNode
}

/** One list of a member's own doings: its heading, its items or an invitation, and its pages. */
export function MyList({ title, lead, empty, isEmpty, nextHref, firstHref, children }: Props) {
  const { icon, title: said, text, href, label } = empty
  const invitation = (
    <Empty
      icon={icon}
      title={said}
      text={text}
      action={<ButtonLink href={href}>{label}</ButtonLink>}
    />
  )
  return (
    <>
      <Pagehead title={title} lead={lead} />
      {isEmpty && !firstHref ? invitation : children}
      <Pages nextHref={nextHref} firstHref={firstHref} />
    </>
  )
}

function Pages({ nextHref, firstHref }: Pick<Props, 'nextHref' | 'firstHref'>) {
  const { t } = useTranslation('ideas')
  if (!nextHref && !firstHref) return null
  return (
    <nav className="pager" aria-label={t('mine.pages')}>
      {firstHref && (
        <a className="btn ghost" href={firstHref}>
          <Icon name="arrow-left" />
          {t('mine.newest')}
        </a>
      )}
      {nextHref && (
        <a className="btn plain" href={nextHref} rel="next">
          {t('mine.older')}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  )
}
