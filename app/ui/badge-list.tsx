import { useTranslation } from 'react-i18next'
import { type BadgeId, badgeIcons } from '#app/domain/points/badge.rules.ts'
import { Icon } from './icon.tsx'
import { Time } from './time.tsx'

type Badge = {
  badge: BadgeId
  awardedAt: Date | string
  idea: { number: number; title: string } | null
}

/** The badges of somebody: name, how it came, for which idea, and when. */
export function BadgeList({ badges, level = 2 }: { badges: Badge[]; level?: 2 | 3 }) {
  const { t } = useTranslation('points')
  const Heading = `h${level + 1}` as 'h3'
  return (
    <ul className="badges">
      {badges.map(({ badge, awardedAt, idea }) => (
        <li key={badge}>
          <Icon name={badgeIcons[badge]} />
          <Heading>{t(`badges.${badge}.name`)}</Heading>
          <p>
            {t(`badges.${badge}.how`)}
            {idea && (
              <>
                {' '}
                {t('badges.for')} <a href={`/ideas/${idea.number}`}>{idea.title}</a>
              </>
            )}
          </p>
          <p className="quiet">
            <Time at={awardedAt} as="date" />
          </p>
        </li>
      ))}
    </ul>
  )
}
