import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Empty } from '#app/ui/empty.tsx'
import { Time } from '#app/ui/time.tsx'
import type { QueuePage } from './queue-page.server.ts'
import { stateOf } from './past.tsx'

/** The decisions of whoever looks, the latest first. */
export function Mine() {
  const { t } = useTranslation('moderation')
  const { mine } = useLoaderData<QueuePage>()
  if (!mine.length)
    return <Empty icon="scale" title={t('desk.emptyMine')} text={t('desk.emptyMineText')} />
  return (
    <ul className="review-list plain-list">
      {mine.map(({ id, itemId, act, excerpt, person, decidedAt, ...decision }) => (
        <li key={id} data-row={id}>
          <div className="what">
            <h2>
              {itemId ? (
                <a href={`/staff/moderation/${itemId}?view=mine`}>
                  {excerpt.trim() || t('desk.noWords')}
                </a>
              ) : (
                excerpt.trim() || t('desk.noWords')
              )}
            </h2>
            <p>
              {t(`desk.subject.${decision.subject}`)} · {person ?? t('desk.nobody')} ·{' '}
              <Time at={decidedAt} />
            </p>
            <ul className="signs plain-list">
              <li>{t(`desk.done.${act}`)}</li>
              {stateOf(decision) && <li>{t(`desk.past.${stateOf(decision)!}`)}</li>}
            </ul>
          </div>
        </li>
      ))}
    </ul>
  )
}
