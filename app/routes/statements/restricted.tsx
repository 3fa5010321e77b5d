import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { DecisionsData } from '../me/decisions.tsx'

/** What whoever looks may not do for now, until when, and what they still may. */
export function Restricted() {
  const { t } = useTranslation('moderation')
  const { out, silencedUntil } = useLoaderData<DecisionsData>()
  const { dateTime } = useFormat()
  if (out)
    return (
      <Notice tone="warning" title={t('statement.out')}>
        <p>
          {out.until
            ? t('statement.outUntil', { when: dateTime(out.until) })
            : t('statement.outForGood')}
        </p>
        <p>{t('statement.outText')}</p>
        <div className="row acts">
          <form method="post" action="/logout">
            <Button kind="plain" icon="log-out">
              {t('statement.leave')}
            </Button>
          </form>
          <a href="/me/privacy">{t('statement.ownData')}</a>
        </div>
      </Notice>
    )
  if (!silencedUntil) return null
  return (
    <Notice tone="warning" title={t('statement.silenced', { when: dateTime(silencedUntil) })}>
      <p>{t('statement.silencedText')}</p>
    </Notice>
  )
}
