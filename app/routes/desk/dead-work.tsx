import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'
import type { OutboxData } from '../staff/outbox.tsx'

/** Work other than mail that was tried too often and put aside; nothing where there is none. */
export function DeadWork() {
  const { t } = useTranslation('staff')
  const translate = t as (key: string, options: object) => string
  const { dead } = useLoaderData<OutboxData>()
  if (!dead.length) return null
  return (
    <section className="stack" aria-labelledby="dead-work">
      <h2 id="dead-work">{t('deadWork.title')}</h2>
      <Notice tone="warning">{t('deadWork.text')}</Notice>
      <ol className="outbox">
        {dead.map(({ id, kind, attempts, lastError, createdAt }) => (
          <li key={id}>
            <p>
              <strong>{translate(`deadWork.kinds.${kind}`, { defaultValue: kind })}</strong>{' '}
              <span className="quiet">
                <Time at={createdAt} as="dateTime" />
              </span>
            </p>
            <p className="quiet">{t('outbox.failed', { attempts, why: lastError ?? '' })}</p>
            <form method="post" data-enhance="">
              <input type="hidden" name="jobId" value={id} />
              <Button kind="plain">{t('outbox.retry')}</Button>
            </form>
          </li>
        ))}
      </ol>
    </section>
  )
}
