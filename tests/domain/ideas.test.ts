import { parseWithZod } from '@conform-to/zod/v4'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editIdea, findOwnIdea } from '#app/domain/ideas/edit.server.ts'
import { clean, IdeaForm, tagsOf } from '#app/domain/ideas/idea.form.ts'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { changed, editsOf } from '#app/domain/ideas/revision.rules.ts'
import { revisionsOf } from '#app/domain/ideas/revision.server.ts'
import { similarIdeas } from '#app/domain/ideas/similar.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { ideas } from '#db/schema/ideas.ts'
import { quickest } from '#tests/measured.ts'
import { world } from '#tests/world.ts'

const fields = {
  title: 'A refill station for rusks',
  body: 'Bring your own tin, pay by weight, throw nothing away.',
  category: 'packaging',
}

function sent(extra: Record<string, string | string[]> = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, ...extra }))
    for (const each of [value].flat()) form.append(name, each)
  return parseWithZod(form, { schema: IdeaForm })
}
const wrong = (extra: Record<string, string | string[]>) => {
  const reply = sent(extra).reply()
  return Object.keys(reply.error ?? {})
}

test('an idea says what it must, within its measures', () => {
  expect(sent().status).toBe('success')
  expect(wrong({ title: 'Too short' })).toEqual(['title'])
  expect(wrong({ title: 'x'.repeat(101) })).toEqual(['title'])
  expect(wrong({ title: `  ${' '.repeat(40)}  ` })).toEqual(['title'])
  expect(wrong({ body: 'Not thirty characters.' })).toEqual(['body'])
  expect(wrong({ body: 'x'.repeat(8001) })).toEqual(['body'])
  expect(wrong({ category: '' })).toEqual(['category'])
  expect(wrong({ title: '', body: '', category: '' })).toEqual(['title', 'body', 'category'])
})

test('[#30] whatever else a client sends is refused, not written', () => {
  for (const name of ['authorId', 'status', 'votesCount', 'number', 'id', 'publishedAt', 'place'])
    expect(sent({ [name]: 'realised' }).status).toBe('error')
})

test('[#13] doubled fields and characters that cannot be kept do no harm', () => {
  expect(wrong({ title: [fields.title, 'Another title for it'] })).toEqual(['title'])
  expect(clean('a\u0000b\ud800c\r\nd\te')).toBe('abc\nd\te')
})

test('tags are folded, each once, blanks as hyphens, five at most', () => {
  expect(tagsOf(' Caffè, #Riuso,carta riciclata,caffe,, ')).toEqual([
    'caffe',
    'riuso',
    'carta-riciclata',
  ])
  expect(wrong({ tags: 'a,b' })).toEqual(['tags'])
  expect(wrong({ tags: 'one,two,three,four,five,six' })).toEqual(['tags'])
  expect(wrong({ tags: 'with<angle>' })).toEqual(['tags'])
  expect(wrong({ tags: 'x'.repeat(25) })).toEqual(['tags'])
})

const edited = {
  title: 'A refill corner for rusks',
  body: 'Bring your own tin, pay by weight, throw nothing away. Near the till.',
  categoryId: 'commitment',
  tags: ['refill'],
}
const edit = (author: Person, number: number, version: number, text = edited) =>
  transaction((tx) => editIdea(tx, author, { number, version }, text))

test('an edit keeps the old text, the address and the votes, and is found by its new words', async () => {
  const { ann, refillStation: before } = await world()
  expect(await edit(ann, before.number, before.version)).toBe('edited')

  const idea = await findIdea(db, before.number, undefined)
  expect(idea).toMatchObject({ title: edited.title, slug: before.slug, locale: 'en' })
  expect(idea!.editedAt).toBeInstanceOf(Date)
  const [old] = await revisionsOf(db, before.id)
  expect(old).toMatchObject({ title: before.title, tags: ['refill', 'waste'], editorId: ann.id })
  expect(await similarIdeas(db, 'corner rusks', { limit: 3 })).toContainEqual(
    expect.objectContaining({ id: before.id }),
  )
})

test('only its author edits an idea, and only while its status lets them', async () => {
  const { ann, ben, ada, mo, refillStation } = await world()
  for (const other of [ben, ada, mo]) {
    expect(await findOwnIdea(db, other, refillStation.number)).toBeUndefined()
    expect(await edit(other, refillStation.number, 1)).toBeUndefined()
  }
  await transaction((tx) =>
    tx.update(ideas).set({ status: 'planned' }).where(eq(ideas.id, refillStation.id)),
  )
  expect(await edit(ann, refillStation.number, 1)).toBe('edits-closed')
})

test('of two edits from the same page one is kept and the other is told, nothing written', async () => {
  const { ann, refillStation } = await world()
  const outcomes = await Promise.all(
    ['first', 'second'].map((word) =>
      edit(ann, refillStation.number, refillStation.version, {
        ...edited,
        title: `A refill corner, said the ${word}`,
      }),
    ),
  )
  expect(outcomes.sort()).toEqual(['conflict', 'edited'])
  expect(await revisionsOf(db, refillStation.id)).toHaveLength(1)
})

test('saving the same text again keeps no revision and marks nothing as edited', async () => {
  const { ann, refillStation } = await world()
  const { title, body, categoryId } = refillStation
  const same = { title, body, categoryId, tags: ['waste', 'refill'] }
  expect(await edit(ann, refillStation.number, refillStation.version, same)).toBe('unchanged')
  expect(await revisionsOf(db, refillStation.id)).toEqual([])
  expect((await findIdea(db, refillStation.number, ann))!.editedAt).toBeNull()
})

test('the history tells words, in the order of the edits', () => {
  const [last, first] = editsOf({ title: 'Three', body: 'one two four' }, [
    { title: 'Two', body: 'one two three' },
    { title: 'Two', body: 'one two' },
  ])
  expect(last!.body).toEqual([
    { text: 'one two ', kind: 'same' },
    { text: 'three', kind: 'removed' },
    { text: 'four', kind: 'added' },
  ])
  expect(first!.title).toEqual([{ text: 'Two', kind: 'same' }])
})

test('changed words that follow each other are told as one phrase, and another text as another', () => {
  const told = (before: string, after: string) =>
    changed(before, after).map(({ kind, text }) => `${kind}: ${text.trim()}`)
  expect(told('we want many more round tins here', 'we want some less square boxes here')).toEqual([
    'same: we want',
    'removed: many more round tins',
    'added: some less square boxes',
    'same: here',
  ])
  expect(told('bread for all', 'a bag of paper')).toEqual([
    'removed: bread for all',
    'added: a bag of paper',
  ])
  expect(told('', 'a bag')).toEqual(['added: a bag'])
})

test('a history loses no letter: both texts can be put together from what it tells', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const pieces = changed(before, after)
      const side = (kind: string) =>
        pieces.filter((piece) => piece.kind === 'same' || piece.kind === kind)
      const text = (kind: string) =>
        side(kind)
          .map((piece) => piece.text)
          .join('')
      expect([text('removed'), text('added')]).toEqual([before, after])
    }),
  )
})

test('two long texts with nothing in common are compared quickly', async () => {
  const words = (seed: string) =>
    Array.from({ length: 1300 }, (_, i) => `${seed}${i * 7919}`).join(' ')
  const [before, after] = [words('a').slice(0, 8000), words('b').slice(0, 8000)]
  expect(await quickest(() => changed(before, after))).toBeLessThan(1000)
  const pieces = changed(before, after)
  expect(pieces.some(({ kind }) => kind === 'added')).toBe(true)
})
