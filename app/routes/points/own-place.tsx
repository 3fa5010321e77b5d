import { useTranslation } from 'react-i18next'
import { Hole } from '#app/ui/hole.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** Where whoever looks stands on a leaderboard, however far down; `of` names the board. */
export function OwnPlace({ of }: { of: string }) {
  const { t } = useTranslation('points')
  const change = <a href="/me/points#board">{t('board.change')}</a>
  return (
    <p className="own-place">
      <Icon name="user" />
      <strong>{t('board.own')}</strong>
      <Hole
        of={`place:${of}`}
        cases={{
          guest: <a href="/login?redirectTo=%2Fleaderboard">{t('board.ownGuest')}</a>,
          staff: <span>{t('board.ownStaff')}</span>,
          hidden: (
            <span>
              {t('board.ownHidden')} {change}
            </span>
          ),
          none: <span>{t('board.ownNone')}</span>,
          some: <a href="/me/points">{t('board.ownAt')}</a>,
        }}
      />
    </p>
  )
}
