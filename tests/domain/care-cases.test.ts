import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { lookAfterCases } from '#app/clock/care.server.ts'
import { findCase } from '#app/domain/care/case.server.ts'
import { changeCase } from '#app/domain/care/change.server.ts'
import { letLeave } from '#app/domain/care/leave.server.ts'
import { noteLook } from '#app/domain/care/looked.server.ts'
import { mergeCase } from '#app/domain/care/merge.server.ts'
import {
  addMessage,
  deleteMessage,
  type NewMessage,
  takeBack,
  takeBackMs,
} from '#app/domain/care/message.server.ts'
import { addNote, deleteNote } from '#app/domain/care/note.server.ts'
import { confirmCase, type NewCase, openCase } from '#app/domain/care/open.server.ts'
import { findOwnCase, ownCases } from '#app/domain/care/own.server.ts'
import { splitMessage } from '#app/domain/care/split.server.ts'
import { lease } from '#app/domain/jobs/job.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { caseMessages, cases } from '#db/schema/care.ts'
import { caseClocks } from '#db/schema/care-clocks.ts'
import { caseActs, caseCalls, caseTags } from '#db/schema/care-desk.ts'
import { auditEntries } from '#db/schema/site.ts'
import { at, now } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

const minute = 60_000
const day = 86_400_000

/** Ann wrote about mouldy rusks; Carla and Carlo answer for care. */
async function desk() {
  const house = await world()
  const [carla, carlo] = await transaction(async (tx) => [
    await person(tx, 'carla', ['care']),
    await person(tx, 'carlo', ['care']),
  ])
  return { ...house, carla: carla!, carlo: carlo!, found: await open(house.ann) }
}

const open = (writer: Person | undefined, wish: Partial<NewCase> = {}) =>
  transaction((tx) =>
    openCase(tx, {
      ...{ topicId: 'product', subject: 'Mould on rusks', body: 'There is mould in the bag.' },
      ...{ locale: 'en', source: 'form', isConfirmed: true, personId: writer?.id, ...wish },
    }),
  )
const say = (id: string, wish: Partial<NewMessage> & Pick<NewMessage, 'side' | 'authorId'>) =>
  transaction(async (tx) =>
    addMessage(tx, (await caseNow(id))!, { body: 'Which batch is it?', ...wish }),
  )
const caseNow = async (id: string) => (await db.select().from(cases).where(eq(cases.id, id)))[0]!
const change = async (agent: Person, id: string, wish: Parameters<typeof changeCase>[3]) =>
  transaction((tx) => changeCase(tx, agent, { id }, wish))
const bring = async (
  agent: Person,
  id: string,
  wish: Omit<Parameters<typeof changeCase>[3], 'seen'>,
) => change(agent, id, { ...wish, seen: (await caseNow(id)).version })
const verbsOf = async (id: string) =>
  (await db.select().from(activity).where(eq(activity.subjectId, id))).map(({ verb }) => verb)
const actsOf = async (id: string) =>
  (await db.select().from(caseActs).where(eq(caseActs.caseId, id))).map(({ act }) => act)
const sweep = () => work({})
async function work(payload: Record<string, unknown>) {
  await lookAfterCases({ id: 'none', payload } as Parameters<typeof lookAfterCases>[0])
}

test('a case has a number for the phone and an id that nobody guesses [#56]', async () => {
  const { ann, found } = await desk()
  const other = await open(ann)
  expect(other.number).toBe(found.number + 1)
  expect(found.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(found.mailKey).toMatch(/^[0-9a-f]{32}$/)
  expect(found).toMatchObject({ state: 'new', priority: 'high', isUnanswered: true })
})

test('what a case was made from makes one case, however often it is asked', async () => {
  const { ann } = await desk()
  const one = await open(ann, { source: 'idea', sourceId: 'idea-1' })
  const again = await open(ann, { source: 'idea', sourceId: 'idea-1', subject: 'Other words' })
  expect(again.id).toBe(one.id)
  expect(await db.$count(caseMessages, eq(caseMessages.caseId, one.id))).toBe(1)
})

test('nobody of care sees a case before its sender has followed the link', async () => {
  const { carla } = await desk()
  const guest = await open(undefined, { email: 'Guest@Example.org', name: 'G', isConfirmed: false })
  expect(await findCase(db, carla, guest.id)).toBeUndefined()
  expect(await db.$count(caseClocks, eq(caseClocks.caseId, guest.id))).toBe(0)
  expect(await verbsOf(guest.id)).toEqual([])
  await transaction((tx) => confirmCase(tx, guest.id))
  expect(await transaction((tx) => confirmCase(tx, guest.id))).toBeUndefined()
  expect(await findCase(db, carla, guest.id)).toMatchObject({ emailFolded: 'guest@example.org' })
  expect(await verbsOf(guest.id)).toEqual(['case.opened'])
})

test('moderators, evaluators and members find no case; its owner finds what was said, and no note [#44 #50]', async () => {
  const { ann, ben, eva, mo, ada, carla, found } = await desk()
  for (const stranger of [undefined, ann, ben, eva, mo])
    expect(await findCase(db, stranger, found.id)).toBeUndefined()
  expect(await findCase(db, ada, found.id)).toBeDefined()
  await transaction((tx) => addNote(tx, carla, found, { body: 'SECRET-NOTE' }))
  expect(await findOwnCase(db, ben, found.id)).toBeUndefined()
  const own = await findOwnCase(db, ann, found.id)
  expect(own?.messages).toHaveLength(1)
  expect(JSON.stringify(own)).not.toMatch(/SECRET-NOTE|assigneeId|priority|mailKey/)
  expect(await ownCases(db, ben)).toEqual([])
})

test('an answer leaves after ten seconds; until then the member sees nothing and it can be taken back', async () => {
  const { ann, ben, carla, carlo, found } = await desk()
  const moment = now()
  const kept = await at(moment, () =>
    say(found.id, {
      ...{ side: 'care', authorId: carla.id, leavesAs: 'waiting' },
      leavesAt: new Date(+moment + takeBackMs),
    }),
  )
  if (typeof kept === 'string') throw new Error(kept)
  expect((await findOwnCase(db, ann, found.id))?.messages).toHaveLength(1)
  expect(await caseNow(found.id)).toMatchObject({ state: 'new', isUnanswered: true })
  const back = (agent: Person, caseId = found.id) =>
    transaction((tx) => takeBack(tx, agent, caseId, kept.id))
  expect(await back(carlo)).toBe('left')
  const other = await open(ben)
  expect(await back(carla, other.id)).toBe('left')
  expect(await back(carla)).toEqual({ body: 'Which batch is it?' })
  expect(await back(carla)).toBe('left')
  const due = await at(new Date(+moment + day), () => transaction((tx) => lease(tx, 'care', 9)))
  expect(due.filter(({ payload }) => 'leaves' in payload)).toEqual([])
})

test('once it has left, the member has it, the case waits for them, and it cannot be taken back', async () => {
  const { ann, carla, found } = await desk()
  const moment = now()
  const leavesAt = new Date(+moment + takeBackMs)
  const kept = await at(moment, () =>
    say(found.id, { side: 'care', authorId: carla.id, leavesAs: 'waiting', leavesAt }),
  )
  if (typeof kept === 'string') throw new Error(kept)
  await at(leavesAt, () => work({ leaves: kept.id }))
  await at(leavesAt, () => work({ leaves: kept.id }))
  const own = await findOwnCase(db, ann, found.id)
  expect(own).toMatchObject({ state: 'waiting', messages: [{ side: 'member' }, { side: 'care' }] })
  expect(await caseNow(found.id)).toMatchObject({ isUnanswered: false, messagesCount: 2 })
  expect(
    await at(leavesAt, () => transaction((tx) => takeBack(tx, carla, found.id, kept.id))),
  ).toBe('left')
  expect(await verbsOf(found.id)).toEqual(['case.opened', 'case.answered'])
})

test('what the member writes while an answer is kept back stays unanswered [#107]', async () => {
  const { ann, carla, carlo, found } = await desk()
  const moment = now()
  const said = (by: Person, seconds: number) =>
    at(new Date(+moment + seconds * 1000), () =>
      say(found.id, {
        ...{ side: 'care', authorId: by.id, body: `from ${by.displayName}`, leavesAs: 'solved' },
        leavesAt: new Date(+moment + seconds * 1000 + takeBackMs),
      }),
    )
  const [one, other] = [await said(carla, 1), await said(carlo, 2)]
  await at(new Date(+moment + 5_000), () =>
    say(found.id, { side: 'member', authorId: ann.id, body: 'And one more thing.' }),
  )
  for (const kept of [other, one])
    if (typeof kept !== 'string')
      await at(new Date(+moment + 13_000), () => transaction((tx) => letLeave(tx, kept.id)))
  const own = await findOwnCase(db, ann, found.id)
  expect(own!.messages.slice(1).map(({ body }) => body)).toEqual([
    'from carla',
    'from carlo',
    'And one more thing.',
  ])
  expect(await caseNow(found.id)).toMatchObject({ state: 'open', isUnanswered: true })
  const clocks = await db.select().from(caseClocks).where(eq(caseClocks.caseId, found.id))
  expect(
    clocks
      .filter(({ endedAt }) => !endedAt)
      .map(({ clock }) => clock)
      .sort(),
  ).toEqual(['next', 'resolution'])
})

test('two agents who change a case at once: the second is told, and nothing of it is done [#106]', async () => {
  const { carla, carlo, found } = await desk()
  const seen = found.version
  const outcomes = await Promise.all([
    change(carla, found.id, { assigneeId: carla.id, seen }),
    change(carlo, found.id, { assigneeId: carlo.id, tags: { add: ['mould'] }, seen }),
  ])
  expect(outcomes.sort()).toEqual(['changed', 'changed-meanwhile'])
  const after = await caseNow(found.id)
  expect(after.state).toBe('open')
  const tags = await db.select().from(caseTags).where(eq(caseTags.caseId, found.id))
  expect(tags.length).toBe(after.assigneeId === carlo.id ? 1 : 0)
  expect((await actsOf(found.id)).filter((act) => act === 'assigned')).toHaveLength(1)
})

test('a change that is refused changes nothing, not even what could have been', async () => {
  const { ann, carla, found } = await desk()
  const tags = { add: ['x'] }
  const before = await caseNow(found.id)
  expect(await bring(carla, found.id, { assigneeId: ann.id, tags })).toBe('no-such-agent')
  expect(await bring(carla, found.id, { topicId: 'nothing', tags })).toBe('no-such-topic')
  expect(await bring(carla, found.id, { state: 'snoozed', snoozedUntil: new Date(0) })).toBe('past')
  const many = Array.from({ length: 13 }, (_, i) => `t${i}`)
  expect(await bring(carla, found.id, { tags: { add: many } })).toBe('too-many-tags')
  expect(await bring(carla, found.id, { state: 'solved' })).toBe('changed')
  expect(await bring(carla, found.id, { state: 'waiting' })).toBe('no-way')
  expect(await db.$count(caseTags, eq(caseTags.caseId, found.id))).toBe(0)
  expect((await caseNow(found.id)).assigneeId).toBe(before.assigneeId)
})

test('the member opens a solved case again by writing, for fourteen days; then it is closed', async () => {
  const { ann, carla, found } = await desk()
  const moment = now()
  await bring(carla, found.id, { state: 'solved' })
  const wrote = (days: number) =>
    at(new Date(+moment + days * day), () =>
      say(found.id, { side: 'member', authorId: ann.id, body: 'It is there again.' }),
    )
  expect(await wrote(13)).toMatchObject({ side: 'member' })
  expect(await caseNow(found.id)).toMatchObject({
    state: 'open',
    solvedAt: null,
    isUnanswered: true,
  })
  await at(new Date(+moment + 14 * day), () => bring(carla, found.id, { state: 'solved' }))
  await at(new Date(+moment + 27 * day), sweep)
  expect((await caseNow(found.id)).state).toBe('solved')
  expect(await wrote(28.5)).toBe('shut')
  await at(new Date(+moment + 29 * day), sweep)
  expect((await caseNow(found.id)).state).toBe('closed')
  expect(await wrote(29)).toBe('shut')
  expect(await actsOf(found.id)).toContain('reopened')
})

test('a snoozed case wakes at its moment, or as soon as the member writes', async () => {
  const { ann, carla, found } = await desk()
  const until = new Date(+now() + 2 * day)
  await bring(carla, found.id, { state: 'snoozed', snoozedUntil: until })
  await at(new Date(+until - minute), sweep)
  expect((await caseNow(found.id)).state).toBe('snoozed')
  await at(until, sweep)
  expect(await caseNow(found.id)).toMatchObject({ state: 'open', snoozedUntil: null })
  await bring(carla, found.id, { state: 'snoozed', snoozedUntil: null })
  await say(found.id, { side: 'member', authorId: ann.id })
  expect((await caseNow(found.id)).state).toBe('open')
})

test('a duplicate is merged into the original of the same person, and what is said goes on there', async () => {
  const { ann, ben, carla, found } = await desk()
  const double = await open(ann, { subject: 'Again: mould', body: 'I wrote twice.' })
  const others = await open(ben)
  const merge = async (into: number, id = double.id) => {
    const { version: seen } = await caseNow(id)
    return transaction((tx) => mergeCase(tx, carla, { id }, { into, seen }))
  }
  expect(await merge(others.number)).toBe('other-person')
  expect(await merge(double.number)).toBe('same-case')
  expect(await merge(99_999)).toBe('no-such-case')
  expect((await caseNow(double.id)).state).toBe('new')
  await bring(carla, found.id, { state: 'solved' })
  expect(await merge(found.number)).toBe('merged')
  expect(await merge(found.number)).toBe('merged-already')

  expect(await caseNow(double.id)).toMatchObject({ state: 'merged', mergedIntoId: found.id })
  expect(await caseNow(found.id)).toMatchObject({ state: 'open', messagesCount: 2 })
  const reply = await say(double.id, { side: 'member', authorId: ann.id, body: 'To the old one.' })
  expect(reply).toMatchObject({ caseId: found.id })
  const own = await findOwnCase(db, ann, found.id)
  expect(own!.messages.map(({ body }) => body)).toEqual([
    'There is mould in the bag.',
    'I wrote twice.',
    'To the old one.',
  ])
  expect((await ownCases(db, ann)).map(({ id }) => id)).toEqual([found.id])
  const clocks = await db.select().from(caseClocks).where(eq(caseClocks.caseId, double.id))
  expect(clocks.map(({ outcome }) => outcome)).toEqual(['void', 'void'])
  const acts = await db.select().from(auditEntries).where(eq(auditEntries.act, 'case.merged'))
  expect(acts.at(-1)?.subject).toBe(double.id)
})

test('mail of the same address is merged, mail of an address that only looks so is not', async () => {
  const { carla } = await desk()
  const mail = (email: string) => open(undefined, { email, source: 'mail' })
  const [one, two, three] = [
    await mail('a@b.it'),
    await mail('A@b.it'),
    await mail('a@b.it.example'),
  ]
  const merge = (id: string, into: number) =>
    transaction((tx) => mergeCase(tx, carla, { id }, { into, seen: 1 }))
  expect(await merge(three.id, one.number)).toBe('other-person')
  expect(await merge(two.id, one.number)).toBe('merged')
})

test('a message about something else becomes a case of its own, since it was written', async () => {
  const { ann, ben, carla, found } = await desk()
  const moment = now()
  const later = new Date(+moment + 5 * minute)
  const said = await at(later, () =>
    say(found.id, { side: 'member', authorId: ann.id, body: 'And where are my points?' }),
  )
  if (typeof said === 'string') throw new Error(said)
  const split = (messageId: string, of = found) =>
    transaction((tx) =>
      splitMessage(tx, carla, of, { messageId, subject: 'Missing points', topicId: 'order' }),
    )
  const others = await open(ben)
  expect(await split(said.id, others)).toBe('no-such-message')
  const made = await at(new Date(+later + minute), () => split(said.id))
  if (typeof made === 'string') throw new Error(made)
  expect(made).toMatchObject({ topicId: 'order', personId: ann.id, createdAt: later })
  const own = await findOwnCase(db, ann, made.id)
  expect(own!.messages).toMatchObject([{ body: 'And where are my points?', at: later }])
  expect((await findOwnCase(db, ann, found.id))!.messages).toHaveLength(1)
  expect(await caseNow(found.id)).toMatchObject({ messagesCount: 1, isUnanswered: true })
  const [first] = await db.select().from(caseMessages).where(eq(caseMessages.caseId, found.id))
  expect(await split(first!.id)).toBe('only-one')
})

test('an agent deletes what they wrote within ten minutes, and that it was there stays [#45]', async () => {
  const { ann, ben, carla, carlo, found } = await desk()
  const moment = now()
  const said = await say(found.id, { side: 'care', authorId: carla.id, body: 'Wrong words.' })
  const note = await transaction((tx) => addNote(tx, carla, found, { body: 'Wrong note.' }))
  if (typeof said === 'string') throw new Error(said)
  const others = await open(ben)
  const drop = (agent: Person, caseId = found.id, messageId = said.id) =>
    transaction((tx) => deleteMessage(tx, agent, caseId, messageId))
  const [first] = await db
    .select()
    .from(caseMessages)
    .where(and(eq(caseMessages.caseId, found.id), eq(caseMessages.side, 'member')))
  expect(await drop(carlo)).toBe('too-late')
  expect(await drop(carla, others.id)).toBe('too-late')
  expect(await drop(ann, found.id, first!.id)).toBe('too-late')
  expect(await at(new Date(+moment + 11 * minute), () => drop(carla))).toBe('too-late')
  expect(await drop(carla)).toBe('deleted')
  expect(await transaction((tx) => deleteNote(tx, carla, others.id, note.id))).toBe('too-late')
  expect(await transaction((tx) => deleteNote(tx, carla, found.id, note.id))).toBe('deleted')
  const own = await findOwnCase(db, ann, found.id)
  expect(own!.messages[1]).toMatchObject({ body: '', deletedAt: expect.any(Date) })
})

test('who is called in a note and answers cases is told; others are not', async () => {
  const { mo, carla, carlo, found } = await desk()
  const body = `@${carlo.handle} and @${mo.handle} and @${carla.handle}, look.`
  const note = await transaction((tx) => addNote(tx, carla, found, { body }))
  expect(note.calls).toEqual([carlo.id])
  const calls = () => db.select().from(caseCalls).where(eq(caseCalls.caseId, found.id))
  expect(await calls()).toMatchObject([{ agentId: carlo.id, seenAt: null }])
  await transaction((tx) => noteLook(tx, carlo, found.id))
  expect(await calls()).toMatchObject([{ seenAt: expect.any(Date) }])
  await transaction((tx) => addNote(tx, carla, found, { body }))
  expect(await calls()).toMatchObject([{ seenAt: null }])
})
