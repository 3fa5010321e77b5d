import { and, eq, isNull, ne } from 'drizzle-orm'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { beforeEach, expect, test, vi } from 'vitest'
import { keepPromises, planPromises } from '#app/clock/promises.server.ts'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { editIdea } from '#app/domain/ideas/edit.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import { lease } from '#app/domain/jobs/job.server.ts'
import { promiseFigures } from '#app/domain/promises/figures.server.ts'
import { promiseAndQuestions, promisesAmong } from '#app/domain/promises/idea-promise.server.ts'
import { medianOf, shareKept, stateOf } from '#app/domain/promises/promise.rules.ts'
import { restorePromise, runningPromise } from '#app/domain/promises/promise.server.ts'
import { openQuestion } from '#app/domain/promises/question.server.ts'
import {
  latePromises,
  nextPromises,
  pausedPromises,
  promiseCounts,
} from '#app/domain/promises/watch.server.ts'
import { record } from '#app/domain/activity/record.server.ts'
import { changeCounting, countingOf } from '#app/domain/promises/calendar.server.ts'
import { readCalendar, readHoliday, writtenCalendar } from '#app/domain/site/calendar-text.rules.ts'
import { addWorkingDays, italianCalendar } from '#app/domain/site/calendar.rules.ts'
import { changeSettings, siteSettings } from '#app/domain/site/site.server.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import {
  answerQuestion,
  askAuthor,
  withdrawQuestion,
} from '#app/domain/workflow/question.server.ts'
import { speakers } from '#app/messages/i18n.ts'
import { PromisedDay } from '#app/ui/promised-day.tsx'
import { cachedPage } from '#app/web/page-cache.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { ideas, statuses } from '#db/schema/ideas.ts'
import { jobs } from '#db/schema/jobs.ts'
import { promises, questions } from '#db/schema/promises.ts'
import { settings } from '#db/schema/site.ts'
import { moves } from '#db/schema/workflow.ts'
import { at } from '#db/time.ts'
import { world } from '#tests/world.ts'

type World = Awaited<ReturnType<typeof world>>
let house: World

// A Monday morning in Rome.
const monday = new Date('2026-03-09T09:00:00Z')
const later = (hours: number, from = monday) => new Date(+from + hours * 3_600_000)
const onDay = (day: string, hour = '10:00') => new Date(`${day}T${hour}:00Z`)

beforeEach(async () => {
  house = await at(monday, world)
  await transaction(async (tx) => {
    await tx.delete(promises).where(ne(promises.id, ''))
    await tx.delete(activity).where(ne(activity.id, ''))
    await changeSettings(tx, { promisesPlannedAt: monday.toISOString() })
  })
})

const move = (moment: Date, to: string, number = house.refillStation.number) =>
  at(moment, () =>
    transaction((tx) =>
      moveIdea(tx, house.ada, number, { to, note: 'Because.', reason: 'too_costly' }),
    ),
  )
const promise = async () => (await runningPromise(db, house.refillStation.id))!
const stays = () =>
  db
    .select()
    .from(promises)
    .where(eq(promises.ideaId, house.refillStation.id))
    .orderBy(promises.startedAt)
const ask = (moment: Date, body = 'Which size of tin?') =>
  at(moment, () => transaction((tx) => askAuthor(tx, house.eva, house.refillStation.number, body)))
const lastMove = async () => {
  const all = await db.select().from(moves).where(eq(moves.ideaId, house.refillStation.id))
  return all.sort((one, other) => +one.movedAt - +other.movedAt).at(-1)!
}
const heard = (verb: string) => db.select().from(activity).where(eq(activity.verb, verb))
/** As the clock does, at a moment. */
const tick = (moment: Date) =>
  at(moment, async () => {
    const key = `promise:test:${+moment}:${Math.random()}`
    const [job] = await transaction((tx) =>
      tx.insert(jobs).values({ kind: 'promise', key, payload: {}, runAt: moment }).returning(),
    )
    await keepPromises(job!)
  })

test('a move into a promising status promises an answer by the end of business of its last day', async () => {
  await move(monday, 'shortlisted')
  const made = await promise()
  expect(made).toMatchObject({ status: 'shortlisted', days: 15, origin: 'move', pausedAt: null })
  expect(made.dueAt).toEqual(addWorkingDays(italianCalendar, monday, 15))
  // Fifteen working days from Monday, 9 March; the clocks are turned on the 29th.
  expect(made.dueAt.toISOString()).toBe('2026-03-30T16:00:00.000Z')
  expect(stateOf(made, monday)).toBe('running')
  expect((await promisesAmong(db, [house.refillStation.id])).size).toBe(1)
})

test('voting promises nothing, a status that is given days does, and ideas published into it too', async () => {
  expect(await promise()).toBeUndefined()
  await transaction((tx) =>
    tx.update(statuses).set({ promiseDays: 4 }).where(eq(statuses.id, 'voting')),
  )
  const text = { title: 'Longer rusks', body: 'They break.', categoryId: 'products', tags: [] }
  const idea = await at(monday, () => transaction((tx) => publishIdea(tx, house.ann, text)))
  expect(await runningPromise(db, idea.id)).toMatchObject({ days: 4, origin: 'publication' })
  await transaction((tx) =>
    tx.update(statuses).set({ promiseDays: null }).where(eq(statuses.id, 'voting')),
  )
})

test('moving out keeps the promise until the very moment it is due, and breaks it a moment later', async () => {
  await move(monday, 'shortlisted')
  const { dueAt } = await promise()
  await move(dueAt, 'evaluating')
  const [first, second] = await stays()
  expect(first).toMatchObject({ outcome: 'kept', endedAt: dueAt, tookDays: 15.9 })
  expect(second).toMatchObject({ status: 'evaluating', days: 30, endedAt: null })

  await move(later(0.001, second!.dueAt), 'planned')
  expect((await stays())[1]).toMatchObject({ outcome: 'late' })
  expect(await promise()).toBeUndefined()
})

test('other days in the settings change nothing of what was promised', async () => {
  await move(monday, 'shortlisted')
  const before = await promise()
  const set = (promiseDays: number) =>
    transaction((tx) =>
      tx.update(statuses).set({ promiseDays }).where(eq(statuses.id, 'shortlisted')),
    )
  await set(1)
  await transaction((tx) =>
    changeSettings(tx, { calendar: { ...italianCalendar, timeZone: 'Asia/Tokyo' } }),
  )
  expect(await promise()).toEqual(before)
  await set(15)
  await transaction((tx) => changeSettings(tx, { calendar: italianCalendar }))
})

test('[#112] while the ball is with the author the clock stands, and goes on with the minutes it had', async () => {
  await move(monday, 'shortlisted')
  // Friday, 27 March, 15:00: three hours of that day and nine of the Monday are left.
  expect(await ask(onDay('2026-03-27', '14:00'))).toBe('asked')
  const stood = await promise()
  expect(stood).toMatchObject({ pausedAt: onDay('2026-03-27', '14:00') })
  expect(stateOf(stood, onDay('2027-01-01'))).toBe('paused')

  const { ann, refillStation } = house
  // The clocks were turned meanwhile. Wednesday, 8 April, 10:00 in Rome; Easter Monday is behind.
  await at(onDay('2026-04-08', '08:00'), () =>
    transaction((tx) => postComment(tx, ann, refillStation.number, { body: 'The big one.' })),
  )
  const again = await promise()
  expect(again.pausedAt).toBeNull()
  expect(again.dueAt.toISOString()).toBe('2026-04-09T11:00:00.000Z')
  expect(await openQuestion(db, refillStation.id)).toBeUndefined()
  expect(await heard('question.answered')).toMatchObject([
    { actorId: ann.id, ideaId: refillStation.id },
  ])

  await move(onDay('2026-04-09', '10:59'), 'evaluating')
  const [ended] = await stays()
  expect(ended!.outcome).toBe('kept')
  expect(ended!.tookDays).toBeCloseTo(15.9, 1)
})

test('an edit, the author’s word, or taking the question back end the pause; nobody else does', async () => {
  const { ann, ben, eva, mo, refillStation } = house
  const { number } = refillStation
  await move(monday, 'shortlisted')
  await transaction((tx) =>
    tx.update(statuses).set({ editsOpen: true }).where(eq(statuses.id, 'shortlisted')),
  )
  const asks = () => ask(later(2))

  await asks()
  expect(await ask(later(3))).toBe('already-open')
  const said = (who: World['ben'], body: string) =>
    transaction((tx) => postComment(tx, who, number, { body }))
  await at(later(3), () => said(ben, 'I know it.'))
  expect((await promise()).pausedAt).not.toBeNull()
  const [{ version } = { version: 0 }] = await db
    .select()
    .from(ideas)
    .where(eq(ideas.id, refillStation.id))
  const text = {
    title: refillStation.title,
    body: 'The big one, for a kilo.',
    categoryId: 'packaging',
    tags: [],
  }
  const edited = () => transaction((tx) => editIdea(tx, ann, { number, version }, text))
  expect(await at(later(4), edited)).toBe('edited')
  expect((await promise()).pausedAt).toBeNull()

  await asks()
  expect(await transaction((tx) => answerQuestion(tx, ben, number))).toBeUndefined()
  expect(await at(later(5), () => transaction((tx) => answerQuestion(tx, ann, number)))).toBe(
    'answered',
  )
  expect(await transaction((tx) => answerQuestion(tx, ann, number))).toBe('not-open')

  await asks()
  expect(await transaction((tx) => withdrawQuestion(tx, mo, number))).toBe('not-allowed')
  expect(await transaction((tx) => withdrawQuestion(tx, eva, number))).toBe('withdrawn')
  expect(await transaction((tx) => withdrawQuestion(tx, eva, number))).toBe('not-open')
  const { questions: all } = await promiseAndQuestions(db, refillStation.id)
  expect(all.map(({ closedHow }) => closedHow)).toEqual(['edit', 'word', 'withdrawn'])
  await transaction((tx) =>
    tx.update(statuses).set({ editsOpen: false }).where(eq(statuses.id, 'shortlisted')),
  )
})

test('only who may ask asks, about what they can see, somebody who is there', async () => {
  const { ann, mo, eva, refillStation } = house
  const asked = (who: World['eva'], number = refillStation.number) =>
    transaction((tx) => askAuthor(tx, who, number, 'Why?'))
  expect([await asked(mo), await asked(ann)]).toEqual(['not-allowed', 'not-allowed'])
  expect(await asked(eva, 999_999)).toBeUndefined()
  await transaction((tx) =>
    tx.update(ideas).set({ authorId: null }).where(eq(ideas.id, refillStation.id)),
  )
  expect(await asked(eva)).toBe('no-author')
})

test('two who ask at the same time put one question', async () => {
  await move(monday, 'shortlisted')
  const outcomes = await Promise.all([ask(later(1)), ask(later(1)), ask(later(1))])
  expect(outcomes.sort()).toEqual(['already-open', 'already-open', 'asked'])
  expect(await heard('idea.asked')).toHaveLength(1)
})

test('a question about what is late already stops no clock', async () => {
  await move(monday, 'shortlisted')
  const { dueAt } = await promise()
  await ask(later(1, dueAt))
  expect(stateOf(await promise(), later(1, dueAt))).toBe('late')
  await move(later(2, dueAt), 'evaluating')
  expect((await stays())[0]!.outcome).toBe('late')
})

test('a move during a pause closes the question, and is in time if the clock stood in time', async () => {
  await move(monday, 'shortlisted')
  await ask(later(4))
  await move(onDay('2026-12-01'), 'declined')
  expect(await openQuestion(db, house.refillStation.id)).toBeUndefined()
  expect((await stays())[0]).toMatchObject({ outcome: 'kept' })
  expect((await stays())[0]!.tookDays).toBeLessThan(1)
})

test('undoing a move puts promise, pause and question back as they were', async () => {
  await move(monday, 'shortlisted')
  await ask(later(4))
  const [before, question] = [await promise(), await openQuestion(db, house.refillStation.id)]
  await move(later(30), 'evaluating')
  const { id: moveId, ideaId } = await lastMove()
  expect(await promise()).toMatchObject({ status: 'evaluating' })
  await transaction((tx) => restorePromise(tx, { ideaId, moveId }))
  expect(await promise()).toEqual(before)
  expect(await openQuestion(db, ideaId)).toEqual(question)
  expect(await stays()).toHaveLength(1)
})

test('a merged idea is owed nothing, and what was kept is not claimed; taken apart, it goes on', async () => {
  await move(monday, 'shortlisted')
  const { id: ideaId } = house.refillStation
  const event = { actorId: house.eva.id, ideaId, subjectId: 'a-merge', data: { targetId: 'other' } }
  await at(onDay('2026-03-13', '17:00'), () =>
    transaction((tx) => record(tx, { verb: 'idea.merged', ...event })),
  )
  expect(await promise()).toBeUndefined()
  expect((await stays())[0]).toMatchObject({ outcome: 'uncounted', tookDays: null })
  expect((await promiseFigures(db)).all).toMatchObject({ kept: 0, late: 0 })

  await at(onDay('2026-03-20', '17:00'), () =>
    transaction((tx) => record(tx, { verb: 'idea.unmerged', ...event })),
  )
  // One week later than it would have been.
  expect((await promise()).dueAt.toISOString()).toBe('2026-04-07T16:00:00.000Z')
  expect(await stays()).toHaveLength(1)
})

test('a status that is retired hands its promises on, or lets them go uncounted', async () => {
  await move(monday, 'shortlisted')
  const { dueAt } = await promise()
  const { id: ideaId } = house.refillStation
  const remapped = (from: string, to: string) =>
    transaction((tx) =>
      record(tx, {
        verb: 'idea.moved',
        actorId: null,
        ideaId,
        subjectId: 'm',
        data: { from, to, remap: 'silent' },
      }),
    )
  await remapped('shortlisted', 'evaluating')
  expect(await promise()).toMatchObject({ status: 'evaluating', dueAt })
  await remapped('evaluating', 'planned')
  expect((await stays())[0]).toMatchObject({ outcome: 'uncounted' })
})

test('the team hears once before the day and once after it, and a kept promise is nobody’s alarm', async () => {
  await move(monday, 'shortlisted')
  const { id, dueAt } = await promise()
  await tick(later(1))
  expect(await heard('promise.near')).toEqual([])
  for (const moment of [onDay('2026-03-25'), onDay('2026-03-25', '11:00'), onDay('2026-03-26')])
    await tick(moment)
  expect(await heard('promise.near')).toMatchObject([{ subjectId: id, actorId: null }])
  await tick(dueAt)
  expect(await heard('promise.overdue')).toEqual([])
  for (const hours of [0.01, 1, 100]) await tick(later(hours, dueAt))
  expect(await heard('promise.overdue')).toMatchObject([{ subjectId: id }])
  expect(await heard('promise.near')).toHaveLength(1)
})

test('[#123] a clock that jumps an hour or a year tells the team once, and coming back repairs it', async () => {
  await transaction(async (tx) => {
    const rows = Array.from({ length: 640 }, (_, i) => ({
      ...house.refillStation,
      id: `${house.refillStation.id.slice(0, -4)}${1_000 + i}`,
      number: 50_000 + i,
    }))
    await tx.insert(ideas).values(rows.map((row) => ({ ...row, status: 'shortlisted' })))
    const dueAt = addWorkingDays(italianCalendar, monday, 15)
    const [startedAt, days, status] = [monday, 15, 'shortlisted']
    await tx
      .insert(promises)
      .values(rows.map(({ id: ideaId }) => ({ ideaId, startedAt, dueAt, days, status })))
  })
  await tick(later(2))
  await tick(later(1))
  expect(await heard('promise.overdue')).toEqual([])

  await tick(later(365 * 24))
  await tick(later(365 * 24 + 1))
  expect(await heard('promise.overdue')).toMatchObject([{ data: { more: 639 } }])
  expect(await heard('promise.near')).toEqual([])

  await tick(later(3))
  const marked = await db.select().from(promises).where(isNull(promises.escalatedAt))
  expect(marked).toHaveLength(640)
  expect(await at(later(3), () => promiseCounts(db))).toMatchObject({ late: 0, running: 640 })
  await tick(later(-365 * 24))
  expect(await heard('promise.near')).toEqual([])
  await transaction((tx) => tx.delete(promises).where(ne(promises.id, '')))
})

test('[#123] what began in a time that has not come begins now', async () => {
  await move(later(365 * 24), 'shortlisted')
  await tick(later(1))
  const { startedAt, dueAt } = await promise()
  expect([startedAt, dueAt]).toEqual([later(1), addWorkingDays(italianCalendar, later(1), 15)])
})

test('a house that is older than its promises gets them once, from now on, none late', async () => {
  await move(monday, 'shortlisted')
  await transaction(async (tx) => {
    await tx.delete(promises).where(ne(promises.id, ''))
    await tx.delete(settings).where(eq(settings.key, 'promisesPlannedAt'))
  })
  const today = onDay('2026-09-01')
  await tick(today)
  const planned = await promise()
  expect(planned).toMatchObject({ origin: 'planning', startedAt: monday, days: 15 })
  expect(planned.dueAt).toEqual(addWorkingDays(italianCalendar, today, 15))
  expect((await siteSettings(db)).promisesPlannedAt).toBe(today.toISOString())
  expect(await heard('promise.overdue')).toEqual([])

  await transaction((tx) => tx.delete(promises).where(ne(promises.id, '')))
  await tick(later(1, today))
  expect(await promise()).toBeUndefined()
})

test('the clock finds by itself what it has to do', async () => {
  await move(monday, 'shortlisted')
  const { dueAt } = await promise()
  await at(later(50, dueAt), planPromises)
  const waiting = and(eq(jobs.kind, 'promise'), eq(jobs.state, 'waiting'))
  expect(await db.select().from(jobs).where(waiting)).not.toEqual([])
  await at(later(51, dueAt), async () => {
    for (const job of await transaction((tx) => lease(tx, 'promise', 9))) await keepPromises(job)
  })
  expect((await heard('promise.overdue')).length).toBeGreaterThan(0)
  expect(await db.select().from(jobs).where(waiting)).toEqual([])
})

test('the team’s lists hold what is late, what is next, and what stands still', async () => {
  await move(monday, 'shortlisted')
  const { dueAt } = await promise()
  const { number } = house.refillStation
  expect(await at(later(1), () => nextPromises(db))).toMatchObject([{ number, dueAt }])
  expect(await at(later(1), () => latePromises(db))).toEqual([])
  expect(await at(later(1, dueAt), () => latePromises(db))).toMatchObject([{ number }])
  expect(await at(later(1, dueAt), () => promiseCounts(db))).toEqual({
    late: 1,
    running: 0,
    paused: 0,
  })
  await ask(later(2), 'Which tin?')
  expect(await pausedPromises(db)).toMatchObject([{ number, question: 'Which tin?' }])
  expect(await at(later(1, dueAt), () => latePromises(db))).toEqual([])
})

test('the share kept counts kept and late, what is overdue among the late, and says what it leaves out', async () => {
  await transaction((tx) => tx.delete(questions).where(ne(questions.id, '')))
  const [open] = await stays()
  expect(open).toBeUndefined()
  const row = (outcome: 'kept' | 'late', endedAt: Date, tookDays: number) => ({
    ...{ ideaId: house.refillStation.id, status: 'shortlisted', days: 15, startedAt: monday },
    ...{ dueAt: endedAt, endedAt, outcome, tookDays },
  })
  const far = onDay('2025-01-15')
  await transaction((tx) =>
    tx
      .insert(promises)
      .values([
        row('kept', onDay('2026-03-01'), 3),
        row('kept', onDay('2026-03-02'), 5),
        row('late', onDay('2026-03-03'), 20),
        row('kept', far, 1),
      ]),
  )
  await move(monday, 'shortlisted')
  const { dueAt } = await promise()
  const figures = await at(later(1), () => promiseFigures(db, onDay('2026-01-01')))
  expect(figures.all).toEqual({ kept: 2, late: 1, days: 5 })
  expect(shareKept(figures.all)).toBeCloseTo(2 / 3)
  expect(figures).toMatchObject({ running: 1, paused: 0, waiting: 0 })
  expect((await at(later(1), () => promiseFigures(db))).all).toEqual({ kept: 3, late: 1, days: 4 })

  const overdue = await at(later(1, dueAt), () => promiseFigures(db, onDay('2026-01-01')))
  expect(overdue).toMatchObject({ all: { kept: 2, late: 2 }, running: 0, waiting: 1 })
})

test('the median is the middle, or the mean of the two middles', () => {
  const of = (...values: [number, number][]) =>
    medianOf(values.map(([value, count]) => ({ value, count })))
  expect(of()).toBeUndefined()
  expect(of([4, 1])).toBe(4)
  expect(of([9, 1], [1, 1], [2, 1])).toBe(2)
  expect(of([1, 2], [2, 2])).toBe(1.5)
  expect(shareKept({ kept: 0, late: 0 })).toBeUndefined()
})

test('[#113] the page names and the clock enforces the same instant, whoever reads where', () => {
  const due = addWorkingDays(italianCalendar, monday, 15)
  const state = (moment: Date) =>
    stateOf({ dueAt: due, pausedAt: null, endedAt: null, outcome: null }, moment)
  expect([state(due), state(new Date(+due + 1))]).toEqual(['running', 'late'])
  for (const language of ['it', 'en'] as const) {
    const page = createElement(PromisedDay, { at: due, timeZone: italianCalendar.timeZone })
    const i18n = speakers[language]
    const told = renderToStaticMarkup(createElement(I18nextProvider, { i18n }, page))
    expect(told).toContain(`dateTime="${due.toISOString()}"`)
    expect(told).toContain(language === 'it' ? '>il 30 marzo 2026<' : '>30 March 2026<')
    expect(told).toMatch(/18:00/)
  }
  // An evening that is the next day already in Rome is named as Rome's day.
  const late = createElement(PromisedDay, {
    at: '2026-04-10T22:30:00Z',
    timeZone: 'Europe/Rome',
  })
  const told = renderToStaticMarkup(createElement(I18nextProvider, { i18n: speakers.it }, late))
  expect(told).toContain('>l’11 aprile 2026<')
})

test('a page that lies ready says “late” a minute after the day at the latest, though nothing is written', async () => {
  await move(monday, 'shortlisted')
  const made = await promise()
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    const asked = (moment: number) => {
      vi.setSystemTime(moment)
      const make = async () => ({
        ...{ status: 200, headers: new Headers() },
        body: stateOf(made, new Date(Date.now())),
      })
      return cachedPage('a promise', 0, async ({ texts }) => Buffer.concat(texts), make)
    }
    const told = async (moment: number) => (await asked(moment)).forms.identity.toString()
    expect(await told(+made.dueAt - 1_000)).toBe('running')
    expect(await told(+made.dueAt + 59_500)).toBe('late')
  } finally {
    vi.useRealTimers()
  }
})

test('the calendar is read as it is written, and every mistake is named beside its field', () => {
  const fields = writtenCalendar(italianCalendar, 'pasqua')
  expect(fields).toMatchObject({ from0: '09:00', to4: '18:00', from5: '' })
  expect(readCalendar(fields, monday)).toEqual({ calendar: italianCalendar })
  const wrong = (change: Partial<typeof fields>) => {
    const said = readCalendar({ ...fields, ...change }, monday)
    return 'errors' in said
      ? Object.entries(said.errors).map(([k, v]) => `${k} ${v.split('.').at(-1)}`)
      : []
  }
  expect(wrong({ timeZone: 'Europe/Roma' })).toEqual(['timeZone zone'])
  expect(wrong({ from0: '9', to1: '08:00', to2: '' })).toEqual([
    'from0 time',
    'to1 order',
    'to2 both',
  ])
  expect(wrong({ from3: '00:00', to3: '24:00' })).toEqual([])
  expect(wrong({ holidays: '25/12 Natale\n31/02 Mai' })).toEqual(['holidays holiday'])
  const closed = { from0: '', to0: '', from1: '', to1: '', from2: '', to2: '' }
  expect(wrong({ ...closed, from3: '', to3: '', from4: '', to4: '' })).toEqual(['from0 none'])
  const always = Array.from({ length: 12 }, (_, m) =>
    Array.from(
      { length: m === 1 ? 29 : [3, 5, 8, 10].includes(m) ? 30 : 31 },
      (_, d) => `${d + 1}/${m + 1}`,
    ),
  ).flat()
  expect(wrong({ holidays: always.slice(60).join('\n') })).toEqual(
    ['holidays tooMany', 'holidays never'].slice(0, 1),
  )
  expect(readHoliday('24/12/2026 Vigilia')).toEqual({ day: '2026-12-24', name: 'Vigilia' })
  expect(readHoliday('Easter+1 Easter Monday')).toEqual({ day: 'easter+1', name: 'Easter Monday' })
  expect(readHoliday('29/2')).toEqual({ day: '02-29', name: '' })
})

test('two who change the calendar at once: the second is told, and nothing is lost', async () => {
  const { ada } = house
  const { seen, ...before } = await countingOf(db)
  const change = (promiseWarning: number, mark: string) =>
    transaction((tx) => changeCounting(tx, ada, { ...before, promiseWarning }, mark))
  expect(await change(5, seen)).toBe('saved')
  expect(await change(7, seen)).toBe('stale')
  const now = await countingOf(db)
  expect(now.promiseWarning).toBe(5)
  expect(await change(5, now.seen)).toBe('unchanged')
  expect(await change(3, now.seen)).toBe('saved')
})
