import { useTranslation } from 'react-i18next'
import { reasonOf } from '#app/domain/privacy/erasure.rules.ts'
import { Button } from '#app/ui/button.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'

type Waits = { dueAt: string; latest: string; open: string[] }

/** An account that is about to be closed: when, what it waits for, and the way to keep it. */
export function Waiting({ waits, act = '/me/privacy' }: { waits: Waits; act?: string }) {
  const { t } = useTranslation('privacy')
  const { date } = useFormat()
  const { dueAt, latest, open } = waits
  const why = reasonOf(open)
  return (
    <Notice tone="warning" title={t('leave.waits.title', { day: date(dueAt) })}>
      <div className="stack">
        <p>{t('leave.waits.text')}</p>
        {why && <p>{t(`leave.waits.open.${why as 'case'}`, { latest: date(latest) })}</p>}
        <form method="post" action={act}>
          <Button kind="plain" name="intent" value="stay">
            {t('leave.waits.stay')}
          </Button>
        </form>
      </div>
    </Notice>
  )
}
