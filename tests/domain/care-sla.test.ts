import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lookAfterCases } from '#app/clock/care.server.ts'
import { changeCase } from '#app/domain/care/change.server.ts'
import { addMessage, type NewMessage } from '#app/domain/care/message.server.ts'
import { addPolicy, allPolicies, changePolicy } from '#app/domain/care/policy.server.ts'
import { openCase } from '#app/domain/care/open.server.ts'
import {
  type Clock,
  ended,
  leftOf,
  minutesUntil,
  paused,
  planned,
  policyFor,
  replanned,
  resumed,
  started,
} from '#app/domain/care/sla.rules.ts'
import { neverDue } from '#app/domain/care/state.rules.ts'
import { type Calendar, italianCalendar } from '#app/domain/site/calendar.rules.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { cases } from '#db/schema/care.ts'
import { caseClocks } from '#db/schema/care-clocks.ts'
import { caseActs } from '#db/schema/care-desk.ts'
import { at } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

const minute = 60_000
const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  dateStyle: 'short',
  timeStyle: 'short',
})
const wallOf = (moment: Date) => wall.format(moment)

/** Every minute from a moment on, at which the house works: counted one by one, with the clock of the machine. */
const holidays = new Set(['2026-04-05', '2026-04-06', '2026-10-04', '2026-11-01'])
const known = new Map<string, boolean>()
function isWork(moment: Date, everyDay: boolean) {
  const key = `${+moment} ${everyDay}`
  if (!known.has(key)) known.set(key, worksAt(moment, everyDay))
  return known.get(key)!
}
function worksAt(moment: Date, everyDay: boolean) {
  const [day = '', hour = ''] = wallOf(moment).split(' ')
  if (holidays.has(day)) return false
  const weekday = new Date(`${day}T12:00Z`).getUTCDay()
  if (!everyDay && (weekday === 0 || weekday === 6)) return false
  return everyDay ? hour >= '01:00' && hour < '05:00' : hour >= '09:00' && hour < '18:00'
}
function countedMinutes(from: Date, to: Date, everyDay = false) {
  let sum = 0
  for (let at = +from; at < +to; at += minute) if (isWork(new Date(at), everyDay)) sum++
  return sum
}
function countedEnd(from: Date, minutes: number, everyDay = false) {
  let at = +from
  for (let left = minutes; left > 0; at += minute) if (isWork(new Date(at), everyDay)) left--
  return new Date(at)
}

/** A house that works at night, when clocks are changed: from 1 to 5 on every day. */
const nightly: Calendar = {
  ...italianCalendar,
  hours: Array.from({ length: 7 }, () => ({ from: 60, to: 300 })),
}

test('a clock runs out exactly when its working minutes are over, over weekends, holidays and both changes of the clock [#112]', () => {
  const starts = [
    '2026-03-27T17:30+01:00', // Friday before summer time
    '2026-03-29T01:30+01:00', // the night of 23 hours
    '2026-04-03T16:00+02:00', // before Easter and its Monday
    '2026-10-23T17:00+02:00', // Friday before winter time
    '2026-10-25T02:30+02:00', // the hour that comes twice, the first time
    '2026-10-25T02:30+01:00', // and the second
    '2026-10-30T12:00+01:00', // before All Saints
  ]
  for (const text of starts)
    for (const minutes of [1, 60, 240, 600, 2_400])
      for (const everyDay of [false, true]) {
        const calendar = everyDay ? nightly : italianCalendar
        const from = new Date(text)
        const { dueAt } = started(calendar, minutes, from)
        expect([text, minutes, dueAt]).toEqual([text, minutes, countedEnd(from, minutes, everyDay)])
      }
})

test('as an agent would say it: eight hours from Friday at five are over on Monday at four, also when clocks change [#112]', () => {
  const due = (text: string) => wallOf(started(italianCalendar, 480, new Date(text)).dueAt)
  expect(due('2026-03-27T17:00+01:00')).toBe('2026-03-30 16:00')
  expect(due('2026-10-23T17:00+02:00')).toBe('2026-10-26 16:00')
  // The night in which the clock goes from 2 to 3 has three working hours of its four; the other has five.
  const nights = (text: string) => wallOf(started(nightly, 240, new Date(text)).dueAt)
  expect(nights('2026-03-29T01:00+01:00')).toBe('2026-03-30 02:00')
  expect(nights('2026-10-25T01:00+02:00')).toBe('2026-10-25 04:00')
})

const moments = fc
  .integer({ min: +new Date('2026-03-20'), max: +new Date('2026-04-10') })
  .map((ms) => new Date(Math.floor(ms / minute) * minute))
const autumn = fc
  .integer({ min: +new Date('2026-10-20'), max: +new Date('2026-11-05') })
  .map((ms) => new Date(Math.floor(ms / minute) * minute))
const anyMoment = fc.oneof(moments, autumn)

test('whatever the pauses, a clock takes the minutes worked outside of them [#112]', () => {
  const pauses = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 7 })
  fc.assert(
    fc.property(anyMoment, pauses, fc.integer({ min: 1, max: 1_000 }), (from, steps, minutes) => {
      let moment = from
      let worked = 0
      let clock: Clock = started(italianCalendar, minutes, from)
      for (const [i, step] of steps.entries()) {
        const next = new Date(+moment + step * minute)
        if (!clock.pausedAt) worked += countedMinutes(moment, next)
        const change = i % 2 ? resumed : paused
        clock = { ...clock, ...change(italianCalendar, clock, next) }
        expect(Math.round(leftOf(italianCalendar, clock, next)) + 0).toBe(minutes - worked)
        moment = next
      }
      const { tookMinutes, outcome } = ended(italianCalendar, clock, moment)
      expect(tookMinutes).toBe(worked)
      expect(outcome).toBe(worked <= minutes ? 'kept' : 'broken')
    }),
    { numRuns: 60 },
  )
})

test('what is planned backwards is counted back: a clock that is late knows by how much', () => {
  fc.assert(
    fc.property(anyMoment, fc.integer({ min: 1, max: 2_000 }), (moment, late) => {
      const { dueAt } = planned(italianCalendar, { minutes: 60 }, { left: -late, moment })
      expect(minutesUntil(italianCalendar, moment, dueAt)).toBeCloseTo(-late, 3)
    }),
    { numRuns: 100 },
  )
})

test('another priority plans what is left anew, and forgets nothing of what was used', () => {
  fc.assert(
    fc.property(
      ...[anyMoment, fc.integer({ min: 60, max: 960 }), fc.integer({ min: 60, max: 960 })],
      fc.integer({ min: 0, max: 3_000 }),
      (from: Date, before: number, after: number, later: number) => {
        const moment = new Date(+from + later * minute)
        const clock = started(italianCalendar, before, from)
        const anew = { ...clock, ...replanned(italianCalendar, clock, { minutes: after, moment }) }
        const used = countedMinutes(from, moment)
        expect(leftOf(italianCalendar, anew, moment)).toBeCloseTo(after - used, 3)
      },
    ),
    { numRuns: 60 },
  )
})

test('the first policy that fits is the case’s own', () => {
  const policy = (name: string, topicId: string | null, priority: string | null) => ({
    ...{ name, topicId, priority, firstMinutes: 1, nextMinutes: 1, resolutionMinutes: 1 },
  })
  const policies = [
    policy('urgent products', 'product', 'urgent'),
    policy('urgent', null, 'urgent'),
    policy('products', 'product', null),
    policy('all', null, null),
  ]
  const of = (topicId: string, priority: string) => policyFor(policies, { topicId, priority })?.name
  expect(of('product', 'urgent')).toBe('urgent products')
  expect(of('press', 'urgent')).toBe('urgent')
  expect(of('product', 'low')).toBe('products')
  expect(of('press', 'low')).toBe('all')
  expect(policyFor(policies.slice(0, 3), { topicId: 'press', priority: 'low' })).toBeUndefined()
})

/** Monday 9 November 2026 and what follows, at so many hours on the clock of the wall. */
const on = (day: number, hour: number, minutes = 0) =>
  new Date(Date.UTC(2026, 10, day, hour - 1, minutes))

async function desk() {
  const house = await world()
  const carla = await transaction((tx) => person(tx, 'carla', ['care']))
  const found = await at(on(9, 10), () =>
    transaction((tx) =>
      openCase(tx, {
        ...{ topicId: 'order', subject: 'My parcel', body: 'It did not come.', locale: 'it' },
        ...{ source: 'form', isConfirmed: true, personId: house.ann.id },
      }),
    ),
  )
  return { ...house, carla, id: found.id }
}
const now = async (id: string) => (await db.select().from(cases).where(eq(cases.id, id)))[0]!
const clocksOf = (id: string) =>
  db.select().from(caseClocks).where(eq(caseClocks.caseId, id)).orderBy(caseClocks.startedAt)
const clock = async (id: string, name: string) =>
  (await clocksOf(id)).filter((row) => row.clock === name).at(-1)
const say = (moment: Date, id: string, who: Pick<NewMessage, 'side' | 'authorId' | 'leavesAs'>) =>
  at(moment, () =>
    transaction(async (tx) => addMessage(tx, await now(id), { body: 'Words.', ...who })),
  )
const change = (moment: Date, agent: Person, id: string, wish: object) =>
  at(moment, () =>
    transaction(async (tx) =>
      changeCase(tx, agent, { id }, { ...wish, seen: (await now(id)).version }),
    ),
  )
const look = (moment: Date, payload: { replan?: boolean } = {}) =>
  at(moment, () => lookAfterCases({ id: 'none', payload } as Parameters<typeof lookAfterCases>[0]))

test('first answer, next answer and resolution each run in working hours, and wait while the member is asked [#112]', async () => {
  const { ann, carla, id } = await desk()
  expect(await now(id)).toMatchObject({ dueClock: 'first', dueAt: on(9, 18) })
  // 40 hours: eight on Monday, nine on each day after, five on Friday.
  expect((await clock(id, 'resolution'))!.dueAt).toEqual(on(13, 14))

  await say(on(9, 12), id, { side: 'care', authorId: carla.id, leavesAs: 'waiting' })
  expect(await clock(id, 'first')).toMatchObject({ outcome: 'kept', tookMinutes: 120 })
  expect(await now(id)).toMatchObject({ state: 'waiting', dueAt: neverDue, dueClock: null })
  expect(await clock(id, 'resolution')).toMatchObject({ leftMinutes: 40 * 60 - 120, dueAt: null })

  // Two days later: neither the night nor the waiting has counted.
  await say(on(11, 20), id, { side: 'member', authorId: ann.id })
  expect(await now(id)).toMatchObject({ state: 'open', dueClock: 'next', dueAt: on(12, 17) })
  await say(on(12, 18, 30), id, { side: 'care', authorId: carla.id })
  expect(await clock(id, 'next')).toMatchObject({ outcome: 'broken', tookMinutes: 9 * 60 })

  await change(on(13, 10), carla, id, { state: 'solved' })
  expect(await clock(id, 'resolution')).toMatchObject({ outcome: 'kept', tookMinutes: 120 + 600 })
  expect(await now(id)).toMatchObject({ dueAt: neverDue, dueClock: null })
  await say(on(16, 9), id, { side: 'member', authorId: ann.id })
  const again = await clock(id, 'resolution')
  expect(again).toMatchObject({ outcome: null, endedAt: null, dueAt: on(19, 10) })
  expect(await clocksOf(id)).toHaveLength(4)
})

test('a snoozed case goes on, a case that was never answered does not count as answered', async () => {
  const { carla, id } = await desk()
  await change(on(9, 11), carla, id, { state: 'snoozed', snoozedUntil: on(20, 9) })
  expect(await now(id)).toMatchObject({ dueClock: 'first', dueAt: on(9, 18) })
  await change(on(9, 12), carla, id, { state: 'closed' })
  expect(await clock(id, 'first')).toMatchObject({ outcome: 'void' })
  expect(await clock(id, 'resolution')).toMatchObject({ outcome: 'kept', tookMinutes: 120 })
})

test('a change of priority plans anew', async () => {
  const { carla, id } = await desk()
  await change(on(9, 10, 30), carla, id, { priority: 'urgent' })
  expect(await now(id)).toMatchObject({ dueClock: 'first', dueAt: on(9, 11), urgency: 0 })
  expect((await clock(id, 'resolution'))!.dueAt).toEqual(on(9, 18))
  await change(on(9, 10, 45), carla, id, { priority: 'low' })
  expect(await now(id)).toMatchObject({ dueClock: 'first', dueAt: on(10, 17), urgency: 3 })
})

test('care is warned once before a clock runs out, and a broken one is marked', async () => {
  const { carla, id } = await desk()
  await change(on(9, 10), carla, id, { assigneeId: carla.id })
  const told = async () =>
    (await db.select().from(activity).where(eq(activity.subjectId, id))).filter(
      ({ verb }) => verb === 'case.breaching',
    )
  await look(on(9, 15, 59))
  expect(await told()).toHaveLength(0)
  await look(on(9, 16))
  await look(on(9, 17))
  expect(await told()).toMatchObject([{ data: { assigneeId: carla.id, clock: 'first' } }])
  expect((await clock(id, 'first'))!.breachedAt).toBeNull()
  await look(on(9, 18))
  await look(on(9, 19))
  expect((await clock(id, 'first'))!.breachedAt).toEqual(on(9, 18))
  const acts = await db.select().from(caseActs).where(eq(caseActs.caseId, id))
  expect(acts.filter(({ act }) => act === 'warned' || act === 'breached')).toHaveLength(2)
})

test('a changed policy plans the clocks of open cases anew, those of others and of solved ones stay', async () => {
  const { ada, carla, id } = await desk()
  const others = await desk()
  await change(on(9, 10), carla, others.id, { state: 'solved' })
  const solved = await clocksOf(others.id)
  const policies = await allPolicies(db)
  const { id: policyId, version: seen, name } = policies.find((one) => one.priority === 'normal')!
  const every = { name, topicId: null, priority: 'normal' as const, nextMinutes: 60 }
  const promised = { ...every, firstMinutes: 120, resolutionMinutes: null }
  const wish = { id: policyId, seen }
  expect(await transaction((tx) => changePolicy(tx, ada, wish, promised))).toBe('changed')
  await look(on(9, 11), { replan: true })
  expect(await now(id)).toMatchObject({ dueClock: 'first', dueAt: on(9, 12) })
  expect(await clock(id, 'resolution')).toMatchObject({ outcome: 'void' })
  expect(await clocksOf(others.id)).toEqual(solved)

  // What was said already is not said again by a change that does not concern the case.
  await look(on(9, 11, 45))
  const warned = (await clock(id, 'first'))!.warnedAt
  expect(warned).not.toBeNull()
  const low = { ...every, name: 'Slow', priority: 'low' as const, firstMinutes: 600 }
  await transaction((tx) => addPolicy(tx, ada, { ...low, resolutionMinutes: null }))
  await look(on(9, 11, 50), { replan: true })
  expect((await clock(id, 'first'))!.warnedAt).toEqual(warned)
})
