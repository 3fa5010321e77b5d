import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'

type Props = { has: { openCases: number; rewards: number }; latest: string; isOut: boolean }

/** What is still open, and how long it can put off the end. */
export function StillOpen({ has: { openCases, rewards }, latest, isOut }: Props) {
  const { t } = useTranslation('privacy')
  const { date } = useFormat()
  const all = [
    ['cases', openCases],
    ['rewards', rewards],
  ] as const
  const open = all.filter(([, count]) => count > 0)
  if (!open.length) return null
  return (
    <Notice tone="warning" title={t('leave.open.title')}>
      <ul>
        {open.map(([what, count]) => (
          <li key={what}>
            <Way to={`/me/${what}`} isShut={isOut}>
              {t(`leave.open.${what}`, { count })}
            </Way>
          </li>
        ))}
      </ul>
      <p>{t('leave.open.until', { latest: date(latest) })}</p>
    </Notice>
  )
}

type WayTo = { to: string; isShut: boolean; children: string }

/** A link to a page of one's own; words alone for whoever is suspended. */
const Way = ({ to, isShut, children }: WayTo) => (isShut ? children : <a href={to}>{children}</a>)
