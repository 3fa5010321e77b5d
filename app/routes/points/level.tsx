import { useTranslation } from 'react-i18next'
import type { Rights } from '#app/domain/site/point-settings.rules.ts'
import { Icon } from '#app/ui/icon.tsx'
import { usePoints } from '#app/ui/points.tsx'
import type { LevelShown } from './page.server.ts'

/** The level of a member, how far the next one is, and what each allows. */
export function LevelCard({ level }: { level: LevelShown }) {
  const { t } = useTranslation('points')
  const points = usePoints()
  const { next, earned } = level
  return (
    <section className="level-card" aria-labelledby="level">
      <h2 id="level">
        <Icon name="sprout" /> {t('level.reached', { level: level.name })}
      </h2>
      {next ? (
        <>
          <p>{t('level.next', { level: next.name, points: points.text(next.missing) })}</p>
          <progress
            value={level.share}
            max={1}
            aria-label={t('level.progress', {
              earned: points.number(earned),
              from: points.number(next.from),
              level: next.name,
            })}
          />
        </>
      ) : (
        <p>{t('level.top')}</p>
      )}
      <h3>{t('level.can')}</h3>
      <RightsList rights={level.rights} />
      {next && counted.some((right) => next.rights[right] !== level.rights[right]) && (
        <>
          <h3>{t('level.opens', { level: next.name })}</h3>
          <RightsList rights={next.rights} before={level.rights} />
        </>
      )}
      <p className="quiet">{t('level.spending')}</p>
    </section>
  )
}

const counted = ['links', 'images', 'mentions', 'votes'] as const

/** What a level allows; with `before`, only what that one did not. */
function RightsList({ rights, before }: { rights: Rights; before?: Rights }) {
  const { t } = useTranslation('points')
  return (
    <ul className="rights">
      {counted
        .filter((right) => before === undefined || rights[right] !== before[right])
        .map((right) => {
          const count = rights[right] ?? null
          return (
            <li key={right}>
              {count === null ? t(`level.${right}Free`) : t(`level.${right}`, { count })}
            </li>
          )
        })}
    </ul>
  )
}
