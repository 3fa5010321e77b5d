import { expect, test } from 'vitest'
import { dayMinutes, minutesIn, writtenMinutes } from '#app/domain/care/duration.rules.ts'
import {
  addPolicy,
  caughtByEach,
  changePolicy,
  findPolicy,
} from '#app/domain/care/policy.server.ts'
import { openCase } from '#app/domain/care/open.server.ts'
import { contentReport, type Ending, figuresOf } from '#app/domain/care/report.rules.ts'
import { careReport } from '#app/domain/care/report.server.ts'
import { careRules, changeCareRules } from '#app/domain/care/settings.server.ts'
import {
  addTopic,
  changeTopic,
  findTopic,
  placeTopic,
  retireTopic,
  seenOf,
} from '#app/domain/care/topic.server.ts'
import { topicsInUse } from '#app/domain/care/topics-offered.server.ts'
import { italianCalendar } from '#app/domain/site/calendar.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { caseClocks } from '#db/schema/care-clocks.ts'
import { caseRatings } from '#db/schema/care-outcomes.ts'
import { world } from '#tests/world.ts'

const end = (outcome: Ending['outcome'], minutes: number | null, n = 1): Ending => ({
  ...{ clock: 'first', topicId: 'product', priority: 'high', outcome, minutes, n },
})

test('the median is of what was answered; what was not is counted apart', () => {
  const rows = [
    end('kept', 10, 2),
    end('kept', 30),
    end('broken', 500),
    end('void', 1),
    end(null, null, 3),
  ]
  expect(figuresOf(rows)).toEqual({ counted: 4, kept: 3, median: 20, voided: 1, running: 3 })
  expect(figuresOf([end('broken', 7, 3)]).median).toBe(7)
  expect(figuresOf([end('void', 7)])).toMatchObject({ counted: 0, median: null })
})

test('fewer than five answers are not told, nor what would let them be reckoned', () => {
  const group = (name: string, answers: number) => ({
    ...{ group: name, asked: 20, answers, sum: answers * 4, high: answers },
  })
  const { all, groups } = contentReport([
    group('a', 12),
    group('b', 3),
    group('c', 6),
    group('d', 0),
  ])
  expect(all).toMatchObject({ answers: 21, average: 4, high: 1 })
  expect(groups.map(({ average, isFew }) => [average, isFew])).toEqual([
    ...[
      [4, false],
      [null, true],
      [null, true],
      [null, false],
    ],
  ])
  expect(contentReport([group('a', 4)]).all).toMatchObject({ average: null, isFew: true })
})

test('times are read as people write them, and written so that they are read again', () => {
  const perDay = dayMinutes(italianCalendar)
  expect(perDay).toBe(540)
  const read = {
    ...{
      '4 h': 240,
      '30 min': 30,
      '2 giorni': 1080,
      '1 day': 540,
      '1 h 30 min': 90,
      '1,5 ore': 90,
    },
    ...{ '4h': 240, '2D': 1080 },
  }
  for (const [text, minutes] of Object.entries(read)) expect(minutesIn(text, perDay)).toBe(minutes)
  expect(minutesIn('  ', perDay)).toBeNull()
  for (const text of ['4', 'h', '-3 h', '4 weeks', '0 min', '99999 days', '4 h; drop', '4 h 5'])
    expect([text, minutesIn(text, perDay)]).toEqual([text, undefined])
  for (const minutes of [1, 45, 60, 240, 540, 1080, 600])
    for (const locale of ['it', 'en'] as const)
      expect(minutesIn(writtenMinutes(minutes, perDay, locale), perDay)).toBe(minutes)
})

test('who changes the rules of care after somebody else is told, and the limits hold at once', async () => {
  const w = await world()
  const { rules, seen } = await careRules(db)
  const change = (who: typeof w.ada, remedyPoints: number, at = seen) =>
    transaction((tx) => changeCareRules(tx, who, at, { ...rules, remedyPoints }))
  expect(await change(w.mo, 9)).toBe('not-allowed')
  expect(await change(w.ada, rules.remedyPoints)).toBe('unchanged')
  expect(await change(w.ada, 50)).toBe('changed')
  expect(await change(w.ada, 60)).toBe('stale')
  expect((await careRules(db)).rules.remedyPoints).toBe(50)
})

test('topics are added, changed, ordered and retired, but one stays', async () => {
  const w = await world()
  const text = { labelIt: 'Allergie', labelEn: 'Allergies', priority: 'urgent' as const, asks: [] }
  const id = await transaction((tx) => addTopic(tx, w.ada, text))
  expect((await topicsInUse(db)).at(-1)?.id).toBe(id)
  await transaction((tx) => placeTopic(tx, w.ada, id, -1))
  expect((await topicsInUse(db)).at(-2)?.id).toBe(id)
  const seen = seenOf((await findTopic(db, id))!)
  const change = (labelIt: string) =>
    transaction((tx) => changeTopic(tx, w.ada, { id, seen }, { ...text, labelIt }))
  const both = await Promise.all([change('Uno'), change('Due')])
  expect(both.toSorted()).toEqual(['changed', 'stale'])
  for (const topic of await topicsInUse(db))
    if (topic.id !== id) await transaction((tx) => retireTopic(tx, w.ada, topic.id, true))
  expect(await transaction((tx) => retireTopic(tx, w.ada, id, true))).toBe('last')
  for (const name of ['product', 'order', 'account', 'privacy', 'press', 'other'])
    await transaction((tx) => retireTopic(tx, w.ada, name, false))
})

test('each open case is counted at the one policy that catches it', async () => {
  const w = await world()
  const open = (topicId: string) =>
    transaction((tx) =>
      openCase(tx, {
        ...{ topicId, subject: 'Hello', body: 'What now?', locale: 'en', source: 'form' },
        ...{ isConfirmed: true, personId: w.ben.id },
      }),
    )
  const before = await caughtByEach(db)
  const total = [...before.values()].reduce((all, n) => all + n, 0)
  await open('product')
  await open('other')
  const after = await caughtByEach(db)
  expect([...after.values()].reduce((all, n) => all + n, 0)).toBe(total + 2)
  const promised = { name: 'Press', topicId: 'press', priority: null }
  const minutes = { firstMinutes: 60, nextMinutes: null, resolutionMinutes: null }
  const id = await transaction((tx) => addPolicy(tx, w.ada, { ...promised, ...minutes }))
  const change = (firstMinutes: number) =>
    transaction((tx) =>
      changePolicy(tx, w.ada, { id, seen: 1 }, { ...promised, ...minutes, firstMinutes }),
    )
  expect((await Promise.all([change(30), change(45)])).toSorted()).toEqual(['changed', 'stale'])
  expect(await findPolicy(db, id)).toMatchObject({ version: 2 })
})

test('the report of a period holds what ended, was asked and began in it', async () => {
  const w = await world()
  const at = new Date('2031-03-10T10:00:00Z')
  const period = { from: new Date('2031-03-10T00:00:00Z'), to: new Date('2031-03-11T00:00:00Z') }
  const opened = await transaction((tx) =>
    openCase(tx, {
      ...{ topicId: 'order', subject: 'Late', body: 'Where is it?', locale: 'en', source: 'mail' },
      ...{ isConfirmed: true, personId: w.ben.id },
    }),
  )
  const clock = {
    caseId: opened.id,
    topicId: 'order',
    priority: 'normal',
    startedAt: at,
    minutes: 60,
  }
  await transaction(async (tx) => {
    await tx.insert(caseClocks).values([
      { ...clock, clock: 'first', endedAt: at, tookMinutes: 20, outcome: 'kept' },
      { ...clock, clock: 'next', endedAt: at, tookMinutes: 90, outcome: 'broken' },
      { ...clock, clock: 'next', endedAt: period.to, tookMinutes: 1, outcome: 'kept' },
    ])
    await tx
      .insert(caseRatings)
      .values({ caseId: opened.id, tokenHash: opened.id, askedAt: at, score: 5, ratedAt: at })
  })
  const { clocks, content, volume } = await careReport(db, period)
  expect(clocks.find(({ clock }) => clock === 'first')?.all).toMatchObject({
    counted: 1,
    median: 20,
  })
  expect(clocks.find(({ clock }) => clock === 'next')?.byTopic).toEqual([
    { group: 'order', counted: 1, kept: 0, median: 90, voided: 0, running: 0 },
  ])
  expect(content.all).toMatchObject({ asked: 1, answers: 1, average: null, isFew: true })
  expect(volume).toEqual([])
  const now = Date.now()
  const today = { from: new Date(now - 3_600_000), to: new Date(now + 3_600_000) }
  expect((await careReport(db, today)).volume).toContainEqual({ source: 'mail', n: 1 })
})
