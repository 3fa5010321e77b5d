import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { deleteComment } from '#app/domain/comments/comment.server.ts'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { findImage, imagesOf, keepImage } from '#app/domain/ideas/image.server.ts'
import { sweepImages } from '#app/domain/ideas/image-sweep.server.ts'
import { wearAvatar } from '#app/domain/identity/profile.server.ts'
import type { Act } from '#app/domain/moderation/act.rules.ts'
import { decide, decideDirectly } from '#app/domain/moderation/decide.server.ts'
import { restore } from '#app/domain/moderation/restore.server.ts'
import type { Thing } from '#app/domain/moderation/sight.server.ts'
import { sayComment } from '#app/domain/moderation/screen.server.ts'
import { undoDecision } from '#app/domain/moderation/undo.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { changeSettings } from '#app/domain/site/site.server.ts'
import { newId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { comments } from '#db/schema/comments.ts'
import { people } from '#db/schema/identity.ts'
import { ideas, images } from '#db/schema/ideas.ts'
import { reviewItems } from '#db/schema/moderation.ts'
import { promises } from '#db/schema/promises.ts'
import { moves } from '#db/schema/workflow.ts'
import { at, now } from '#db/time.ts'
import { world } from '../world.ts'

let here: Awaited<ReturnType<typeof world>>
beforeAll(async () => {
  here = await world()
})

const said = { reason: 'offensive' as const, facts: 'You insult somebody.' }

async function decidedOn(thing: Thing, act: Act = 'hide') {
  const decision = await transaction((tx) => decideDirectly(tx, here.mo, thing, { act, ...said }))
  if (!decision || typeof decision === 'string') throw new Error(String(decision))
  return decision
}

const picture = (owner: Person, purpose: 'idea' | 'avatar', ideaId?: string) =>
  transaction(async (tx) => {
    const stored = { id: newId(), width: 10, height: 10, bytes: 100 }
    const image = await keepImage(tx, owner.id, stored, { purpose, ideaId })
    if (image === 'quota') throw new Error(image)
    return image
  })

test('a hidden image is gone from every public place, and is back where it was', async () => {
  const { ann, refillStation, mo, ben } = here
  const first = await picture(ann, 'idea', refillStation.id)
  const second = await picture(ann, 'idea', refillStation.id)
  const photo = async () =>
    (await db.select().from(ideas).where(eq(ideas.id, refillStation.id)))[0]!.photoId
  await transaction((tx) =>
    tx.update(ideas).set({ photoId: first.id }).where(eq(ideas.id, refillStation.id)),
  )
  expect(await findImage(db, first.id, undefined)).toBe('public')

  const decision = await decidedOn({ subject: 'image', subjectId: first.id })
  expect(await findImage(db, first.id, undefined)).toBeUndefined()
  expect(await findImage(db, first.id, ben)).toBeUndefined()
  expect(await findImage(db, first.id, mo)).toBe('private')
  expect((await imagesOf(db, refillStation.id)).map(({ id }) => id)).toEqual([second.id])
  expect(await photo()).toBe(second.id)

  await transaction((tx) => restore(tx, here.ada, decision.id))
  expect(await findImage(db, first.id, undefined)).toBe('public')
  expect(await photo()).toBe(first.id)
})

test('a hidden face outlives the sweep, and is worn again when it is restored', async () => {
  const { ben } = here
  const face = await picture(ben, 'avatar')
  await transaction((tx) => wearAvatar(tx, ben.id, face.id))
  const decision = await decidedOn({ subject: 'profile', subjectId: ben.id })
  const worn = async () => (await db.select().from(people).where(eq(people.id, ben.id)))[0]!
  expect(await worn()).toMatchObject({ avatarId: null, displayName: 'Membro' })
  await at(new Date(+now() + 3 * 86_400_000), () => sweepImages(db))
  expect(await db.$count(images, eq(images.id, face.id))).toBe(1)
  await transaction((tx) => restore(tx, here.mo, decision.id))
  expect(await worn()).toMatchObject({ avatarId: face.id, displayName: 'ben' })
})

test('a post that waited for a moderator is published by the decision, or stays away', async () => {
  const { ben, refillStation, mo } = here
  await transaction((tx) => changeSettings(tx, { reviewedCategories: ['packaging'] }))
  const waiting = async (body: string) => {
    const comment = await transaction((tx) => sayComment(tx, ben, refillStation.number, { body }))
    if (!comment || typeof comment === 'string') throw new Error(String(comment))
    const [item] = await db.select().from(reviewItems).where(eq(reviewItems.subjectId, comment.id))
    return { comment, item: item! }
  }
  const count = async () => (await findIdea(db, refillStation.number, undefined))!.commentsCount
  const row = async (id: string) =>
    (await db.select().from(comments).where(eq(comments.id, id)))[0]!
  const before = await count()
  const good = await waiting('A good thought')
  expect(good.comment.heldAt).not.toBeNull()
  const approved = await transaction((tx) =>
    decide(tx, mo, good.item.id, { act: 'approve', reason: '', facts: '', seen: 1 }),
  )
  expect(await row(good.comment.id)).toMatchObject({ heldAt: null, hiddenAt: null })
  expect(await count()).toBe(before + 1)
  const final = await transaction((tx) => undoDecision(tx, mo, (approved as { id: string }).id))
  expect(final).toBe('final')

  const bad = await waiting('A bad thought')
  const wish = { act: 'remove', ...said, seen: 1 } as const
  const removed = await transaction((tx) => decide(tx, mo, bad.item.id, wish))
  expect((await row(bad.comment.id)).hiddenAt).not.toBeNull()
  expect(await count()).toBe(before + 1)
  // Undone it waits again; decided again and restored, it is published for the first time.
  await transaction((tx) => undoDecision(tx, mo, (removed as { id: string }).id))
  expect((await row(bad.comment.id)).heldAt).not.toBeNull()
  const [open] = await db.select().from(reviewItems).where(eq(reviewItems.id, bad.item.id))
  const again = await transaction((tx) =>
    decide(tx, mo, bad.item.id, { ...wish, seen: open!.version }),
  )
  await transaction((tx) => restore(tx, here.ada, (again as { id: string }).id))
  expect(await row(bad.comment.id)).toMatchObject({ heldAt: null, hiddenAt: null })
  expect(await count()).toBe(before + 2)
  const posted = await db.$count(activity, eq(activity.subjectId, bad.comment.id))
  expect(posted).toBeGreaterThan(0)
  await transaction((tx) => changeSettings(tx, { reviewedCategories: [] }))
})

test('whatever is hidden, undone and restored in whatever order, all rows are as they were', async () => {
  const { ann, ben, refillStation } = here
  const comment = await transaction((tx) =>
    postComment(tx, ben, refillStation.number, { body: 'To be or not to be' }),
  )
  if (!comment || typeof comment === 'string') throw new Error(String(comment))
  const image = await picture(ann, 'idea', refillStation.id)
  const things: Thing[] = [
    { subject: 'idea', subjectId: refillStation.id },
    { subject: 'comment', subjectId: comment.id },
    { subject: 'image', subjectId: image.id },
    { subject: 'profile', subjectId: ben.id },
  ]
  const rows = async () => {
    const idea = (await db.select().from(ideas).orderBy(asc(ideas.id))).map(
      ({ version: _v, updatedAt: _u, photoId: _p, ...idea }) => idea,
    )
    return JSON.stringify([
      idea,
      await db.select().from(comments).orderBy(asc(comments.id)),
      await db.select().from(images).orderBy(asc(images.id)),
      await db.select().from(people).orderBy(asc(people.id)),
      await db.select().from(moves).orderBy(asc(moves.id)),
      await db.select().from(promises).orderBy(asc(promises.id)),
    ])
  }
  const before = await rows()
  const step = fc.record({
    of: fc.nat(3),
    way: fc.constantFrom('undo' as const, 'restore' as const),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(step, { maxLength: 4, selector: ({ of }) => of }),
      async (steps) => {
        const made: { id: string }[] = []
        for (const { of } of steps) made.push(await decidedOn(things[of]!))
        for (const [i, { way }] of [...steps.entries()].reverse())
          if (way === 'undo') await transaction((tx) => undoDecision(tx, here.mo, made[i]!.id))
          else await transaction((tx) => restore(tx, here.ada, made[i]!.id))
        expect(await rows()).toBe(before)
      },
    ),
    { numRuns: 12 },
  )
})

test('what its author took back in the meantime is left alone', async () => {
  const comment = await transaction((tx) =>
    postComment(tx, here.ben, here.refillStation.number, { body: 'I take this back' }),
  )
  if (!comment || typeof comment === 'string') throw new Error(String(comment))
  await transaction((tx) => deleteComment(tx, here.ben, comment.id))
  const thing = { subject: 'comment', subjectId: comment.id } as const
  const wish = { act: 'hide', ...said } as const
  expect(await transaction((tx) => decideDirectly(tx, here.mo, thing, wish))).toBeUndefined()
})
