import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { searchIdeas } from '#app/domain/ideas/idea-search.server.ts'
import { publishIdea, writeIdea } from '#app/domain/ideas/publish.server.ts'
import { DeskQuery, deskSearch, type Order, orders } from '#app/domain/workflow/desk.form.ts'
import {
  deskCounts,
  deskList,
  deskPageSize,
  deskStatuses,
  findDeskIdea,
  ideaAfter,
  knownDeskQuery,
} from '#app/domain/workflow/desk.server.ts'
import { AnswerForm, BulkMoveForm, MoveForm } from '#app/domain/workflow/move.form.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { ideas } from '#db/schema/ideas.ts'
import { at } from '#db/time.ts'
import { world } from '#tests/world.ts'

const ask = (more: Partial<DeskQuery> = {}): DeskQuery => ({ order: 'top', ...more })
const numbersOf = async (query: DeskQuery) =>
  (await deskList(db, query)).ideas.map(({ number }) => number)

let house: Awaited<ReturnType<typeof world>>
let draft: { number: number }
beforeAll(async () => {
  house = await world()
  for (let i = 0; i < deskPageSize + 20; i++)
    await at(new Date(Date.now() - i * 3_600_000), () =>
      transaction(async (tx) => {
        const idea = await publishIdea(tx, house.ann, {
          title: `Bread ${i % 2 ? 'basket' : 'knife'} number ${i}`,
          body: 'Something with flour.',
          categoryId: i % 3 ? 'products' : 'packaging',
          tags: [],
        })
        const values = { votesCount: i % 7 }
        await tx.update(ideas).set(values).where(eq(ideas.id, idea.id))
      }),
    )
  draft = await transaction((tx) =>
    writeIdea(tx, house.ann, { title: 'A draft', body: 'x', categoryId: 'products', tags: [] }),
  )
})

test.each(orders)('a list by %s goes on page by page, each idea once', async (order: Order) => {
  const first = await deskList(db, ask({ order }))
  const second = await deskList(db, ask({ order, after: first.next }))
  const numbers = [...first.ideas, ...second.ideas].map(({ number }) => number)
  expect(first.ideas).toHaveLength(deskPageSize)
  expect(numbers).toHaveLength(deskPageSize + 21)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(second.next).toBeUndefined()
})

test('the idea that follows is the next of the list, across the end of a page too', async () => {
  const first = await deskList(db, ask())
  const [one, two] = first.ideas
  expect(await ideaAfter(db, ask(), one!.number)).toBe(two!.number)
  const [next] = (await deskList(db, ask({ after: first.next }))).ideas
  expect(await ideaAfter(db, ask(), first.ideas.at(-1)!.number)).toBe(next!.number)
  expect(await ideaAfter(db, ask(), 999_999)).toBeUndefined()
})

test('status, category and "unanswered" narrow the list together', async () => {
  const { eva, refillStation } = house
  const wish = { to: 'shortlisted', note: 'We like it.', official: true }
  await transaction((tx) => moveIdea(tx, eva, refillStation.number, wish))
  expect(await numbersOf(ask({ status: 'shortlisted' }))).toEqual([refillStation.number])
  expect(await numbersOf(ask({ status: 'shortlisted', unanswered: '1' }))).toEqual([])
  expect(await numbersOf(ask({ status: 'shortlisted', category: 'products' }))).toEqual([])
  const { ideas: packaging } = await deskList(db, ask({ status: 'voting', category: 'packaging' }))
  expect(packaging.every(({ categoryId }) => categoryId === 'packaging')).toBe(true)
  expect((await deskCounts(db)).get('shortlisted')).toBe(1)
})

test('words and numbers find ideas, and nothing that may be typed breaks the desk', async () => {
  const { refillStation } = house
  expect(await numbersOf(ask({ q: `#${refillStation.number}` }))).toEqual([refillStation.number])
  expect((await numbersOf(ask({ q: 'knife' }))).length).toBeGreaterThan(20)
  for (const q of ['"', '*', 'NEAR(', "'; drop table ideas; --", '%', '\u0000', '🥖'])
    expect(await numbersOf(ask({ q }))).toEqual([])
})

test('[#44] words find private ideas on the desk, of every status, and nowhere else', async () => {
  const { ann } = house
  const text = { title: 'Crème brûlée in a jar', body: 'Il vasetto si rende.', tags: [] }
  const write = (status: string, place: 'private' | 'aside') =>
    transaction((tx) =>
      writeIdea(tx, ann, { ...text, categoryId: 'products' }, { status, place } as never),
    )
  const waiting = await write('pending_review', 'private')
  const hidden = await write('hidden', 'private')
  const archived = await write('archived', 'aside')
  const own = await transaction((tx) => writeIdea(tx, ann, { ...text, categoryId: 'products' }))

  for (const q of ['creme', 'brulee vasetti', '"brûlée in a jar"', 'brul']) {
    const numbers = await numbersOf(ask({ q }))
    expect(numbers.slice(0, 2).sort()).toEqual([waiting.number, hidden.number])
    expect(numbers).toContain(archived.number)
    expect(numbers).not.toContain(own.number)
    expect(await numbersOf(ask({ q, status: 'hidden' }))).toEqual([hidden.number])
    const found = await searchIdeas(db, q, {})
    expect(found.ideas).toEqual([])
  }
  expect(await numbersOf(ask({ q: 'creme caramel' }))).toEqual([])
  expect(await numbersOf(ask({ q: 'creme', category: 'packaging' }))).toEqual([])
})

test('[#44] drafts are their authors’ own: not in the list, not by number, not as a status', async () => {
  const { ann, ada } = house
  expect((await deskStatuses(db)).map(({ id }) => id)).not.toContain('draft')
  expect((await knownDeskQuery(db, ask({ status: 'draft' }))).status).toBeUndefined()
  expect(await numbersOf(ask({ q: String(draft.number) }))).toEqual([])
  expect(await findDeskIdea(db, draft.number, ada)).toBeUndefined()
  expect(await findDeskIdea(db, draft.number, ann)).toBeUndefined()
})

test('[#13] an address that no page of ours wrote is as if it had not been said', async () => {
  const odd = {
    order: 'sideways',
    after: '9e999.1',
    idea: '-4',
    status: 'x'.repeat(99),
    category: '',
    results: 'a'.repeat(5000),
  }
  expect(DeskQuery.parse(odd)).toEqual({ order: 'top' })
  const far = await deskList(db, ask({ after: '999999999999999.999999999' }))
  expect(far.ideas.length).toBeGreaterThan(0)
  expect(deskSearch(ask({ status: 'voting', idea: 4 }))).toBe('?status=voting&idea=4')
  expect(deskSearch(ask())).toBe('')
})

test('[#30] the forms take what they name and nothing else', () => {
  expect(MoveForm.safeParse({ to: 'planned', note: 'x', actorId: 'me' }).success).toBe(false)
  expect(MoveForm.safeParse({ to: 'planned', note: 'x'.repeat(5001) }).success).toBe(false)
  expect(MoveForm.safeParse({ to: 'planned', reason: 'because' }).success).toBe(false)
  expect(MoveForm.parse({ to: 'planned', note: 'a\r\nb' })).toEqual({ to: 'planned', note: 'a\nb' })
  expect(BulkMoveForm.safeParse({ to: 'planned', number: [] }).success).toBe(false)
  expect(BulkMoveForm.safeParse({ to: 'planned', number: ['1e9'] }).success).toBe(false)
  expect(AnswerForm.safeParse({ body: '   ' }).success).toBe(false)
})
