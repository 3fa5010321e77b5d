import type { Calendar } from '../site/calendar.rules.ts'

/** How many minutes the house works on an ordinary day: those of its longest; 8 hours where it never opens. */
export const dayMinutes = ({ hours }: Calendar) =>
  Math.max(0, ...hours.map((each) => (each ? each.to - each.from : 0))) || 8 * 60

/** The longest promise, in working minutes. */
export const mostMinutes = 100_000

const units = [
  { unit: 'minute', words: ['m', 'min', 'minute', 'minutes', 'minuto', 'minuti'] },
  { unit: 'hour', words: ['h', 'hour', 'hours', 'ora', 'ore'] },
  { unit: 'day', words: ['d', 'g', 'gg', 'day', 'days', 'giorno', 'giorni'] },
] as const

type Unit = (typeof units)[number]['unit']
const unitOf = (word: string) =>
  units.find(({ words }) => (words as readonly string[]).includes(word))?.unit

/**
 * Working minutes as people write them: `4 h`, `30 min`, `2 giorni`, `1 h 30 min`, `1,5 h`. Null for
 * nothing written, which promises nothing; `undefined` for what is no time, or none of at least a
 * minute, or too long.
 */
export function minutesIn(text: string, perDay: number): number | null | undefined {
  const said = text.trim().toLowerCase()
  if (!said) return null
  if (!/^(\d{1,5}([.,]\d{1,2})?\s*\p{L}{1,8}[\s.]*)+$/u.test(said)) return undefined
  const parts = [...said.matchAll(/(\d+(?:[.,]\d+)?)\s*(\p{L}+)/gu)]
  let minutes = 0
  for (const [, count, word] of parts) {
    const unit = unitOf(word!)
    if (!unit) return undefined
    minutes += Number(count!.replace(',', '.')) * { minute: 1, hour: 60, day: perDay }[unit]
  }
  const whole = Math.round(minutes)
  return whole >= 1 && whole <= mostMinutes ? whole : undefined
}

/** Working minutes in the largest unit that has no remainder: 540 is 1 day where a day has nine hours. */
export function spanOf(minutes: number, perDay: number): { count: number; unit: Unit } {
  if (minutes % perDay === 0) return { count: minutes / perDay, unit: 'day' }
  if (minutes % 60 === 0) return { count: minutes / 60, unit: 'hour' }
  return { count: minutes, unit: 'minute' }
}

const short = {
  it: { minute: ['min', 'min'], hour: ['h', 'h'], day: ['giorno', 'giorni'] },
  en: { minute: ['min', 'min'], hour: ['h', 'h'], day: ['day', 'days'] },
} as const

/** Working minutes as `minutesIn` reads them again. */
export function writtenMinutes(minutes: number | null, perDay: number, locale: 'it' | 'en') {
  if (minutes === null) return ''
  const { count, unit } = spanOf(minutes, perDay)
  return `${count} ${short[locale][unit][count === 1 ? 0 : 1]}`
}
