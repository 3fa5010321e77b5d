import { useTranslation } from 'react-i18next'
import type { Terms } from '#app/domain/points/rule.rules.ts'
import { useFormat } from '#app/ui/format.ts'
import { usePoints } from '#app/ui/points.tsx'

/** Says in words what a rule pays, how often, and when it is confirmed. */
export function useTermsWords() {
  const { t } = useTranslation('points')
  const { number } = useFormat()
  const points = usePoints()
  const count = (n: number) => ({ count: n, n: number(n) })

  const caps = ({ daily, lifetime, fullTimes, minAgeDays }: Terms) => [
    ...(daily ? [t('settings.words.daily', count(daily))] : []),
    ...(fullTimes ? [t('settings.words.half', count(fullTimes))] : []),
    ...(lifetime ? [t('settings.words.lifetime', count(lifetime))] : []),
    ...(minAgeDays ? [t('settings.words.minAge', count(minAgeDays))] : []),
  ]
  const delay = ({ delayHours }: Terms) => {
    if (!delayHours) return t('settings.words.atOnce')
    return delayHours % 24
      ? t('settings.words.hours', count(delayHours))
      : t('settings.words.days', count(delayHours / 24))
  }
  return {
    pays: (terms: Terms) => (terms.isOn ? points.text(terms.amount) : t('settings.words.off')),
    caps: (terms: Terms) => caps(terms).join(' · ') || t('settings.words.always'),
    delay,
    whole: (terms: Terms) =>
      terms.isOn
        ? [points.text(terms.amount), ...caps(terms), delay(terms)].join(' · ')
        : t('settings.words.off'),
  }
}
