import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  deleteDraft,
  findDraft,
  latestDraft,
  newDraftId,
  publishDraft,
  saveDraft,
  tagsOfIdea,
} from '#app/domain/ideas/draft.server.ts'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { ideasOf } from '#app/domain/ideas/profile.server.ts'
import { similarIdeas } from '#app/domain/ideas/similar.server.ts'
import { tallyList } from '#app/domain/ideas/categories.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { ideas } from '#db/schema/ideas.ts'
import { world } from '#tests/world.ts'

const text = {
  title: 'Rusks in a paper bag with a window',
  body: 'So that one sees how many are left without opening it.',
  categoryId: 'packaging',
  tags: ['paper'],
  locale: 'en' as const,
}
const save = (
  author: { id: string },
  id: string,
  change: Partial<typeof text> & { isUnsorted?: boolean } = {},
) => transaction((tx) => saveDraft(tx, author, id, { ...text, ...change }))
const publish = (author: { id: string }, id: string) =>
  transaction((tx) => publishDraft(tx, author, id, text))
const tallyOf = async (status: string, category: string) =>
  (await tallyList(db)).find((row) => row.status === status && row.categoryId === category)
    ?.ideasCount ?? 0

test('a draft is kept as it is typed, in one row, and opened again where it was left', async () => {
  const { ann } = await world()
  const id = newDraftId()
  await save(ann, id, { title: '', body: 'So th' })
  await save(ann, id, { body: 'So that one sees', tags: ['paper', 'window'] })

  expect(await latestDraft(db, ann)).toMatchObject({ id, body: 'So that one sees' })
  expect(await tagsOfIdea(db, id)).toEqual(['paper', 'window'])
  expect(await db.select().from(ideas).where(eq(ideas.authorId, ann.id))).toHaveLength(2)
})

test('[#44] a draft is its author’s alone: not found, not searched, not changed, not published by another', async () => {
  const { ann, ben, mo, eva } = await world()
  const id = newDraftId()
  const { draft } = await save(ann, id)

  for (const other of [ben, mo, eva, undefined]) {
    if (other) expect(await findDraft(db, other, id)).toBeUndefined()
    if (other) expect(await publish(other, id)).toBeUndefined()
    if (other) expect(await transaction((tx) => deleteDraft(tx, other, id))).toBeUndefined()
  }
  expect(await findIdea(db, draft!.number, ben)).toBeUndefined()
  expect(await findIdea(db, draft!.number, undefined)).toBeUndefined()
  expect(await similarIdeas(db, 'rusks paper bag window', { limit: 5 })).not.toContainEqual(
    expect.objectContaining({ number: draft!.number }),
  )
  const bens = await save(ben, id, { body: 'Mine now, is it not? I typed its id by hand.' })
  expect(bens.draft!.id).not.toBe(id)
  expect(await findDraft(db, ann, id)).toMatchObject({ body: text.body, authorId: ann.id })
})

test('publishing turns the draft into an idea on the board, dated now, found by search and counted once', async () => {
  const { ann, ben } = await world()
  const id = newDraftId()
  const before = await tallyOf('voting', 'packaging')
  await save(ann, id, { categoryId: 'products', title: 'Something else at first' })
  const idea = await publish(ann, id)

  expect(idea).toMatchObject({ id, status: 'voting', place: 'board', version: 1, authorId: ann.id })
  expect(idea!.slug).toBe('rusks-in-a-paper-bag-with-a-window')
  expect(await findIdea(db, idea!.number, ben)).toMatchObject({ title: text.title })
  expect(await similarIdeas(db, 'paper bag window', { limit: 5 })).toContainEqual(
    expect.objectContaining({ id }),
  )
  expect(await tallyOf('voting', 'packaging')).toBe(before + 1)
  expect(await tallyOf('draft', 'products')).toBe(0)
  expect(await latestDraft(db, ann)).toBeUndefined()
})

test('twenty clicks at once on one form publish one idea, and tell of it once', async () => {
  const { ann } = await world()
  const id = newDraftId()
  const clicks = Array.from({ length: 20 }, async () => {
    await save(ann, id)
    return publish(ann, id)
  })
  const published = (await Promise.all(clicks)).filter(Boolean)

  expect(published).toHaveLength(1)
  expect(await db.select().from(ideas).where(eq(ideas.title, text.title))).toContainEqual(
    expect.objectContaining({ id, status: 'voting' }),
  )
  expect(await db.select().from(ideas).where(eq(ideas.id, id))).toHaveLength(1)
  const told = await db.select().from(activity).where(eq(activity.ideaId, id))
  expect(told.map(({ verb }) => verb)).toEqual(['idea.published'])
})

test('a save that arrives after publishing changes nothing and says what the draft became', async () => {
  const { ann } = await world()
  const id = newDraftId()
  await save(ann, id)
  const idea = await publish(ann, id)

  const late = await save(ann, id, { title: 'Typed a moment before the click' })
  expect(late.published).toMatchObject({ number: idea!.number, title: text.title })
  expect(await findIdea(db, idea!.number, ann)).toMatchObject({ title: text.title })
})

test('a draft can be thrown away; a published idea cannot', async () => {
  const { ann } = await world()
  const [kept, dropped] = [newDraftId(), newDraftId()]
  await save(ann, kept)
  await publish(ann, kept)
  const counted = await tallyOf('draft', 'packaging')
  await save(ann, dropped)

  expect(await transaction((tx) => deleteDraft(tx, ann, dropped))).toBe('deleted')
  expect(await transaction((tx) => deleteDraft(tx, ann, kept))).toBeUndefined()
  expect(await latestDraft(db, ann)).toBeUndefined()
  expect(await tallyOf('draft', 'packaging')).toBe(counted)
})

test('a draft without a category says so until one is chosen, and none is published without', async () => {
  const { ann } = await world()
  const id = newDraftId()
  await save(ann, id, { isUnsorted: true })
  expect(await latestDraft(db, ann)).toMatchObject({ id, isUnsorted: true })
  const cardIn = async () =>
    (await ideasOf(db, ann.id, undefined)).ideas.find((idea) => idea.id === id)
  expect((await cardIn())!.category).toBeUndefined()

  await save(ann, id, { isUnsorted: false })
  expect((await cardIn())!.category).toMatchObject({ id: 'packaging' })
  await save(ann, id, { isUnsorted: true })
  expect(await publish(ann, id)).toMatchObject({ isUnsorted: false, categoryId: 'packaging' })
})
