import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSession } from '#app/domain/identity/session.server.ts'
import { editIdea } from '#app/domain/ideas/edit.server.ts'
import { newDraftId } from '#app/domain/ideas/draft.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { ideas } from '#db/schema/ideas.ts'
import { at } from '#db/time.ts'
import { type House, openHouse } from '#tests/house.ts'
import { world } from '#tests/world.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** A member with `/ideas/new` open in as many windows as they like, all on the same draft. */
async function atTheirDesk() {
  const { ben } = await world()
  const Cookie = `granaio_session=${await startSession(ben.id, '', '')}`
  const draft = newDraftId()
  const send = (fields: Record<string, string>, path = '/ideas/new') =>
    fetch(house.origin + path, {
      method: 'POST',
      body: new URLSearchParams({ draft, category: 'packaging', confirm: 'yes', ...fields }),
      headers: { Origin: house.origin, Cookie },
      redirect: 'manual',
    })
  /** What they have sent, whether a moderator looks first or not, or what is a draft of theirs. */
  const said = async (what: 'sent' | 'draft') => {
    const rows = await db.select().from(ideas).where(eq(ideas.authorId, ben.id))
    return rows
      .filter(({ status }) => (status === 'draft') === (what === 'draft'))
      .map(({ title, body }) => ({ title, body }))
      .sort((one, other) => (one.title < other.title ? -1 : 1))
  }
  return { ben, send, said }
}

const bread = { title: 'Bread that waits for its owner', body: 'Baked at six, fetched at eight.' }
const cakes = { title: 'Cakes by the slice on Sundays', body: 'Whole ones are too large for two.' }

test('the same form sent twice, or twice at once, is one idea', async () => {
  const { send, said } = await atTheirDesk()
  const form = { ...bread, body: `${bread.body}\r\n` }
  const answers = [...(await Promise.all([send(form), send(form)])), await send(form)]
  const places = answers.map(({ status, headers }) => [status, headers.get('Location')])
  expect(new Set(places.map((place) => place.join())).size).toBe(1)
  expect(places[0]![0]).toBe(303)
  expect(await said('sent')).toEqual([bread])
  expect(await said('draft')).toEqual([])
})

test('what a second window says of a draft that was published is not lost: it is an idea of its own', async () => {
  const { send, said } = await atTheirDesk()
  const first = await send(bread)
  const second = await send(cakes)
  expect(second.status).toBe(303)
  expect(second.headers.get('Location')).not.toBe(first.headers.get('Location'))
  expect(await said('sent')).toEqual([bread, cakes])
  expect(await said('draft')).toEqual([])
})

test('a second window whose words are sent twice, or twice at once, makes one idea of them', async () => {
  const { send, said } = await atTheirDesk()
  await send(bread)
  const both = await Promise.all([send(cakes), send(cakes)])
  const places = [...both, await send(cakes)].map(({ headers }) => headers.get('Location'))
  expect(new Set(places).size).toBe(1)
  expect(await said('sent')).toEqual([bread, cakes])
  expect(await said('draft')).toEqual([])
})

test('a form that is sent again after its idea was edited leads to that idea', async () => {
  const { ben, send, said } = await atTheirDesk()
  await send(bread)
  const [idea] = await db.select().from(ideas).where(eq(ideas.authorId, ben.id))
  const text = { ...cakes, categoryId: 'packaging', tags: [], locale: 'it' as const }
  const edit = () => transaction((tx) => editIdea(tx, ben, idea!, text))
  expect(await at(new Date(Date.now() + 60_000), edit)).toBe('edited')
  for (const words of [bread, cakes]) expect((await send(words)).status).toBe(303)
  expect(await said('sent')).toEqual([cakes])
  expect(await said('draft')).toEqual([])
})

test('two windows that publish one draft at the same moment publish both texts', async () => {
  for (let i = 0; i < 5; i++) {
    const { send, said } = await atTheirDesk()
    const answers = await Promise.all([send(bread), send(cakes)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await said('sent')).toEqual([bread, cakes])
    expect(await said('draft')).toEqual([])
  }
})

test('what is not ready stays a draft of its own, shown again with what is wanting', async () => {
  const { send, said } = await atTheirDesk()
  await send(bread)
  const answer = await send({ ...cakes, title: 'Cakes' })
  expect(answer.status).toBe(400)
  const page = await answer.text()
  expect(page).toContain(cakes.body)
  expect(await said('sent')).toEqual([bread])
  expect(await said('draft')).toEqual([{ ...cakes, title: 'Cakes' }])
})

test('what the editor saves by itself changes nothing of what is published, and begins nothing', async () => {
  const { send, said } = await atTheirDesk()
  await send(bread)
  expect((await send({ ...bread, title: 'Bread that wai' }, '/ideas/new/draft')).status).toBe(409)
  expect(await said('sent')).toEqual([bread])
  expect(await said('draft')).toEqual([])
})
