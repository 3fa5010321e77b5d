import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  addMacro,
  changeMacro,
  findMacro,
  macrosInUse,
  placeMacro,
  retireMacro,
} from '#app/domain/care/macro.server.ts'
import { type Case, findCase } from '#app/domain/care/case.server.ts'
import { saveNote, sendReply, undoReply } from '#app/domain/care/composer.server.ts'
import { conversationOf } from '#app/domain/care/conversation.server.ts'
import { draftsOf, keepDraft, keepWords } from '#app/domain/care/draft.server.ts'
import { freshReplies } from '#app/domain/care/fresh.server.ts'
import { macroFor, runMacro } from '#app/domain/care/macro-run.server.ts'
import { fillIn, unknownIn } from '#app/domain/care/macro.rules.ts'
import { addMessage } from '#app/domain/care/message.server.ts'
import { openCase } from '#app/domain/care/open.server.ts'
import { findOwnCase } from '#app/domain/care/own.server.ts'
import { newsFor, noticeAgent, othersAt } from '#app/domain/care/presence.server.ts'
import { revealField } from '#app/domain/care/reveal.server.ts'
import { maskedEmail } from '#app/domain/care/sidebar.rules.ts'
import { tagsOfCase, writerOf } from '#app/domain/care/sidebar.server.ts'
import { snoozedUntil } from '#app/domain/care/snooze.rules.ts'
import { timelineOf } from '#app/domain/care/timeline.rules.ts'
import { valuesOf } from '#app/domain/care/values.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { caseMessages } from '#db/schema/care.ts'
import { caseNotes } from '#db/schema/care-desk.ts'
import { auditEntries } from '#db/schema/site.ts'
import { at, now } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

/** Ann wrote about mouldy rusks; Carla and Carlo answer for care. */
async function desk(wish: Partial<Parameters<typeof openCase>[1]> = {}) {
  const house = await world()
  const [carla, carlo] = await transaction(async (tx) => [
    await person(tx, 'carla', ['care']),
    await person(tx, 'carlo', ['care']),
  ])
  const found = await transaction((tx) =>
    openCase(tx, {
      ...{ topicId: 'product', subject: 'Mould on rusks', body: 'There is mould in the bag.' },
      ...{ locale: 'en', source: 'form', isConfirmed: true, personId: house.ann.id, ...wish },
    }),
  )
  return { ...house, carla: carla!, carlo: carlo!, found }
}

const lastIn = async (found: Case) => (await conversationOf(db, found.id)).messages.at(-1)?.id ?? ''
const reply = async (agent: Person, found: Case, wish: object = {}) => {
  const all = { body: 'We are sorry.', fileIds: [], seen: await lastIn(found), leavesAs: 'open' }
  return transaction((tx) =>
    sendReply(tx, agent, found, { ...all, ...wish } as Parameters<typeof sendReply>[3]),
  )
}
const plain = { assign: undefined, tags: [] as string[], priority: '', state: '' } as const

test('both drafts of an agent are kept, each its own, and of nobody else', async () => {
  const { carla, carlo, found } = await desk()
  const place = (kind: 'reply' | 'note') => ({ caseId: found.id, kind })
  await transaction(async (tx) => {
    await keepDraft(tx, carla, place('reply'), { body: 'Dear Ann', fileIds: ['f'] })
    await keepDraft(tx, carla, place('note'), { body: 'Ask quality', fileIds: [] })
    await keepWords(tx, carla, place('reply'), 'Dear Ann, thanks')
  })
  expect(await draftsOf(db, carla, found.id)).toEqual({
    reply: { body: 'Dear Ann, thanks', fileIds: ['f'] },
    note: { body: 'Ask quality', fileIds: [] },
  })
  expect((await draftsOf(db, carlo, found.id)).reply.body).toBe('')
  await transaction((tx) => keepDraft(tx, carla, place('note'), { body: ' ', fileIds: [] }))
  expect((await draftsOf(db, carla, found.id)).note.body).toBe('')
})

test('an answer leaves after ten seconds; until then it is taken back, words and all', async () => {
  const { ann, carla, carlo, found } = await desk()
  expect(await reply(carla, found, { body: ' Hello. ' })).toBe('sent')
  const sent = (await conversationOf(db, found.id)).messages.at(-1)!
  expect(sent.body).toBe('Hello.')
  expect((await findOwnCase(db, ann, found.id))!.messages).toHaveLength(1)
  expect(await freshReplies(db, carla)).toMatchObject([{ id: sent.id, number: found.number }])
  expect(await freshReplies(db, carlo)).toEqual([])

  const taking = (agent: Person) => transaction((tx) => undoReply(tx, agent, found.id, sent.id))
  expect(await taking(carlo)).toBe('left')
  await transaction((tx) =>
    keepWords(tx, carla, { caseId: found.id, kind: 'reply' }, 'And one thing more'),
  )
  expect(await taking(carla)).toBe('undone')
  expect((await draftsOf(db, carla, found.id)).reply.body).toBe('Hello.\n\nAnd one thing more')
  expect(await taking(carla)).toBe('left')

  await reply(carla, found)
  const later = (await conversationOf(db, found.id)).messages.at(-1)!
  const late = new Date(+now() + 11_000)
  expect(await at(late, () => transaction((tx) => undoReply(tx, carla, found.id, later.id)))).toBe(
    'left',
  )
})

test('[#107] who answers after somebody else is told first; then both answers stand, in order', async () => {
  const { carla, carlo, found } = await desk()
  const seen = await lastIn(found)
  expect(await reply(carla, found, { body: 'From Carla' })).toBe('sent')
  expect(await reply(carlo, found, { body: 'From Carlo', seen })).toBe('newer')
  expect(await reply(carlo, found, { body: 'From Carlo' })).toBe('sent')
  const { messages } = await conversationOf(db, found.id)
  expect(messages.map(({ body }) => body).slice(1)).toEqual(['From Carla', 'From Carlo'])
})

test('[#107] two answers at the same moment: one is sent, the other is asked to look', async () => {
  const { carla, carlo, found } = await desk()
  const seen = await lastIn(found)
  const outcomes = await Promise.all([
    reply(carla, found, { body: 'One', seen }),
    reply(carlo, found, { body: 'Two', seen }),
  ])
  expect(outcomes.sort()).toEqual(['newer', 'sent'])
})

test('the same answer, sent twice, is sent once; so is a note', async () => {
  const { carla, found } = await desk()
  const seen = await lastIn(found)
  await reply(carla, found, { seen })
  expect(await reply(carla, found, { seen })).toBe('sent-already')
  for (let times = 0; times < 2; times++)
    await transaction((tx) => saveNote(tx, carla, found, { body: 'Call quality', fileIds: [] }))
  expect(await db.$count(caseMessages, eq(caseMessages.caseId, found.id))).toBe(2)
  expect(await db.$count(caseNotes, eq(caseNotes.caseId, found.id))).toBe(1)
})

test('a placeholder that the case has nothing for stops an answer, whoever typed it', async () => {
  const { carla, found } = await desk()
  const body = 'Dear {{name}}, about {{ product }} of case {{number}}: {{colour}}'
  expect(await reply(carla, found, { body })).toEqual({
    missing: ['product'],
    unknown: ['colour'],
  })
  expect(await db.$count(caseMessages, eq(caseMessages.caseId, found.id))).toBe(1)
  expect(await reply(carla, found, { body: 'Dear {{name}}, case {{number}}.' })).toBe('sent')
  const { messages } = await conversationOf(db, found.id)
  expect(messages.at(-1)!.body).toBe(`Dear ann, case ${found.number}.`)
})

test('a value that looks like a placeholder is put in as it is', () => {
  const values = { name: '{{agent}}', number: '1', subject: '', product: '', batch: '' }
  const all = { ...values, shop: '', topic: '', agent: 'Carla', site: 'V' }
  expect(fillIn('Dear {{name}}', all).text).toBe('Dear {{agent}}')
  expect(unknownIn('{{name}} {{nome}}')).toEqual(['nome'])
})

test('a ready answer shows all that it would do, does its acts at once, and never sends', async () => {
  const { ada, ann, carla, found } = await desk({ product: 'Rusks' })
  const id = await transaction((tx) =>
    addMacro(tx, ada, {
      ...plain,
      ...{ name: 'Sorry', bodyIt: 'Ciao {{name}}', bodyEn: 'Dear {{name}}, {{product}}, {{shop}}' },
      ...{ assign: 'on', tags: ['mould'], priority: 'urgent', state: 'solved' },
    }),
  )
  const macro = (await findMacro(db, id))!
  const shown = macroFor(macro, found, await valuesOf(db, carla, found))
  expect(shown).toMatchObject({ missing: ['shop'], whenSent: 'solved', isOtherLanguage: false })
  expect(shown.now.map(({ act }) => act)).toEqual(['assign', 'tag', 'priority'])

  await transaction((tx) => keepWords(tx, carla, { caseId: found.id, kind: 'reply' }, 'Begun'))
  const run = (seen: number) => transaction((tx) => runMacro(tx, carla, found, { macro, seen }))
  expect(await run(found.version + 7)).toBe('changed-meanwhile')
  expect((await draftsOf(db, carla, found.id)).reply.body).toBe('Begun')
  const { version } = (await findCase(db, carla, found.id))!
  expect(await run(version)).toMatchObject({ done: true, whenSent: 'solved' })
  expect((await draftsOf(db, carla, found.id)).reply.body).toBe(
    'Begun\n\nDear ann, Rusks, {{shop}}',
  )
  const after = (await findCase(db, carla, found.id))!
  expect(after).toMatchObject({ assigneeId: carla.id, priority: 'urgent', state: 'open' })
  expect(await tagsOfCase(db, found.id)).toEqual(['mould'])
  expect((await findOwnCase(db, ann, found.id))!.messages).toHaveLength(1)
})

test('ready answers are ordered, retired and changed, each of it noted, and only as they were seen', async () => {
  const { ada } = await desk()
  const text = (name: string) => ({ ...plain, name, bodyIt: name, bodyEn: '' })
  const [a, b] = await transaction(async (tx) => [
    await addMacro(tx, ada, text('A')),
    await addMacro(tx, ada, text('B')),
  ])
  const names = async () =>
    (await macrosInUse(db)).map(({ name }) => name).filter((name) => /^[AB]/.test(name))
  await transaction((tx) => placeMacro(tx, ada, b!, -1))
  expect(await names()).toEqual(['B', 'A'])
  expect(await transaction((tx) => placeMacro(tx, ada, b!, -1))).toBe('moved')
  const change = (seen: number) =>
    transaction((tx) => changeMacro(tx, ada, { id: a!, seen }, text('A2')))
  expect([await change(1), await change(1)]).toEqual(['changed', 'stale'])
  expect(await transaction((tx) => retireMacro(tx, ada, b!, true))).toBe('retired')
  expect(await names()).toEqual(['A2'])
  expect(await transaction((tx) => retireMacro(tx, ada, 'nothing', true))).toBeUndefined()
  const acts = await db.select().from(auditEntries).where(eq(auditEntries.subject, b!))
  expect(new Set(acts.map(({ act }) => act))).toEqual(
    new Set(['macro.added', 'macro.placed', 'macro.retired']),
  )
})

test('who wrote is masked; the whole of a field is told to agents alone, and each look is noted', async () => {
  const { ann, carla, mo, found } = await desk({ batch: 'L-77' })
  const { member, earlier } = await writerOf(db, found)
  expect(member).toMatchObject({ displayName: 'ann', isVerified: true, ideasCount: 1 })
  expect(JSON.stringify({ member, earlier })).not.toContain('example.org')
  expect(maskedEmail('anna@example.org')).toBe('a•••@e•••.org')

  const ask = (who: Person, field: 'email' | 'birthYear' | 'batch') =>
    transaction((tx) => revealField(tx, who, found.id, { field, purpose: 'safety' }))
  expect([await ask(mo, 'batch'), await ask(ann, 'batch')]).toEqual(['not-allowed', 'not-allowed'])
  expect(await ask(carla, 'batch')).toEqual({ value: 'L-77' })
  expect(await ask(carla, 'birthYear')).toEqual({ value: '1980' })
  expect((await ask(carla, 'email')) as object).toMatchObject({
    value: expect.stringContaining('@example.org') as string,
  })
  const looks = await db.select().from(auditEntries).where(eq(auditEntries.act, 'case.revealed'))
  expect(looks.map(({ details }) => (details as { field: string }).field)).toEqual([
    'batch',
    'birthYear',
    'email',
  ])
  // Not whole entries: the digits of an id are chance.
  const details = looks.map((look) => look.details)
  expect(JSON.stringify(details)).not.toMatch(/L-77|1980|example/)
})

test('the earlier cases are those of the same member, or of the same address, and no others', async () => {
  const { ann, ben, found } = await desk()
  const open = (wish: object) =>
    transaction((tx) =>
      openCase(tx, {
        ...{ topicId: 'product', subject: 'Other', body: 'Words.', locale: 'en', source: 'form' },
        ...{ isConfirmed: true, ...wish },
      }),
    )
  await open({ personId: ann.id })
  await open({ personId: ben.id })
  const guest = await open({ email: 'G@x.org', name: 'Gus' })
  await open({ email: 'g@X.org' })
  expect((await writerOf(db, found)).earlier.count).toBe(1)
  expect(await writerOf(db, guest)).toMatchObject({
    member: null,
    stranger: { name: 'Gus', maskedEmail: 'G•••@x•••.org' },
    earlier: { count: 1 },
  })
})

test('agents see each other at a case for two minutes, and hear of new messages', async () => {
  const { ann, carla, carlo, found } = await desk()
  const seen = await lastIn(found)
  await transaction((tx) => noticeAgent(tx, carlo, found.id, true))
  expect(await othersAt(db, carla, found.id)).toEqual([{ name: 'carlo', isWriting: true }])
  expect(await othersAt(db, carlo, found.id)).toEqual([])
  const later = new Date(+now() + 3 * 60_000)
  expect(await at(later, () => othersAt(db, carla, found.id))).toEqual([])
  expect((await newsFor(db, carla, found.id, seen)).isNewer).toBe(false)
  await transaction((tx) =>
    addMessage(tx, found, { side: 'member', authorId: ann.id, body: 'Still waiting' }),
  )
  expect((await newsFor(db, carla, found.id, seen)).isNewer).toBe(true)
})

test('a case sleeps until eight in the morning of a day, also across the change of the clock', () => {
  const zone = 'Europe/Rome'
  const friday = new Date('2026-10-23T15:00:00Z')
  const until = (until: string, date = '') =>
    snoozedUntil({ until, date } as Parameters<typeof snoozedUntil>[0], friday, zone)
  expect(until('tomorrow')?.toISOString()).toBe('2026-10-24T06:00:00.000Z')
  expect(until('days3')?.toISOString()).toBe('2026-10-26T07:00:00.000Z')
  expect(until('week')?.toISOString()).toBe('2026-10-26T07:00:00.000Z')
  expect(until('date', '2026-12-01')?.toISOString()).toBe('2026-12-01T07:00:00.000Z')
  expect(until('reply')).toBeNull()
  expect(+until('date', '2026-99-99')!).toBeLessThan(+friday)
})

test('what was done between two words stands together, in the order of time', () => {
  const one = (id: string, minute: number) => ({ id, at: new Date(minute * 60_000) })
  const line = timelineOf({
    messages: [one('m1', 1), one('m2', 9)],
    notes: [one('n', 5)],
    acts: [one('a1', 2), one('a2', 3), one('a3', 7)],
  })
  expect(line.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    ...['message m1', 'acts a1', 'note n', 'acts a3', 'message m2'],
  ])
})
