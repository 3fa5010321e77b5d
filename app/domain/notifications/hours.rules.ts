/** Where the community lives until its calendar says otherwise. */
export const timeZone = 'Europe/Rome'

const kept = new Map<string, Intl.DateTimeFormat>()

/** The clock asks every second, and a format takes twenty milliseconds to make. */
function format(locale: string, options: Intl.DateTimeFormatOptions) {
  const name = `${locale} ${JSON.stringify(options)}`
  const made = kept.get(name) ?? new Intl.DateTimeFormat(locale, options)
  kept.set(name, made)
  return made
}

/** The day of a moment where the community lives, as `2026-11-22`. */
export const dayIn = (timeZone: string, moment: Date) =>
  format('sv-SE', { timeZone, dateStyle: 'short' }).format(moment)

/** The hour of a moment where the community lives, from 0 to 23. */
export const hourIn = (timeZone: string, moment: Date) =>
  Number(format('en-GB', { timeZone, hour: '2-digit', hour12: false }).format(moment)) % 24

/** The hours of the day whose digests are due at a moment; the one that a spring night leaves out is among them. */
export const hoursDue = (timeZone: string, moment: Date) =>
  Array.from({ length: hourIn(timeZone, moment) + 1 }, (_, hour) => hour)

export type Quiet = { quietFrom: number | null; quietTo: number | null }

function isQuiet({ quietFrom: from, quietTo: to }: Quiet, hour: number) {
  if (from === null || to === null || from === to) return false
  return from < to ? from <= hour && hour < to : hour >= from || hour < to
}

const quarter = 15 * 60_000
const ends = new Map<string, Date>()

/** When the quiet hours end in which `moment` lies, to the quarter of an hour; `undefined` outside of them. */
export function quietEnd(quiet: Quiet, timeZone: string, moment: Date) {
  if (!isQuiet(quiet, hourIn(timeZone, moment))) return undefined
  const start = Math.ceil((moment.getTime() + 1) / quarter) * quarter
  const name = `${timeZone} ${quiet.quietFrom} ${quiet.quietTo} ${start}`
  const known = ends.get(name)
  if (known) return known
  let end = start
  while (isQuiet(quiet, hourIn(timeZone, new Date(end)))) end += quarter
  if (ends.size > 500) ends.clear()
  ends.set(name, new Date(end))
  return ends.get(name)
}
