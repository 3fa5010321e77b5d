import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { furnishDossiers } from '#app/domain/dossiers/furnish.server.ts'
import { assignEvaluator } from '#app/domain/dossiers/evaluator.server.ts'
import { countAudience } from '#app/domain/follows/audience.server.ts'
import { searchIdeas } from '#app/domain/ideas/idea-search.server.ts'
import { publishIdea, writeIdea } from '#app/domain/ideas/publish.server.ts'
import { retagIdea } from '#app/domain/ideas/retag.server.ts'
import { switchKeys, wantsKeys } from '#app/domain/identity/keys.server.ts'
import { castVoteFor, votesCastFor } from '#app/domain/votes/on-behalf.server.ts'
import { withdrawVote } from '#app/domain/votes/vote.server.ts'
import { answerIdea } from '#app/domain/workflow/answer.server.ts'
import { cardsInColumn, deskBoard } from '#app/domain/workflow/desk-board.server.ts'
import { setCounts } from '#app/domain/workflow/desk-sets.server.ts'
import {
  changeView,
  deleteView,
  mostViews,
  saveView,
  viewsOf,
} from '#app/domain/workflow/views.server.ts'
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
import { AnswerForm, BulkForm, MoveForm } from '#app/domain/workflow/move.form.ts'
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
  expect(BulkForm.safeParse({ to: 'planned', number: [] }).success).toBe(false)
  expect(BulkForm.safeParse({ to: 'planned', number: ['1e9'] }).success).toBe(false)
  expect(AnswerForm.safeParse({ body: '   ' }).success).toBe(false)
})

test('the ready views: what came in, what waits, what is mine', async () => {
  const { eva, ada, ann } = house
  const fresh = await numbersOf(ask({ set: 'new' }))
  expect(fresh.length).toBeGreaterThan(0)
  const rows = (await deskList(db, ask({ set: 'new' }))).ideas
  expect(rows.every(({ answeredAt }) => !answeredAt)).toBe(true)
  const dates = rows.map(({ publishedAt }) => +publishedAt)
  expect(dates).toEqual([...dates].sort((one, other) => other - one))
  expect(await numbersOf(ask({ set: 'new', status: 'planned' }))).toEqual([])
  expect(await numbersOf(ask({ set: 'waiting' }))).toEqual([])

  const old = await at(new Date(Date.now() - 8 * 86_400_000), () =>
    transaction((tx) =>
      publishIdea(tx, ann, {
        title: 'A bench before the shop',
        body: 'To sit.',
        categoryId: 'products',
        tags: [],
      }),
    ),
  )
  expect(await numbersOf(ask({ set: 'waiting' }))).toEqual([old.number])
  expect((await setCounts(db, eva)).waiting).toBe(1)

  const wish = { evaluatorId: eva.id, duty: 'Purchasing' }
  await transaction((tx) => furnishDossiers(tx))
  expect(await transaction((tx) => assignEvaluator(tx, ada, old.number, wish))).toBe('assigned')
  const mine = await deskList(db, ask({ set: 'mine' }), eva)
  expect(mine.ideas.map(({ number }) => number)).toEqual([old.number])
  expect((await deskList(db, ask({ set: 'mine' }), ada)).ideas).toEqual([])
  expect((await numbersOf(ask({ set: 'impact' }))).length).toBeGreaterThan(0)
})

test('a new view goes on page by page, merged of several statuses, each idea once', async () => {
  const query = ask({ set: 'new' })
  const first = await deskList(db, query)
  expect(first.ideas).toHaveLength(deskPageSize)
  const second = await deskList(db, { ...query, after: first.next })
  const numbers = [...first.ideas, ...second.ideas].map(({ number }) => number)
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('the board by columns: every status but drafts and merged, with totals and work in hand', async () => {
  const columns = await deskBoard(db, ask({ order: 'new' }), house.eva)
  const ids = columns.map(({ status }) => status.id)
  expect(ids).toContain('pending_review')
  expect(ids).not.toContain('draft')
  expect(ids).not.toContain('merged')
  const voting = columns.find(({ status }) => status.id === 'voting')!
  expect(voting.cards).toHaveLength(cardsInColumn)
  expect(voting.total).toBe((await deskCounts(db)).get('voting'))
  expect(voting.wip).toBeUndefined()
  expect(columns.find(({ status }) => status.id === 'planned')!.wip).toBeGreaterThan(0)
  const found = await deskBoard(db, ask({ q: 'knife' }), house.eva)
  expect(found.flatMap(({ cards }) => cards).length).toBeGreaterThan(5)
})

test('a view is kept under a name, shared, renamed and forgotten by its owner alone', async () => {
  const { eva, ada } = house
  const search = '?status=voting&order=new&idea=4&after=1.1&odd=1'
  const view = { name: 'Fresh bread', search, isShared: false }
  for (let i = 0; i < 2; i++)
    expect(await transaction((tx) => saveView(tx, eva, view))).toBe('view-saved')
  const [kept, ...more] = await viewsOf(db, eva)
  expect(more).toEqual([])
  expect(kept).toMatchObject({ name: 'Fresh bread', search: '?status=voting&order=new' })
  expect(await viewsOf(db, ada)).toEqual([])

  const { id } = kept!
  const change = { id, name: 'Bread of today', isShared: true }
  expect(await transaction((tx) => changeView(tx, ada, change))).toBeUndefined()
  expect(await transaction((tx) => changeView(tx, eva, change))).toBe('view-changed')
  expect((await viewsOf(db, ada)).map(({ name }) => name)).toEqual(['Bread of today'])
  expect(await transaction((tx) => deleteView(tx, ada, id))).toBeUndefined()
  expect(await transaction((tx) => deleteView(tx, eva, id))).toBe('view-deleted')
  expect(await viewsOf(db, eva)).toEqual([])

  for (let i = 0; i < mostViews; i++)
    await transaction((tx) => saveView(tx, ada, { ...view, name: `View ${i}` }))
  expect(await transaction((tx) => saveView(tx, ada, view))).toBe('view-full')
})

test('the staff tag an idea: five at most, found by them, kept in the audit', async () => {
  const { eva, ann, mo, refillStation } = house
  const { number } = refillStation
  const tag = (change: object, editor = eva) =>
    transaction((tx) => retagIdea(tx, editor, number, change))
  expect(await tag({ add: ['tin'] }, ann)).toBe('not-allowed')
  expect(await tag({ add: ['tin'] }, mo)).toBe('not-allowed')
  expect(await tag({ add: ['tin', 'refill'] })).toBe('tagged')
  expect((await searchIdeas(db, 'tin', {})).ideas.map((idea) => idea.number)).toContain(number)
  expect(await tag({ add: ['tin'] })).toBe('unchanged')
  expect(await tag({ add: ['one', 'two', 'three'] })).toBe('too-many-tags')
  expect(await tag({ remove: ['tin'] })).toBe('tagged')
  expect(await tag({ remove: ['tin'] })).toBe('unchanged')
  expect(await transaction((tx) => retagIdea(tx, eva, draft.number, {}))).toBeUndefined()
})

test('a vote that a member gave elsewhere counts once, says who cast it, and is nobody’s own', async () => {
  const { eva, ann, ben } = house
  const idea = await transaction((tx) =>
    publishIdea(tx, ann, {
      title: 'A shelf for swapped jars',
      body: 'Bring one, take one.',
      categoryId: 'products',
      tags: [],
    }),
  )
  const cast = (handle: string, caster = eva) =>
    transaction((tx) => castVoteFor(tx, caster, idea.number, { handle, castNote: 'By letter' }))
  expect(await cast(ben.handle, ann)).toBe('not-allowed')
  expect(await cast(eva.handle)).toBe('oneself')
  expect(await cast('nobody_at_all')).toBe('nobody')
  expect(await cast(ben.handle)).toBe('cast')
  expect(await cast(ben.handle)).toBe('already-cast')
  expect((await findDeskIdea(db, idea.number, eva))!.votesCount).toBe(1)
  const [vote] = await votesCastFor(db, idea.id)
  expect(vote).toMatchObject({ handle: ben.handle, castNote: 'By letter' })
  expect(await countAudience(db, { ...idea, votesCount: 1 })).toBe(2)
  expect(await transaction((tx) => withdrawVote(tx, ben, idea.number))).toBe('withdrawn')
  expect(await votesCastFor(db, idea.id)).toEqual([])

  const wish = { to: 'declined', note: 'No.', reason: 'legal' as const }
  await transaction((tx) => moveIdea(tx, eva, idea.number, wish))
  expect(await cast(ben.handle)).toBe('voting-closed')
})

test('[#106] a second answer does not silently take the place of the first', async () => {
  const { eva, ada } = house
  const { number } = (await deskList(db, ask({ status: 'voting', unanswered: '1' }))).ideas[0]!
  const say = (speaker: typeof eva, body: string) =>
    transaction((tx) => answerIdea(tx, speaker, number, { body, seen: 'none' }))
  expect(await say(eva, 'Yes.')).toBe('answered')
  expect(await say(ada, 'No.')).toBe('stale')
})

test('whoever wants no keys has none', async () => {
  const { eva } = house
  expect(await wantsKeys(db, eva.id)).toBe(true)
  await transaction((tx) => switchKeys(tx, eva.id, false))
  expect(await wantsKeys(db, eva.id)).toBe(false)
})
