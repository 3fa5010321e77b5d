import { useTranslation } from 'react-i18next'
import { useFormat } from './format.ts'

export type Goal = { votes: number; until?: Date | string; isOver?: boolean }
type Props = { votes: number; goal: Goal }

/** How far the votes are from the threshold, in words first, and until when they count. */
export function Progress({ votes, goal: { votes: goal, until, isOver } }: Props) {
  const { t } = useTranslation('ui')
  const { number, date } = useFormat()
  const missing = goal - votes
  const n = number(Math.max(missing, 0))
  if (isOver && until)
    return (
      <div className="progress">
        <p>{t('progress.over', { date: date(until), goal: number(goal) })}</p>
      </div>
    )
  return (
    <div className="progress">
      <p>
        {missing > 0
          ? t('progress.missing', { count: missing, n, goal: number(goal) })
          : t('progress.reached', { goal: number(goal) })}
        {until && missing > 0 && <> {t('progress.until', { date: date(until) })}</>}
      </p>
      <progress
        value={Math.min(votes, goal)}
        max={goal}
        aria-label={t('progress.label', { votes: number(votes), goal: number(goal) })}
      />
    </div>
  )
}
