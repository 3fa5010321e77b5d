import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { RoundTold } from './told.server.ts'

type Serial<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K]
}
export type Told = Serial<RoundTold>

const looks = {
  planned: ['neutral', 'calendar'],
  open: ['progress', 'scale'],
  publishing: ['progress', 'scale'],
  published: ['done', 'circle-check'],
  cancelled: ['refused', 'circle-x'],
} as const

/** In which state a round is. */
export function RoundChip({ state }: { state: Told['state'] }) {
  const { t } = useTranslation('rounds')
  const [tone, icon] = looks[state]
  return (
    <span className="status" data-tone={tone}>
      <Icon name={icon} />
      {t(`is.${state}`)}
    </span>
  )
}

/** When a round begins and when its outcomes are due, or came. */
export function RoundDates({ round }: { round: Told }) {
  const { t } = useTranslation('rounds')
  const { date } = useFormat()
  return t(`when.${round.state}`, {
    opens: date(round.opensAt),
    closes: date(round.closesAt),
    published: date(round.publishedAt ?? round.closesAt),
  })
}

/** The rules of a round in plain words. */
export function RoundRules({ round }: { round: Told }) {
  const { t } = useTranslation('rounds')
  const { number } = useFormat()
  const { capacity, perCategory } = round
  const rules = [
    t('rules.places', { count: capacity, n: number(capacity) }),
    perCategory
      ? t('rules.share', { count: perCategory, n: number(perCategory) })
      : t('rules.votes'),
    t('rules.ties'),
    t('rules.picks'),
    t('rules.wait'),
    t('rules.together'),
  ]
  return (
    <ul className="round-rules">
      {rules.map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ul>
  )
}
