import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import { drawn, type Tone } from './status-chip.tsx'
import { Time } from './time.tsx'

export type Step = {
  key: string
  label: string
  date?: Date | string | null
  note?: string | null
  state: 'done' | 'current' | 'next'
}

/** The road of an idea: what is behind it, where it is, what comes. */
export function Timeline({ steps, label }: { steps: Step[]; label?: string }) {
  const { t } = useTranslation('ui')
  return (
    <ol className="timeline" aria-label={label ?? t('timeline.label')}>
      {steps.map(({ key, label, date, note, state }) => (
        <li key={key} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
          <b>{label}</b>
          <span className="vh"> {t(`timeline.${state}`)}</span>
          {date && <Time at={date} as="date" />}
          {note && <span>{note}</span>}
        </li>
      ))}
    </ol>
  )
}

export type Move = {
  key: string
  label: string
  date: Date | string
  who: string
  tone?: Tone
  icon?: string
  reason?: string | null
  note?: ReactNode
}

/** Every move of an idea with who decided it, when, and why. */
export function History({ moves }: { moves: Move[] }) {
  const { t } = useTranslation('ui')
  return (
    <ol className="history">
      {moves.map(({ key, label, date, who, tone = 'neutral', icon, reason, note }) => (
        <li key={key} data-tone={tone}>
          <Icon name={drawn(icon ?? 'circle-dot')} />
          <p>
            <b>{label}</b> <span className="quiet">{t('timeline.by', { who })} ·</span>{' '}
            <Time at={date} as="date" />
          </p>
          {reason && <p className="reason">{t('timeline.reason', { reason })}</p>}
          {note && <div>{note}</div>}
        </li>
      ))}
    </ol>
  )
}
