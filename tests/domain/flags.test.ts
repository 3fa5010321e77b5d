import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { deleteComment, postComment } from '#app/domain/comments/comment.server.ts'
import { writeIdea } from '#app/domain/ideas/publish.server.ts'
import { FlagForm } from '#app/domain/moderation/flag.form.ts'
import { flagComment, flagIdea } from '#app/domain/moderation/flag.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { flags } from '#db/schema/moderation.ts'
import { world } from '#tests/world.ts'

const why = { reason: 'spam', note: 'sells shoes' } as const

test('a member reports an idea once; the first report stands', async () => {
  const { ben, refillStation } = await world()
  const flag = (reason: 'spam' | 'other') =>
    transaction((tx) => flagIdea(tx, ben, refillStation.number, { ...why, reason }))
  expect((await Promise.all([flag('spam'), flag('spam')])).sort()).toEqual([
    'already-flagged',
    'flagged',
  ])
  expect(await flag('other')).toBe('already-flagged')

  const kept = await db.select().from(flags).where(eq(flags.subjectId, refillStation.id))
  expect(kept).toMatchObject([{ subject: 'idea', reporterId: ben.id, ...why }])
  const told = await db.select().from(activity).where(eq(activity.verb, 'idea.flagged'))
  expect(told).toHaveLength(1)
})

test('comments are reported while they can be read', async () => {
  const { ann, ben, refillStation } = await world()
  const comment = await transaction((tx) =>
    postComment(tx, ben, refillStation.number, { body: 'Buy shoes' }),
  )
  const { id } = comment as { id: string }
  expect(await transaction((tx) => flagComment(tx, ann, id, why))).toBe('flagged')
  expect(await transaction((tx) => flagComment(tx, ann, id, why))).toBe('already-flagged')
  await transaction((tx) => deleteComment(tx, ben, id))
  expect(await transaction((tx) => flagComment(tx, ann, id, why))).toBeUndefined()
  expect(await transaction((tx) => flagComment(tx, ann, 'nowhere', why))).toBeUndefined()
})

test('[#44] what cannot be seen cannot be reported', async () => {
  const { ann, ben } = await world()
  const text = { title: 'Still secret', body: 'A draft', categoryId: 'packaging', tags: [] }
  const draft = await transaction((tx) => writeIdea(tx, ann, text))
  expect(await transaction((tx) => flagIdea(tx, ben, draft.number, why))).toBeUndefined()
})

test('a report names one of our reasons and nothing else', () => {
  expect(FlagForm.safeParse({ reason: 'spam' }).success).toBe(true)
  expect(FlagForm.safeParse({ reason: 'because' }).success).toBe(false)
  expect(FlagForm.safeParse({ reason: 'spam', note: 'x'.repeat(1001) }).success).toBe(false)
  expect(FlagForm.safeParse({ reason: 'spam', reporterId: 'me' }).success).toBe(false)
})
