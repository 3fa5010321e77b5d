export const minuteMs = 60_000
const dayMs = 86_400_000

/** A time zone by its IANA name. */
export type Zone = string
/** A day as the number of days after 1 January 1970, whatever the zone. */
export type DayNumber = number

/** A day as it is written: `2026-11-22`. */
export const dayOf = (day: DayNumber) => new Date(day * dayMs).toISOString().slice(0, 10)

/** The weekday of a day, 0 on Mondays. */
export const weekdayOf = (day: DayNumber) => (((day + 3) % 7) + 7) % 7

/** Whether a zone of this name is known to this machine. */
export function isZone(name: string) {
  try {
    return !!new Intl.DateTimeFormat('en', { timeZone: name })
  } catch {
    return false
  }
}

type Stretch = { from: number; to: number; offset: number }

/** The clock on the wall of a zone: which days and hours moments are there, and the other way round. */
export class Moments {
  static #all = new Map<Zone, Moments>()
  readonly #clock: Intl.DateTimeFormat
  readonly #stretches = new Map<DayNumber, Stretch[]>()

  private constructor(timeZone: Zone) {
    const two = '2-digit'
    const day = { year: 'numeric', month: two, day: two } as const
    const hour = { hour: two, minute: two, second: two, hourCycle: 'h23' } as const
    this.#clock = new Intl.DateTimeFormat('en-US', { timeZone, ...day, ...hour })
  }

  /** Making a format takes milliseconds: each zone has one. */
  static of(timeZone: Zone) {
    const known = this.#all.get(timeZone) ?? new Moments(timeZone)
    this.#all.set(timeZone, known)
    return known
  }

  /** What the clock on the wall says at a moment, as if it said so in Greenwich. */
  #wall(moment: number) {
    const said: Record<string, string> = {}
    for (const { type, value } of this.#clock.formatToParts(moment)) said[type] = value
    const of = (part: string) => Number(said[part])
    const date = new Date(0)
    // Not Date.UTC: it takes the years before 100 for those after 1900.
    date.setUTCFullYear(of('year'), of('month') - 1, of('day'))
    date.setUTCHours(of('hour'), of('minute'), of('second'), ((moment % 1000) + 1000) % 1000)
    return +date
  }

  #offset = (moment: number) => this.#wall(moment) - moment

  /** The day on the wall at a moment. */
  dayNumber(moment: number): DayNumber {
    const around = this.#around(Math.floor(moment / dayMs))
    const here = around.find(({ from, to }) => from <= moment && moment < to)
    return Math.floor((moment + (here?.offset ?? this.#offset(moment))) / dayMs)
  }

  /** When the clock on the wall of a day stands between two times, as moments; gaps and repeats exact. */
  spans(day: DayNumber, hours: { from: number; to: number }): [number, number][] {
    const [begin, end] = [hours.from, hours.to].map((minutes) => day * dayMs + minutes * minuteMs)
    return this.#around(day)
      .map(({ from, to, offset }): [number, number] => [
        Math.max(from, begin! - offset),
        Math.min(to, end! - offset),
      ])
      .filter(([from, to]) => from < to)
  }

  /** The stretches of one offset in the three days of Greenwich that hold every moment of a day. */
  #around(day: DayNumber) {
    const known = this.#stretches.get(day)
    if (known) return known
    const [from, to] = [(day - 1) * dayMs, (day + 2) * dayMs]
    const [before, after] = [this.#offset(from), this.#offset(to)]
    const found =
      before === after
        ? [{ from, to, offset: before }]
        : this.#turned({ from, to }, { before, after })
    if (this.#stretches.size > 5_000) this.#stretches.clear()
    this.#stretches.set(day, found)
    return found
  }

  #turned({ from, to }: Omit<Stretch, 'offset'>, { before, after }: Record<string, number>) {
    let [low, high] = [from, to]
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (this.#offset(middle) === before) low = middle
      else high = middle
    }
    return [
      { from, to: high, offset: before! },
      { from: high, to, offset: after! },
    ]
  }
}
