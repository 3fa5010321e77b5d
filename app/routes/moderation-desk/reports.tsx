import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Time } from '#app/ui/time.tsx'
import type { ItemPage } from './item-page.server.ts'

/** Who flagged it, why, and how often each was right until now. */
export function Reports() {
  const { t } = useTranslation('moderation')
  const { t: ideas } = useTranslation('ideas')
  const { reports } = useLoaderData<ItemPage>()
  if (!reports.length) return null
  return (
    <section aria-labelledby="reports" className="stack">
      <h2 id="reports">{t('desk.flags', { count: reports.length })}</h2>
      <ul className="past plain-list">
        {reports.map(({ id, reason, note, reporter, isGuest, createdAt, record }) => (
          <li key={id}>
            <p>
              <strong>{ideas(`flags.reasons.${reason}`)}</strong> ·{' '}
              {isGuest ? t('desk.guest') : (reporter ?? t('desk.nobody'))} · <Time at={createdAt} />
            </p>
            {note && <p className="as-written">{note}</p>}
            <p className="quiet">
              {record
                ? t('desk.accuracy', { count: record.decided, upheld: record.upheld })
                : t('desk.firstFlag')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
