import { useTranslation } from 'react-i18next'
import type { BadgeId } from '#app/domain/points/badge.rules.ts'
import { Button } from '#app/ui/button.tsx'
import { usePoints } from '#app/ui/points.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = { celebration: { level?: string; badges: BadgeId[]; until: number } }

/** A small card for a new level and new badges; it stays away once it was closed. */
export function Celebration({ celebration: { level, badges, until } }: Props) {
  const { t } = useTranslation('points')
  const { icon } = usePoints()
  return (
    <section className="celebration" aria-labelledby="celebration">
      <Icon name={icon} size={44} />
      <h2 id="celebration">{t('celebrate.title')}</h2>
      {level && <p>{t('celebrate.level', { level })}</p>}
      {badges.length > 0 && (
        <p>
          {t('celebrate.badge', { count: badges.length })}{' '}
          {badges.map((badge) => t(`badges.${badge}.name`)).join(', ')}.
        </p>
      )}
      <p>{t('celebrate.thanks')}</p>
      <form method="post" action="/me/points">
        <input type="hidden" name="until" value={until} />
        <Button kind="plain" name="intent" value="thanks">
          {t('celebrate.close')}
        </Button>
      </form>
    </section>
  )
}
