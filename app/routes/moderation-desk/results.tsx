import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import type { BulkResult } from './queue-page.server.ts'

const words = {
  decided: 'decided',
  'decided-already': 'overtaken',
  changed: 'changed',
  own: 'own',
  staff: 'staff',
  gone: 'gone',
  'not-allowed': 'notAllowed',
} as const
const wordOf = (outcome: string) =>
  outcome in words ? words[outcome as keyof typeof words] : 'gone'

/** What became of each that was ticked. */
export function Results({ results }: { results: BulkResult[] }) {
  const { t } = useTranslation('moderation')
  const done = results.filter(({ outcome }) => outcome === 'decided')
  const isWhole = done.length === results.length
  return (
    <Notice
      tone={isWhole ? 'success' : 'warning'}
      title={t('desk.bulk.done', { count: done.length })}
    >
      <ul className="bullets">
        {results.map(({ id, outcome, excerpt }) => (
          <li key={id}>
            {excerpt !== null && (
              <>
                <a href={`/staff/moderation/${id}`}>{excerpt.trim() || t('desk.noWords')}</a>
                {': '}
              </>
            )}
            {t(`desk.outcome.${wordOf(outcome)}`)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
