import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { changeCase } from '#app/domain/care/change.server.ts'
import { keepCaseFiles } from '#app/domain/care/file.server.ts'
import { addMessage } from '#app/domain/care/message.server.ts'
import { openCase } from '#app/domain/care/open.server.ts'
import { humanState } from '#app/domain/care/own-case.rules.ts'
import {
  markSeen,
  solveOwnCase,
  unseenAmong,
  writeInOwnCase,
} from '#app/domain/care/own-case.server.ts'
import {
  findUnconfirmed,
  confirmTokenOf,
  forgetUnconfirmedCases,
} from '#app/domain/care/contact.server.ts'
import { caseStates } from '#app/domain/care/state.rules.ts'
import { expectedAnswer } from '#app/routes/my-cases/moment.server.ts'
import { secretId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { caseFiles, caseMessages, cases } from '#db/schema/care.ts'
import { at } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

const day = 86_400_000
const later = <T>(ms: number, act: () => Promise<T>) => at(new Date(Date.now() + ms), act)

async function desk() {
  const house = await world()
  const carla = await transaction((tx) => person(tx, 'carla', ['care']))
  const found = await open({ personId: house.ann.id })
  return { ...house, carla, id: found.id }
}
const open = (who: { personId?: string; email?: string; isConfirmed?: boolean }) =>
  transaction((tx) =>
    openCase(tx, {
      ...{ topicId: 'product', subject: 'Mould', body: 'There is mould.', locale: 'en' },
      ...{ source: 'form', isConfirmed: true, ...who },
    }),
  )
const stateOf = async (id: string) =>
  (await db.select().from(cases).where(eq(cases.id, id)))[0]!.state

test('every state has its words, and an answer is promised in those of the community’s clock', async () => {
  for (const state of caseStates) expect(humanState(state)).toMatch(/^[a-z]+$/)
  const due = (when: string, state = 'open') =>
    ({ state, dueAt: new Date(when), dueClock: 'first' }) as const
  // Thursday 19 November 2026, 10 in the morning in Rome.
  await at(new Date('2026-11-19T09:00:00Z'), async () => {
    const said = (when: string, locale: 'it' | 'en' = 'it') => expectedAnswer(locale, due(when))
    expect(await said('2026-11-19T17:00:00Z')).toEqual({
      ...{ is: 'by', when: 'today', day: 'giovedì', time: '18' },
    })
    expect(await said('2026-11-20T08:30:00Z')).toMatchObject({ when: 'tomorrow', time: '9:30' })
    expect(await said('2026-11-24T17:00:00Z')).toMatchObject({ when: 'day', day: 'martedì' })
    expect(await said('2026-11-24T17:00:00Z', 'en')).toMatchObject({ day: 'Tuesday', time: '6 pm' })
    expect(await said('2026-12-01T17:00:00Z')).toMatchObject({ day: 'martedì 1 dicembre' })
    expect(await said('2026-11-19T08:00:00Z')).toEqual({ is: 'late' })
    for (const state of ['waiting', 'solved', 'closed'])
      expect(await expectedAnswer('it', due('2026-11-20T08:00:00Z', state))).toBeUndefined()
  })
})

test('a member writes in their case once, however often they click, and nobody else does', async () => {
  const { ann, ben, mo, id } = await desk()
  const write = (who: typeof ann) =>
    transaction((tx) => writeInOwnCase(tx, who, id, { body: 'And another', fileIds: [] }))
  const all = await Promise.all([1, 2, 3, 4, 5].map(() => write(ann)))
  expect(new Set(all)).toEqual(new Set(['sent']))
  const said = await db.select().from(caseMessages).where(eq(caseMessages.caseId, id))
  expect(said.filter(({ body }) => body === 'And another')).toHaveLength(1)
  for (const other of [ben, mo]) {
    expect(await write(other)).toBeUndefined()
    expect(await transaction((tx) => solveOwnCase(tx, other, id))).toBeUndefined()
  }
})

test('the same words with another photo are another message, and with the same one the same form', async () => {
  const { ann, id } = await desk()
  const chosen = async (name: string) => {
    const file = { id: secretId(), name, kind: 'image' as const, bytes: 3, width: 8, height: 6 }
    await transaction((tx) => keepCaseFiles(tx, { id: ann.id, side: 'member' }, [file]))
    return file.id
  }
  for (const name of ['one.webp', 'one.webp', 'two.webp']) {
    const said = { body: 'Here it is', fileIds: [await chosen(name)] }
    expect(await transaction((tx) => writeInOwnCase(tx, ann, id, said))).toBe('sent')
  }
  const kept = await db.select().from(caseFiles).where(eq(caseFiles.caseId, id))
  expect(kept.map(({ name }) => name).sort()).toEqual(['one.webp', 'two.webp'])
})

test('who wrote says that it is solved, opens it again within 14 days, and not later', async () => {
  const { ann, id } = await desk()
  const solve = () => transaction((tx) => solveOwnCase(tx, ann, id))
  const write = (body: string) =>
    transaction((tx) => writeInOwnCase(tx, ann, id, { body, fileIds: [] }))
  const both = await Promise.all([solve(), solve()])
  expect(both.sort()).toEqual(['done', 'solved'])
  expect(await stateOf(id)).toBe('solved')
  expect(await later(13 * day, () => write('It is back'))).toBe('reopened')
  expect(await stateOf(id)).toBe('open')
  await later(14 * day, solve)
  expect(await later(29 * day, () => write('Too late'))).toBe('shut')
  expect(await stateOf(id)).toBe('solved')
})

test('an answer is new until its member has looked', async () => {
  const { ann, ben, carla, id } = await desk()
  expect(await unseenAmong(db, ann)).toEqual(new Set())
  await transaction(async (tx) => {
    const [found] = await tx.select().from(cases).where(eq(cases.id, id))
    await addMessage(tx, found!, { side: 'care', authorId: carla.id, body: 'Sorry' })
  })
  expect(await unseenAmong(db, ann)).toEqual(new Set([id]))
  await later(60_000, () => transaction((tx) => markSeen(tx, ben, id)))
  expect(await unseenAmong(db, ann)).toEqual(new Set([id]))
  await later(60_000, () => transaction((tx) => markSeen(tx, ann, id)))
  expect(await unseenAmong(db, ann)).toEqual(new Set())
  const [found] = await db.select().from(cases).where(eq(cases.id, id))
  await transaction((tx) =>
    changeCase(tx, carla, { id }, { state: 'closed', seen: found!.version }),
  )
})

test('what nobody has confirmed within a week is gone, with its words; what was confirmed stays', async () => {
  const { id: kept } = await desk()
  const { id } = await open({ email: 'gina@example.org', isConfirmed: false })
  const token = confirmTokenOf(id)
  expect(await findUnconfirmed(db, token)).toMatchObject({ id })
  await later(6 * day, () => transaction(forgetUnconfirmedCases))
  expect(await findUnconfirmed(db, token)).toBeDefined()
  await later(8 * day, async () => {
    expect(await findUnconfirmed(db, token)).toBeUndefined()
    await transaction(forgetUnconfirmedCases)
  })
  expect(await db.select().from(caseMessages).where(eq(caseMessages.caseId, id))).toEqual([])
  expect(await db.select().from(cases).where(eq(cases.id, kept))).toHaveLength(1)
})
