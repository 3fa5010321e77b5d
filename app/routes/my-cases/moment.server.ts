import { zoneOf } from '#app/domain/notifications/zone.server.ts'
import { neverDue } from '#app/domain/care/state.rules.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'
import { now } from '#db/time.ts'

const week = 6 * 86_400_000
const regions: Record<Locale, string> = { it: 'it-IT', en: 'en-GB' }

type Due = { state: string; dueAt: Date; dueClock: 'first' | 'next' | 'resolution' | null }

/**
 * By when care has promised to answer, in words of the community's clock; `late` when that has
 * passed, `undefined` while the member is not waiting for an answer.
 */
export async function expectedAnswer(locale: Locale, { state, dueAt, dueClock }: Due) {
  const isAwaited = dueClock === 'first' || dueClock === 'next'
  if (!isAwaited || !['new', 'open', 'snoozed'].includes(state) || dueAt >= neverDue)
    return undefined
  const moment = now()
  if (dueAt <= moment) return { is: 'late' as const }
  return { is: 'by' as const, ...wordsOf(locale, await zoneOf(db), { dueAt, moment }) }
}
export type Expected = Awaited<ReturnType<typeof expectedAnswer>>

/** Today and tomorrow by name, within the week by its day, later by its date; and the hour. */
function wordsOf(
  locale: Locale,
  timeZone: string,
  { dueAt, moment }: { dueAt: Date; moment: Date },
) {
  const dayOf = (at: Date) => new Intl.DateTimeFormat('sv', { timeZone }).format(at)
  const isToday = dayOf(dueAt) === dayOf(moment)
  const isTomorrow = dayOf(dueAt) === dayOf(new Date(moment.getTime() + 86_400_000))
  const isNear = dueAt.getTime() - moment.getTime() < week
  const style = isNear
    ? ({ weekday: 'long' } as const)
    : ({ weekday: 'long', day: 'numeric', month: 'long' } as const)
  return {
    when: isToday ? ('today' as const) : isTomorrow ? ('tomorrow' as const) : ('day' as const),
    day: new Intl.DateTimeFormat(regions[locale], { ...style, timeZone }).format(dueAt),
    time: hourOf(locale, timeZone, dueAt),
  }
}

/** Italian says "alle 18" or "alle 17:30", English "6 pm" or "5:30 pm". */
function hourOf(locale: Locale, timeZone: string, at: Date) {
  const minutes = new Intl.DateTimeFormat('en-GB', { minute: '2-digit', timeZone }).format(at)
  const isWhole = Number(minutes) === 0
  const style = isWhole ? {} : ({ minute: '2-digit' } as const)
  const hour = new Intl.DateTimeFormat(regions[locale], {
    hour: 'numeric',
    ...style,
    hourCycle: locale === 'en' ? 'h12' : 'h23',
    timeZone,
  })
  return hour.format(at)
}
