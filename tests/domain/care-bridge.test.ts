import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { openCaseFrom } from '#app/domain/care/born.server.ts'
import { type Case, caseById } from '#app/domain/care/case.server.ts'
import { draftOf, inviteIdea } from '#app/domain/care/invite.server.ts'
import { casesOfIdea, linkIdea, linksOfCase, unlink } from '#app/domain/care/link.server.ts'
import { openCase } from '#app/domain/care/open.server.ts'
import { findOwnCase } from '#app/domain/care/own.server.ts'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { proposeIdea } from '#app/domain/moderation/screen.server.ts'
import { newId } from '#db/columns.ts'
import { db, transaction, type Tx } from '#db/database.server.ts'
import { caseMessages } from '#db/schema/care.ts'
import { caseClocks } from '#db/schema/care-clocks.ts'
import { ideas } from '#db/schema/ideas.ts'
import { notifications } from '#db/schema/notifications.ts'
import { person, world } from '#tests/world.ts'

let w: Awaited<ReturnType<typeof world>>
let cara: Person
let row: Case

const words = {
  title: 'Grissini in a bag that closes',
  body: 'A bag that can be closed again keeps them crisp.',
}
const wish = () => ({ key: newId(), ...words })
const opening = {
  topicId: 'product',
  subject: 'About your idea',
  body: 'Tell us where you bought it.',
}
const of = (personId: string | null) => (tx: Tx) =>
  openCase(tx, {
    ...{ topicId: 'product', subject: 'Broken', body: 'It was broken', locale: 'en' as const },
    ...{
      source: 'form' as const,
      isConfirmed: true,
      personId,
      email: personId ? null : 'x@example.org',
    },
  })

beforeEach(async () => {
  w = await world()
  cara = await transaction((tx) => person(tx, 'cara', ['care']))
  row = await transaction(of(w.ben.id))
})

test('a case becomes a draft of its member, who publishes it in their own words', async () => {
  const draft = wish()
  expect(await transaction((tx) => inviteIdea(tx, cara, row, draft))).toBe('invited')
  expect(await draftOf(db, row.id)).toEqual({ id: draft.key })
  const [linked] = await linksOfCase(db, row.id)
  // A draft is its author's alone: its agent sees where it stands, and no word of it.
  expect(linked).toMatchObject({ kind: 'became', idea: null, status: { key: 'draft' } })
  const told = await db.select().from(notifications).where(eq(notifications.personId, w.ben.id))
  expect(told.map(({ event }) => event)).toContain('own-invited')

  const text = { ...words, title: 'My own words for the bag', categoryId: 'packaging', tags: [] }
  const done = await transaction((tx) => proposeIdea(tx, w.ben, text, draft.key))
  expect(done).toMatchObject({ idea: { authorId: w.ben.id, status: 'voting' } })
  const [after] = await linksOfCase(db, row.id)
  expect(after?.idea?.title).toBe('My own words for the bag')
  expect(await draftOf(db, row.id)).toBeUndefined()
})

test('the same form sent twice makes one draft, and a second one waits for the first', async () => {
  const draft = wish()
  const twice = await Promise.all(
    [draft, draft].map((each) => transaction((tx) => inviteIdea(tx, cara, row, each))),
  )
  expect(twice).toEqual(['invited', 'invited'])
  expect(await transaction((tx) => inviteIdea(tx, cara, row, wish()))).toBe('waiting')
  expect(await db.$count(ideas, eq(ideas.authorId, w.ben.id))).toBe(1)
})

test('only a member who is here can be given a draft, and nobody their own', async () => {
  const stranger = await transaction(of(null))
  expect(await transaction((tx) => inviteIdea(tx, cara, stranger, wish()))).toBe('no-member')
  const own = await transaction(of(cara.id))
  expect(await transaction((tx) => inviteIdea(tx, cara, own, wish()))).toBe('own')
  // An id that is another idea's gives nothing away, and changes nothing.
  const taken = { ...wish(), key: w.refillStation.id }
  expect(await transaction((tx) => inviteIdea(tx, cara, row, taken))).toBe('other-wish')
  expect(await findIdea(db, w.refillStation.number, null as never)).toMatchObject({
    title: 'A refill station for rusks',
  })
})

test('an idea becomes one case with its author, and care writes first', async () => {
  const origin = { idea: w.refillStation, authorId: w.ann.id }
  const both = await Promise.all(
    ['one', 'two'].map((subject) =>
      transaction((tx) => openCaseFrom(tx, cara, origin, { ...opening, subject })),
    ),
  )
  const opened = both as { id: string; isNew: boolean }[]
  expect(new Set(opened.map(({ id }) => id)).size).toBe(1)
  expect(opened.filter(({ isNew }) => isNew)).toHaveLength(1)
  const { id } = opened[0]!
  expect(await caseById(db, id)).toMatchObject({
    ...{ personId: w.ann.id, state: 'waiting', isUnanswered: false, source: 'idea' },
  })
  const said = await db.select().from(caseMessages).where(eq(caseMessages.caseId, id))
  expect(said.map(({ side, authorId }) => ({ side, authorId }))).toEqual([
    { side: 'care', authorId: cara.id },
  ])
  expect((await findOwnCase(db, w.ann, id))?.messages).toHaveLength(1)
  // Nobody asked anything: no first answer is owed, nor counted.
  const clocks = await db.select().from(caseClocks).where(eq(caseClocks.caseId, id))
  expect(clocks.map(({ clock }) => clock)).toEqual(['resolution'])
  expect(await linksOfCase(db, id)).toMatchObject([{ kind: 'born-from' }])
})

test('a comment becomes a case too, but none whose author has left, or is the agent', async () => {
  const said = await transaction((tx) =>
    postComment(tx, w.ben, w.refillStation.number, { body: 'Mine was mouldy' }),
  )
  const { id: commentId } = said as { id: string }
  const origin = { idea: w.refillStation, commentId, authorId: w.ben.id }
  const opened = await transaction((tx) => openCaseFrom(tx, cara, origin, opening))
  expect(opened).toMatchObject({ isNew: true })
  const { id } = opened as { id: string }
  expect(await caseById(db, id)).toMatchObject({ source: 'comment', sourceId: commentId })
  const by = (authorId: string | null) =>
    transaction((tx) =>
      openCaseFrom(tx, cara, { idea: w.refillStation, authorId, commentId: newId() }, opening),
    )
  expect(await by(null)).toBe('no-author')
  expect(await by(cara.id)).toBe('own')
})

test('a link is made and taken away from either side, and only agents see it', async () => {
  const { number, id: ideaId } = w.refillStation
  expect(await transaction((tx) => linkIdea(tx, cara, row, number))).toBe('linked')
  expect(await transaction((tx) => linkIdea(tx, cara, row, number))).toBe('linked')
  expect(await transaction((tx) => linkIdea(tx, cara, row, 99_999))).toBe('no-idea')
  expect(await casesOfIdea(db, cara, ideaId)).toMatchObject([{ id: row.id, kind: 'related' }])
  for (const viewer of [undefined, w.ann, w.mo, w.eva])
    expect(await casesOfIdea(db, viewer, ideaId)).toEqual([])
  const [{ id: linkId } = { id: '' }] = await linksOfCase(db, row.id)
  const other = await transaction(of(w.ann.id))
  expect(await transaction((tx) => unlink(tx, cara, other, linkId))).toBeUndefined()
  expect(await transaction((tx) => unlink(tx, cara, row, linkId))).toBe('unlinked')
  expect(await linksOfCase(db, row.id)).toEqual([])
})
