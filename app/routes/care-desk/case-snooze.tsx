import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { useCasePage } from './case-types.ts'

/** Puts the case away until a day, or until the customer writes. */
export function Snooze() {
  const { t } = useTranslation('care')
  const { field } = useTyped()
  const { error } = field('date')
  return (
    <details className="head-more" id="snooze" open={!!error}>
      <summary className="btn plain">
        <Icon name="clock" /> {t('talk.snooze')}
      </summary>
      <div className="composer">
        <p className="quiet">{t('talk.snoozeHint')}</p>
        <SnoozeForm>
          {(['tomorrow', 'days3', 'week', 'reply'] as const).map((until) => (
            <Button key={until} kind="plain" name="until" value={until}>
              {t(`talk.until.${until}`)}
            </Button>
          ))}
        </SnoozeForm>
        <SnoozeForm>
          <label htmlFor="date">{t('talk.until.date')}</label>
          {error && <p className="error">{error}</p>}
          <input id="date" type="date" name="date" aria-invalid={error ? true : undefined} />
          <Button kind="plain" name="until" value="date">
            {t('talk.snoozeTo')}
          </Button>
        </SnoozeForm>
      </div>
    </details>
  )
}

function SnoozeForm({ children }: { children: ReactNode }) {
  const { path, version, view } = useCasePage()
  return (
    <form method="post" action={path} className="snoozes" noValidate>
      <input type="hidden" name="seen" value={version} />
      <input type="hidden" name="view" value={view} />
      <input type="hidden" name="intent" value="snooze" />
      {children}
    </form>
  )
}
