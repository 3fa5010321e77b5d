import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import { usePoints } from '#app/ui/points.tsx'
import type { MoveResult } from './queue.server.ts'

const known = ['moved', 'already-there', 'not-possible', 'own', 'not-allowed', 'gone'] as const
const wordOf = (outcome: string) => known.find((one) => one === outcome) ?? 'gone'

/** What became of each that was picked. */
export function Results({ results }: { results: MoveResult[] }) {
  const { t } = useTranslation('rewards')
  const { number } = usePoints()
  const done = results.filter(({ outcome }) => outcome === 'moved')
  const rest = results.filter(({ outcome }) => outcome !== 'moved')
  return (
    <Notice
      tone={rest.length ? 'warning' : 'success'}
      title={t('queue.result', { count: done.length, n: number(done.length) })}
    >
      <ul className="bullets">
        {results.map(({ id, outcome, title, who }) => (
          <li key={id}>
            {title && (
              <>
                <a href={`/staff/redemptions/${id}`}>
                  {title}, {who ?? t('queue.former')}
                </a>
                {': '}
              </>
            )}
            {t(`queue.outcome.${wordOf(outcome)}`)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
