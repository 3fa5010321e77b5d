import { useTranslation } from 'react-i18next'

type When = Date | string

const regions: Record<string, string> = { en: 'en-GB', it: 'it-IT' }
const formats = new Map<string, ReturnType<typeof formatOf>>()

/** How numbers and moments read in the page's language; `timeZone` is the community's. */
export function useFormat(timeZone = 'Europe/Rome') {
  const { i18n } = useTranslation('ui')
  const key = `${i18n.language} ${timeZone}`
  const known = formats.get(key) ?? formatOf(i18n.language, timeZone)
  formats.set(key, known)
  return known
}

function formatOf(language: string, timeZone: string) {
  const locale = regions[language] ?? language
  // Italian leaves four digits ungrouped unless told: 1284, where the page says 1.284.
  const numbers = new Intl.NumberFormat(locale, { useGrouping: 'always' })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone })
  // English says 2:30 pm, Italian 09:05.
  const clock = {
    hour: language === 'en' ? 'numeric' : '2-digit',
    minute: '2-digit',
    // `hour12` makes 0:14 pm of a quarter past noon.
    hourCycle: language === 'en' ? 'h12' : 'h23',
    timeZone,
  } as const
  const times = new Intl.DateTimeFormat(locale, clock)
  const hours = new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', month: 'short', year: 'numeric' },
    ...clock,
  })
  // A span is no calendar: 40 hours are "1 day ago" and may well not be yesterday.
  const spans = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
  const now = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second')

  return {
    number: (n: number) => numbers.format(n),
    date: (when: When) => days.format(new Date(when)),
    dateTime: (when: When) => hours.format(new Date(when)),
    time: (when: When) => times.format(new Date(when)),
    ago: (when: When, from: When = new Date()) => {
      const [amount, unit] = spanOf((+new Date(when) - +new Date(from)) / 1000)
      return amount ? spans.format(amount, unit) : now
    },
  }
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86400],
  ['month', 30 * 86400],
  ['week', 7 * 86400],
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
]

function spanOf(seconds: number): [number, Intl.RelativeTimeFormatUnit] {
  const unit = units.find(([, length]) => Math.abs(seconds) >= length)
  return unit ? [Math.trunc(seconds / unit[1]), unit[0]] : [0, 'second']
}
