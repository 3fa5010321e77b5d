import { useTranslation } from 'react-i18next'
import { useFormat } from './format.ts'

type Props = { votes: number; goal: number; deadline?: Date | string | null }

/** How far the votes are from the threshold, in words first. */
export function Progress({ votes, goal, deadline }: Props) {
  const { t } = useTranslation('ui')
  const { number, date } = useFormat()
  const missing = goal - votes
  const n = number(Math.max(missing, 0))
  return (
    <div className="progress">
      <p>
        {missing > 0
          ? t('progress.missing', { count: missing, n, goal: number(goal) })
          : t('progress.reached', { goal: number(goal) })}
        {deadline && <> {t('progress.until', { date: date(deadline) })}</>}
      </p>
      <progress
        value={Math.min(votes, goal)}
        max={goal}
        aria-label={t('progress.label', { votes: number(votes), goal: number(goal) })}
      />
    </div>
  )
}
