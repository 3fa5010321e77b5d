import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import { Points } from './points.tsx'
import { kindIcons, type RewardCardOf, StockWords } from './reward-card.tsx'

/** One reward that nobody can take today: without its photo, and with when it will be there. */
export function RewardLine({ reward }: { reward: RewardCardOf }) {
  const { t } = useTranslation('rewards')
  const { kind, slug, title, price, level } = reward
  return (
    <li>
      <Icon name={kindIcons[kind]} label={t(`kind.${kind}`)} />
      <h3>
        <a href={`/rewards/${slug}`}>{title}</a>
      </h3>
      <p>
        <StockWords reward={reward} />
        <Points n={price} />
        {level && <span>{t('level.from', { level })}</span>}
      </p>
    </li>
  )
}
