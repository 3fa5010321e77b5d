import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'

type Props = { has: { openCases: number; rewards: number }; latest: string; isOut: boolean }

/** What is still open, and how long it can put off the end. */
export function StillOpen({ has: { openCases, rewards }, latest, isOut }: Props) {
  const { t } = useTranslation('privacy')
  const { date } = useFormat()
  if (!openCases && !rewards) return null
  return (
    <Notice tone="warning" title={t('leave.open.title')}>
      <ul>
        {openCases > 0 && (
          <li>
            <Way to="/me/cases" isShut={isOut}>
              {t('leave.open.cases', { count: openCases })}
            </Way>
          </li>
        )}
        {rewards > 0 && (
          <li>
            <Way to="/me/rewards" isShut={isOut}>
              {t('leave.open.rewards', { count: rewards })}
            </Way>
          </li>
        )}
      </ul>
      <p>{t('leave.open.until', { latest: date(latest) })}</p>
    </Notice>
  )
}

type WayTo = { to: string; isShut: boolean; children: string }

/** A link to a page of one's own; words alone for whoever is suspended. */
const Way = ({ to, isShut, children }: WayTo) => (isShut ? children : <a href={to}>{children}</a>)
