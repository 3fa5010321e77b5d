import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addWorkingDays,
  addWorkingMinutes,
  type Calendar,
  dayAt,
  holidayOn,
  isAtWork,
  italianCalendar,
  workingDaysOf,
  workingMinutesBetween,
} from '#app/domain/site/calendar.rules.ts'
import { easterOf } from '#app/domain/site/holiday.rules.ts'
import { dayOf } from '#app/domain/site/zone.rules.ts'

const minute = 60_000
const rome = (written: string) => new Date(written)

/** The same questions answered the slow way: each minute is looked up on the clock of the wall. */
function oracle({ timeZone, hours, holidays }: Calendar) {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const free = new Set(holidays.map(({ day }) => day))
  const look = (moment: number) => {
    const [, weekday, d, m, y, hour, min] = /^(\w+),? (\d+)\/(\d+)\/(\d+),? (\d+):(\d+)$/.exec(
      clock.format(moment),
    )!
    const day = `${y}-${m}-${d}`
    const open = hours[['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(weekday!)]
    const time = Number(hour) * 60 + Number(min)
    const works = !!open && open.from <= time && time < open.to
    return { day, works: works && !free.has(day) && !free.has(day.slice(5)) }
  }
  const between = (from: number, to: number) => {
    let sum = 0
    for (let at = from; at < to; at += minute) if (look(at).works) sum++
    return sum
  }
  const addMinutes = (from: number, minutes: number) => {
    let at = from
    for (let left = minutes; left > 0; at += minute) if (look(at).works) left--
    return at
  }
  const addDays = (from: number, days: number) => {
    const first = look(from).day
    let [end, seen, last] = [0, 0, '']
    for (let at = from; seen <= days; at += minute) {
      const { day, works } = look(at)
      if (!works || day === first) continue
      if (day !== last) seen++
      if (seen > days) break
      ;[last, end] = [day, at + minute]
    }
    return end
  }
  return { between, addMinutes, addDays, look }
}

// Half hours (Kolkata, Lord Howe's half-hour summer), quarters (Kathmandu, Chatham), clocks that
// turn at midnight (Asunción, Havana, Beirut, Cairo, the Azores), and far ones.
const zones = [
  'Europe/Rome',
  'Europe/London',
  'America/New_York',
  'America/Asuncion',
  'America/Havana',
  'America/St_Johns',
  'America/Nuuk',
  'Asia/Beirut',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'UTC',
]
/** Nights on which clocks are turned somewhere, and any other moment. */
const nights = [
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2026-03-08T07:00Z',
  '2026-11-01T06:00Z',
  '2024-10-06T04:00Z',
  '2024-03-24T03:00Z',
  '2026-03-29T00:00Z',
  '2026-04-04T15:00Z',
  '2026-04-24T00:00Z',
  '2026-10-29T21:00Z',
].map((night) => +new Date(night) / minute)
const moments = fc
  .oneof(
    fc.tuple(fc.constantFrom(...nights), fc.integer({ min: -2_880, max: 2_880 })),
    fc.tuple(fc.integer({ min: 26_300_000, max: 31_500_000 }), fc.constant(0)),
  )
  .map(([night, away]) => (night + away) * minute)
const hours = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 1, max: 1_440 }))
    .map(([one, other]) => ({ from: Math.min(one, other - 1), to: Math.max(one + 1, other) })),
  fc.constant({ from: 540, to: 1_080 }),
  fc.constant(null),
)
const calendars: fc.Arbitrary<Calendar> = fc.record({
  timeZone: fc.constantFrom(...zones),
  hours: fc
    .array(hours, { minLength: 7, maxLength: 7 })
    .map((days) => (days.some(Boolean) ? days : [{ from: 0, to: 1_440 }, ...days.slice(1)])),
  holidays: fc.array(
    fc
      .oneof(
        fc.constantFrom('03-29', '10-25', '12-25', '2026-03-30', '2026-10-26'),
        moments.map((moment) => new Date(moment).toISOString().slice(0, 10)),
      )
      .map((day) => ({ day, name: '' })),
    { maxLength: 4 },
  ),
})
const seed = Number(process.env.SEED ?? 4)

test('[#112] working minutes between two moments are those of the wall, on any clock', () => {
  const lengths = fc.integer({ min: 0, max: 4 * 1_440 })
  fc.assert(
    fc.property(calendars, moments, lengths, (calendar, from, length) => {
      const to = from + length * minute
      const counted = workingMinutesBetween(calendar, new Date(from), new Date(to))
      expect(counted).toBe(oracle(calendar).between(from, to))
    }),
    { numRuns: 120, seed },
  )
})

test('[#112] minutes added to a moment end where the wall has counted them', () => {
  fc.assert(
    fc.property(calendars, moments, fc.integer({ min: 1, max: 1_500 }), (calendar, from, n) => {
      const reached = addWorkingMinutes(calendar, new Date(from), n)
      expect(+reached).toBe(oracle(calendar).addMinutes(from, n))
      expect(workingMinutesBetween(calendar, new Date(from), reached)).toBe(n)
    }),
    { numRuns: 60, seed },
  )
})

test('[#112] a promise of days ends with the business of the last of them', () => {
  fc.assert(
    fc.property(calendars, moments, fc.integer({ min: 1, max: 4 }), (calendar, from, days) => {
      const due = addWorkingDays(calendar, new Date(from), days)
      expect(+due).toBe(oracle(calendar).addDays(from, days))
      expect(isAtWork(calendar, due)).toBe(oracle(calendar).look(+due).works)
      expect(isAtWork(calendar, new Date(+due - minute))).toBe(true)
    }),
    { numRuns: 40, seed },
  )
})

test('[#112] the hour that is missing on 2026-03-29, and the one that comes twice on 2026-10-25, count as they pass', () => {
  const night: Calendar = {
    ...italianCalendar,
    hours: Array.from({ length: 7 }, () => ({ from: 0, to: 24 * 60 })),
    holidays: [],
  }
  const day = (from: string, to: string) => workingMinutesBetween(night, rome(from), rome(to))
  expect(day('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00')).toBe(23 * 60)
  expect(day('2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00')).toBe(25 * 60)
  expect(+addWorkingMinutes(night, rome('2026-03-29T01:30+01:00'), 60)).toBe(
    +rome('2026-03-29T03:30+02:00'),
  )
  expect(+addWorkingMinutes(night, rome('2026-10-25T02:30+02:00'), 60)).toBe(
    +rome('2026-10-25T02:30+01:00'),
  )
})

test('[#112] a promise made before the clocks are turned is due at six in the evening after it', () => {
  const due = (from: string, days: number) =>
    addWorkingDays(italianCalendar, rome(from), days).toISOString()
  expect(due('2026-03-27T10:00+01:00', 1)).toBe('2026-03-30T16:00:00.000Z')
  expect(due('2026-10-23T10:00+02:00', 1)).toBe('2026-10-26T17:00:00.000Z')
  // Easter Monday, 6 April, is no working day.
  expect(due('2026-04-02T23:00+02:00', 2)).toBe('2026-04-07T16:00:00.000Z')
  // Christmas on a Friday, Saint Stephen on the Saturday, New Year on a Friday.
  expect(due('2026-12-23T18:30+01:00', 5)).toBe('2026-12-31T17:00:00.000Z')
})

test('Easter falls where the almanac says', () => {
  const almanac = [
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
  ]
  expect(almanac.map((day) => dayOf(easterOf(Number(day.slice(0, 4)))))).toEqual(almanac)
  expect(dayOf(easterOf(2285))).toBe('2285-03-22')
  expect(holidayOn(italianCalendar, '2026-04-06')?.name).toBe('Lunedì dell’Angelo')
  expect(holidayOn(italianCalendar, '2026-04-07')).toBeUndefined()
})

test('whoever asks on a day off, by night, or with nothing to add gets a plain answer', () => {
  const sunday = rome('2026-11-22T12:00+01:00')
  expect(isAtWork(italianCalendar, sunday)).toBe(false)
  expect(addWorkingDays(italianCalendar, sunday, 1).toISOString()).toBe('2026-11-23T17:00:00.000Z')
  expect(addWorkingMinutes(italianCalendar, sunday, 0)).toEqual(sunday)
  expect(workingMinutesBetween(italianCalendar, sunday, rome('2020-01-01T00:00Z'))).toBe(0)
  expect(dayAt(italianCalendar, rome('2026-11-22T23:30Z'))).toBe('2026-11-23')
  expect(workingDaysOf(italianCalendar, 540 * 2.5)).toBe(2.5)
})

test('[#123] a calendar without a single working day, and the far future, end in an answer', () => {
  const never: Calendar = { ...italianCalendar, hours: Array.from({ length: 7 }, () => null) }
  expect(+addWorkingDays(never, rome('2026-01-01T00:00Z'), 3)).not.toBeNaN()
  expect(+addWorkingMinutes(never, rome('2026-01-01T00:00Z'), 3)).not.toBeNaN()
  expect(+addWorkingDays(italianCalendar, rome('9990-01-01T00:00Z'), 30)).not.toBeNaN()
  expect(+addWorkingDays(italianCalendar, rome('1970-01-01T00:00Z'), 30)).not.toBeNaN()
})
