import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import { findImage, imagesOf, keepImage } from '#app/domain/ideas/image.server.ts'
import { nameInThanks } from '#app/domain/identity/profile.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { realisedDesk, realisedGallery } from '#app/domain/realised/gallery.server.ts'
import { RealisedForm } from '#app/domain/realised/realised.form.ts'
import { realisedPage } from '#app/domain/realised/realised-page.server.ts'
import {
  publishRealisation,
  realisationOf,
  type RealisedText,
  saveRealisation,
  withdrawRealisation,
} from '#app/domain/realised/realised.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import { newId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { person, world } from '#tests/world.ts'

type World = Awaited<ReturnType<typeof world>> & {
  ida: Person
  tin: { id: string; number: number }
}
let all: World

const text: RealisedText = {
  title: 'The tin',
  story: 'It took two years.',
  locale: 'en',
  honesty: 'born_here',
  realisedOn: '2026-10-01',
  sources: [],
  changes: [],
}

const save = (editor: Person, more: Partial<RealisedText> = {}, version = 0) =>
  transaction((tx) =>
    saveRealisation(
      tx,
      editor,
      { number: all.refillStation.number, version },
      { ...text, ...more },
    ),
  )
const publish = (editor: Person) =>
  transaction((tx) => publishRealisation(tx, editor, all.refillStation.number))
const seenBy = (viewer?: Person) => realisedPage(db, all.refillStation.number, viewer)

async function realise() {
  for (const to of ['shortlisted', 'evaluating', 'planned', 'in_progress', 'realised'])
    expect(
      await transaction((tx) =>
        moveIdea(tx, all.ada, all.refillStation.number, { to, note: 'On it goes.' }),
      ),
    ).toBe('moved')
}

beforeEach(async () => {
  const told = await world()
  const ida = await transaction((tx) => person(tx, 'ida', ['editor']))
  const tin = await transaction((tx) =>
    publishIdea(tx, told.ben, {
      title: 'A tin to keep',
      body: 'One tin for a lifetime, with a lid that closes.',
      categoryId: 'packaging',
      tags: [],
      locale: 'en',
    }),
  )
  all = { ...told, ida, tin }
})

test('an editor writes the page, publishes it once the idea is done, and everybody is thanked once', async () => {
  const { ida, ann } = all
  expect(await save(ida)).toBe('saved')
  expect(await publish(ida)).toBe('not-realised')
  expect(await seenBy()).toBeUndefined()
  expect(await seenBy(ann)).toBeUndefined()
  expect((await seenBy(ida))?.isShown).toBe(false)

  await realise()
  expect(await publish(ida)).toBe('published')
  expect(await publish(ida)).toBe('already-published')
  expect((await seenBy())?.page.title).toBe('The tin')

  await transaction((tx) => withdrawRealisation(tx, ida, all.refillStation.number))
  expect(await seenBy()).toBeUndefined()
  expect(await publish(ida)).toBe('published')
  const thanks = await db.select().from(activity).where(eq(activity.ideaId, all.refillStation.id))
  expect(thanks.filter(({ verb }) => verb === 'idea.realised')).toHaveLength(1)
})

test('a page is not public while its idea is not done any more', async () => {
  await save(all.ida)
  await realise()
  await publish(all.ida)
  await transaction((tx) =>
    moveIdea(tx, all.ada, all.refillStation.number, { to: 'in_progress', note: 'One more thing.' }),
  )
  expect(await seenBy()).toBeUndefined()
  expect(await seenBy(all.ida)).toBeDefined()
})

test('nobody without the right writes, publishes or takes back', async () => {
  for (const somebody of [all.ann, all.ben, all.mo]) {
    expect(await save(somebody)).toBe('not-allowed')
    expect(await publish(somebody)).toBe('not-allowed')
    const back = await transaction((tx) =>
      withdrawRealisation(tx, somebody, all.refillStation.number),
    )
    expect(back).toBe('not-allowed')
  }
  expect(await realisationOf(db, all.refillStation.id)).toBeUndefined()
})

test('[#106] of two editors the second is told, and nothing of the first is lost', async () => {
  expect(await save(all.ida)).toBe('saved')
  expect(await save(all.ada, { title: 'Another' })).toBe('stale')
  expect(await save(all.ada, { title: 'Another' }, 1)).toBe('saved')
  expect(await save(all.ida, { title: 'The first again' }, 1)).toBe('stale')
  expect((await realisationOf(db, all.refillStation.id))?.title).toBe('Another')
  const both = await Promise.all([save(all.ida, {}, 2), save(all.ada, {}, 2)])
  expect(both.sort()).toEqual(['saved', 'stale'])
})

test('sources are public ideas other than this one, and their authors are named', async () => {
  const { ida, refillStation, tin, mo, ben } = all
  expect(await save(ida, { sources: [refillStation.number] })).toBe('no-such-source')
  expect(await save(ida, { sources: [999_999] })).toBe('no-such-source')
  expect(await save(ida, { sources: [tin.number] })).toBe('saved')
  expect((await seenBy(ida))?.sources.map(({ author }) => author?.handle)).toEqual([ben.handle])

  await transaction((tx) =>
    moveIdea(tx, mo, tin.number, { to: 'hidden', note: 'Rude.', reason: 'house_rules' }),
  )
  expect((await seenBy(ida))?.sources).toEqual([])
  expect(await save(ida, { sources: [tin.number] }, 1)).toBe('no-such-source')
})

test('the comments that changed it are theirs alone, and go when they go', async () => {
  const { ida, ben, ann, refillStation, tin } = all
  const said = async (number: number, body: string) => {
    const posted = await transaction((tx) => postComment(tx, ben, number, { body }))
    if (typeof posted !== 'object') throw new Error(String(posted))
    return posted.id
  }
  const here = await said(refillStation.number, 'Make the lid of wood.')
  const elsewhere = await said(tin.number, 'Paint it red.')
  expect(await save(ida, { changes: [{ commentId: elsewhere, change: '' }] })).toBe(
    'no-such-comment',
  )
  const change = 'The lid is of wood.'
  expect(await save(ida, { changes: [{ commentId: here, change }] })).toBe('saved')
  expect((await seenBy(ida))?.changes).toMatchObject([{ change, author: { handle: ben.handle } }])
  const more = { sources: [tin.number], changes: [{ commentId: elsewhere, change: '' }] }
  expect(await save(ida, more, 1)).toBe('saved')
  expect(ann.id).not.toBe(ben.id)
})

test('whoever voted for several sources counts once, and only who said yes is named', async () => {
  const { ida, ann, ben, mo, refillStation, tin } = all
  const vote = (voter: Person, number: number) => transaction((tx) => castVote(tx, voter, number))
  await vote(mo, refillStation.number)
  await vote(mo, tin.number)
  await vote(ben, refillStation.number)
  await vote(ann, tin.number)
  await save(ida, { sources: [tin.number] })
  await transaction((tx) => nameInThanks(tx, mo.id, true))

  expect(await seenBy(ida)).toMatchObject({ count: 3, supporters: [{ handle: mo.handle }] })
  await transaction((tx) => nameInThanks(tx, mo.id, false))
  expect((await seenBy(ida))?.supporters).toEqual([])
})

test('the photo of the thing is not one of the idea’s own pictures', async () => {
  const { ben, ida, refillStation } = all
  const id = newId()
  await transaction((tx) =>
    keepImage(
      tx,
      ida.id,
      { id, width: 9, height: 9, bytes: 9 },
      { purpose: 'realised', ideaId: refillStation.id, alt: 'A red tin' },
    ),
  )
  await save(ida, { photoId: id })
  expect((await seenBy(ida))?.photo).toMatchObject({ id, alt: 'A red tin' })
  expect(await imagesOf(db, refillStation.id)).toEqual([])
  // Nobody sees it before the page is shown, nor after it was taken back.
  const sights = () => Promise.all([undefined, ben, ida].map((who) => findImage(db, id, who)))
  expect(await sights()).toEqual([undefined, undefined, 'private'])
  await realise()
  expect(await publish(ida)).toBe('published')
  expect(await sights()).toEqual(['public', 'public', 'public'])
  await transaction((tx) => withdrawRealisation(tx, ida, refillStation.number))
  expect(await sights()).toEqual([undefined, undefined, 'private'])
})

test('the gallery shows each done idea by its page where it has one', async () => {
  const shown = async () => {
    const { ideas } = await realisedGallery(db)
    return ideas.find(({ id }) => id === all.refillStation.id)
  }
  const onDesk = async () => {
    const rows = await realisedDesk(db)
    return rows.find(({ number }) => number === all.refillStation.number)
  }
  expect(await shown()).toBeUndefined()
  await realise()
  expect(await shown()).toMatchObject({ page: null })
  expect(await onDesk()).toMatchObject({ page: null })
  await save(all.ida)
  expect(await shown()).toMatchObject({ page: null })
  expect(await onDesk()).toMatchObject({ page: { publishedAt: null } })
  await publish(all.ida)
  expect(await shown()).toMatchObject({ page: { title: 'The tin' } })
})

test('the form refuses what is no day, no web address and no list of numbers', () => {
  const good = {
    ...{ intent: 'save', title: 'T', story: 'S', locale: 'it', honesty: 'born_here' },
    realisedOn: '2026-10-01',
  }
  const wrongIn = (more: object) => {
    const read = RealisedForm.safeParse({ ...good, ...more })
    return read.success ? 'nothing' : read.error.issues[0]!.path[0]
  }
  expect(wrongIn({})).toBe('nothing')
  expect(RealisedForm.parse({ ...good, sources: ' #12, 7;7 ' }).sources).toEqual([12, 7])
  expect(wrongIn({ realisedOn: '2026-02-30' })).toBe('realisedOn')
  expect(wrongIn({ productUrl: 'javascript:alert(1)' })).toBe('productUrl')
  expect(wrongIn({ productUrl: 'ftp://a.example' })).toBe('productUrl')
  expect(wrongIn({ sources: 'twelve' })).toBe('sources')
  expect(wrongIn({ title: ' ' })).toBe('title')
  expect(wrongIn({ honesty: 'ours' })).toBe('honesty')
})
