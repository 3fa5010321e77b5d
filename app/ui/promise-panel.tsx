import { useTranslation } from 'react-i18next'
import type { PromiseState } from '#app/domain/promises/promise.rules.ts'
import { Icon, type IconName } from './icon.tsx'
import { ToldWithDays } from './promised-day.tsx'

export type PanelPromise = {
  state: Exclude<PromiseState, 'uncounted'>
  days: number
  dueAt: Date | string
  pausedAt: Date | string | null
  endedAt: Date | string | null
}

const looks: Record<PanelPromise['state'], IconName> = {
  running: 'clock',
  late: 'triangle-alert',
  paused: 'message-circle',
  kept: 'circle-check',
  'answered-late': 'clock',
}

/** What the brand promised about an idea, and whether it keeps it. */
export function PromisePanel({ promise, timeZone }: { promise: PanelPromise; timeZone: string }) {
  const { t } = useTranslation('promises')
  const { state, days: count, dueAt, pausedAt, endedAt } = promise
  const days = { day: dueAt, since: pausedAt, end: endedAt }
  return (
    <section className="promised" data-state={state} aria-labelledby="promise">
      <h2 id="promise" className="vh">
        {t('panel.title')}
      </h2>
      <Icon name={looks[state]} />
      <div>
        <p className="said">
          <ToldWithDays says={`panel.${state}`} days={days} timeZone={timeZone} />
        </p>
        <p>
          {state === 'running' ? (
            t('panel.runningWhy', { count })
          ) : (
            <ToldWithDays says={`panel.${state}Why`} days={days} timeZone={timeZone} />
          )}
        </p>
        <a href="/transparency">{t('panel.all')}</a>
      </div>
    </section>
  )
}

export type Card = { state: 'running' | 'late' | 'paused'; dueAt: Date | string }

/** The same in one line, for a card. */
export function PromiseLine({ promise, timeZone }: { promise: Card; timeZone: string }) {
  const { state, dueAt } = promise
  return (
    <span className="promise-line" data-state={state}>
      <Icon name={looks[state]} />
      <span>
        <ToldWithDays says={`card.${state}`} days={{ day: dueAt }} timeZone={timeZone} short />
      </span>
    </span>
  )
}
