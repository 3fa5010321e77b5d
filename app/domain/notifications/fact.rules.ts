import type { PointSettings } from '../site/point-settings.rules.ts'
import { capital, pointsText } from '../points/noun.rules.ts'

type Locale = 'it' | 'en'
type Data = Record<string, string | number>

/** What news of no idea say of, in one language; '' where they do not. */
export type Facts = ReturnType<typeof factsOf>

/**
 * The level, the badge (its id), the points, the days and the reward that news are about, as the data
 * of a notification has them. `last` is the last day on which points that end can be used; `step` which
 * of several sentences is meant. `noun` begins with a capital: it is for headings.
 */
export function factsOf(data: Data, settings: PointSettings, locale: Locale) {
  const { pointLevels, pointNoun } = settings
  const { subject, amount, verb, day } = data
  const level = verb === 'level.reached' ? pointLevels[Number(subject)] : undefined
  return {
    level: level?.name[locale] ?? '',
    badge: verb === 'badge.awarded' ? String(subject) : '',
    points: amount === undefined ? '' : pointsText(Math.abs(Number(amount)), pointNoun, locale),
    last: day ? dayBefore(String(day), locale) : '',
    reward: titleOf(data, locale),
    step: stepOf(data),
    noun: capital(pointNoun.many[locale]),
  }
}

const titleOf = ({ titleIt = '', titleEn = '' }: Data, locale: Locale) =>
  String(locale === 'en' ? titleEn : titleIt)

/** Taken where points were not given; else where a redemption stands, in the words of its kind. */
function stepOf({ amount, state, kind, verb, step }: Data) {
  if (step !== undefined) return String(step)
  if (verb === 'points.granted') return Number(amount) < 0 ? 'taken' : 'given'
  return String((state === 'delivered' && kind !== 'prize' ? kind : state) ?? '')
}

const regions = { en: 'en-GB', it: 'it-IT' }

function dayBefore(day: string, locale: Locale) {
  const before = new Date(`${day}T00:00:00Z`).getTime() - 86_400_000
  return new Intl.DateTimeFormat(regions[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(
    before,
  )
}
