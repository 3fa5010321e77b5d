import { eq, isNotNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { changeCase, type CaseChanges } from '#app/domain/care/change.server.ts'
import { chipOf } from '#app/domain/care/chip.rules.ts'
import { viewCounts } from '#app/domain/care/count.server.ts'
import { soughtIn } from '#app/domain/care/find.rules.ts'
import { findCases } from '#app/domain/care/find.server.ts'
import { beside, caseList, type ListWish, type Place } from '#app/domain/care/list.server.ts'
import { addMessage, deleteMessage } from '#app/domain/care/message.server.ts'
import { addNote } from '#app/domain/care/note.server.ts'
import { type NewCase, openCase } from '#app/domain/care/open.server.ts'
import { neverDue } from '#app/domain/care/state.rules.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { italianCalendar } from '#app/domain/site/calendar.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { cases } from '#db/schema/care.ts'
import { at } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

const minute = 60_000
const usual = { view: 'all', state: 'todo', sort: 'due' } as const

async function desk() {
  const house = await world()
  // What other tests of this file have left is not in the way.
  await transaction((tx) => tx.delete(cases).where(isNotNull(cases.id)))
  const [carla, carlo] = await transaction(async (tx) => [
    await person(tx, 'carla', ['care']),
    await person(tx, 'carlo', ['care']),
  ])
  return { ...house, carla: carla!, carlo: carlo! }
}
const open = (subject: string, wish: Partial<NewCase> = {}) =>
  transaction((tx) =>
    openCase(tx, {
      ...{ topicId: 'other', subject, body: `About: ${subject}`, locale: 'en' },
      ...{ source: 'form', isConfirmed: true, ...wish },
    }),
  )
async function change(agent: Person, id: string, wish: CaseChanges) {
  const [{ version: seen } = { version: 0 }] = await db.select().from(cases).where(eq(cases.id, id))
  return transaction((tx) => changeCase(tx, agent, { id }, { ...wish, seen }))
}
const subjectsOf = async (agent: Person, wish: Partial<ListWish>) =>
  (await caseList(db, agent, { ...usual, ...wish })).rows.map(({ subject }) => subject)
const found = async (typed: string) =>
  (await findCases(db, typed)).rows.map(({ subject }) => subject).sort()

test('each view shows its cases, and only confirmed ones', async () => {
  const { carla, carlo } = await desk()
  const [one, two] = [await open('one'), await open('two')]
  await open('three')
  await open('unconfirmed', { email: 'g@example.org', isConfirmed: false })
  await change(carla, one.id, { assigneeId: carla.id })
  await change(carla, two.id, { assigneeId: carlo.id })
  await transaction((tx) =>
    addNote(tx, carlo, two, { body: `@${carla.handle}, what do you think?` }),
  )
  await transaction((tx) =>
    addMessage(tx, one, { side: 'care', authorId: carla.id, body: 'Done.', leavesAs: 'open' }),
  )
  const of = (view: ListWish['view']) => subjectsOf(carla, { view })
  expect((await of('all')).sort()).toEqual(['one', 'three', 'two'])
  expect(await of('mine')).toEqual(['one'])
  expect(await of('unassigned')).toEqual(['three'])
  expect(await of('called')).toEqual(['two'])
  expect((await of('unattended')).sort()).toEqual(['three', 'two'])
  expect(await viewCounts(db, carla)).toEqual({
    ...{ mine: 1, unassigned: 1, all: 3, called: 1, unattended: 2 },
  })
  const around = await beside(db, carla, [one.id, two.id])
  expect([around(one.id).isCalled, around(two.id).isCalled]).toEqual([false, true])
})

test('states, topics and tags narrow a view', async () => {
  const { carla } = await desk()
  const ids = new Map<string, string>()
  for (const name of ['todo', 'waiting', 'snoozed', 'solved', 'closed'])
    ids.set(name, (await open(name, { topicId: name === 'todo' ? 'press' : 'other' })).id)
  for (const state of ['waiting', 'snoozed', 'solved', 'closed'] as const)
    await change(carla, ids.get(state)!, { state })
  await change(carla, ids.get('todo')!, { tags: { add: ['#Mould  bag', 'other'] } })
  for (const state of ['todo', 'waiting', 'snoozed', 'solved', 'closed'] as const)
    expect(await subjectsOf(carla, { state, sort: 'newest' })).toEqual([state])
  expect(await subjectsOf(carla, { topicId: 'press' })).toEqual(['todo'])
  expect(await subjectsOf(carla, { topicId: 'order' })).toEqual([])
  expect(await subjectsOf(carla, { tag: 'mould bag' })).toEqual(['todo'])
  expect(await subjectsOf(carla, { tag: 'mould' })).toEqual([])
})

test('every case is on one page exactly, in its order, however many were written at the same moment', async () => {
  const { carla } = await desk()
  const moment = new Date('2026-11-09T09:00Z')
  for (let i = 0; i < 70; i++)
    await at(new Date(+moment + Math.floor(i / 3) * minute), () => open(`case ${i}`))
  const some = await caseList(db, carla, usual)
  for (const { id } of some.rows.slice(0, 12)) await change(carla, id, { assigneeId: carla.id })
  for (const sort of ['due', 'newest', 'oldest'] as const) {
    const all: { id: string; key: number }[] = []
    let after: Place | undefined
    do {
      const { rows, next } = await caseList(db, carla, { ...usual, sort, after })
      expect(rows.length).toBeLessThanOrEqual(30)
      all.push(
        ...rows.map((row) => ({
          id: row.id,
          key: +(sort === 'due' ? row.dueAt : row.lastMessageAt),
        })),
      )
      after = next
    } while (after)
    expect(new Set(all.map(({ id }) => id)).size).toBe(70)
    const keys = all.map(({ key }) => key)
    expect(keys).toEqual([...keys].sort((a, b) => (sort === 'newest' ? b - a : a - b)))
  }
  expect((await viewCounts(db, carla)).all).toBe(70)
})

test('of more than ninety-nine cases it is only said that there are more', async () => {
  const { carla } = await desk()
  for (let i = 0; i < 101; i++) await open(`case ${i}`)
  expect((await viewCounts(db, carla)).all).toBe(100)
})

test('agents find cases by words of what was said and noted, by number, address and name', async () => {
  const { ann, carla } = await desk()
  const mould = await open('Mould on rusks', { personId: ann.id, batch: 'L2261' })
  const letter = await open('Late parcel', { email: 'Gino@Example.org', name: 'Gino Bartali' })
  await open('hidden zebra', { email: 'h@example.org', isConfirmed: false })
  const said = await transaction((tx) =>
    addMessage(tx, mould, { side: 'care', authorId: carla.id, body: 'We send a voucher.' }),
  )
  await transaction((tx) => addNote(tx, carla, letter, { body: 'The courier lost it in Brescia.' }))

  expect(await found('mould')).toEqual(['Mould on rusks'])
  expect(await found('RÙSK')).toEqual(['Mould on rusks'])
  expect(await found('voucher')).toEqual(['Mould on rusks'])
  expect(await found('brescia parcel')).toEqual(['Late parcel'])
  expect(await found('L2261')).toEqual(['Mould on rusks'])
  expect(await found('bartali')).toEqual(['Late parcel'])
  expect(await found(ann.handle)).toEqual(['Mould on rusks'])
  expect(await found('gino@example.ORG')).toEqual(['Late parcel'])
  expect(await found(`${ann.handle}@example.org`)).toEqual(['Mould on rusks'])
  expect(await found(`#${letter.number}`)).toEqual(['Late parcel'])
  expect(await found(String(mould.number))).toEqual(['Mould on rusks'])
  for (const nothing of ['zebra', 'h@example.org', '#99999', '', '"', 'mould brescia', '@'])
    expect(await found(nothing)).toEqual([])

  if (typeof said === 'string') throw new Error(said)
  await transaction((tx) => deleteMessage(tx, carla, mould.id, said.id))
  expect(await found('voucher')).toEqual([])
})

test('what is typed is never read as syntax', async () => {
  await desk()
  await open('plain words')
  for (const typed of [
    'words"',
    'words OR x',
    'words* NEAR(',
    '-words:',
    "words' & !a",
    '"plain words',
  ])
    await expect(findCases(db, typed)).resolves.toBeDefined()
  expect(soughtIn('#1042')).toEqual({ number: 1042 })
  expect(soughtIn('99999999999')).toEqual({})
})

test('a search goes on below the last number, to the end', async () => {
  await desk()
  for (let i = 0; i < 35; i++) await open(`oven ${i}`)
  const first = await findCases(db, 'oven')
  const second = await findCases(db, 'oven', first.next)
  expect([first.rows.length, second.rows.length, second.next]).toEqual([30, 5, undefined])
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(35)
})

test('the chip says how much working time is left, turns near at a quarter, and late', () => {
  const dueAt = new Date('2026-11-10T09:20+01:00')
  const due = { state: 'open', dueAt, warnAt: new Date('2026-11-09T17:00+01:00'), dueClock: 'next' }
  const chip = (text: string, wish = {}) =>
    chipOf(italianCalendar, { ...due, ...wish } as Parameters<typeof chipOf>[1], new Date(text))
  // An hour on Monday and twenty minutes on Tuesday: the night does not count.
  expect(chip('2026-11-09T17:00+01:00')).toEqual({
    ...{ tone: 'near', clock: 'next', span: { days: 0, hours: 1, minutes: 20 } },
  })
  expect(chip('2026-11-09T16:59+01:00')).toMatchObject({
    tone: 'ok',
    span: { hours: 1, minutes: 21 },
  })
  expect(chip('2026-11-10T09:50+01:00')).toMatchObject({
    ...{ tone: 'late', span: { hours: 0, minutes: 30 } },
  })
  expect(chip('2026-11-05T09:00+01:00')).toMatchObject({ span: { days: 3, hours: 0, minutes: 0 } })
  for (const none of [{ state: 'solved' }, { dueClock: null }, { dueAt: neverDue }])
    expect(chip('2026-11-09T17:00+01:00', none)).toBeUndefined()
})
