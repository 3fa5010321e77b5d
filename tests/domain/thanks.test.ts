import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { deleteComment, postComment } from '#app/domain/comments/comment.server.ts'
import { hideComment } from '#app/domain/comments/hide.server.ts'
import { shutOut } from '#app/domain/identity/standing.server.ts'
import { notificationsOf } from '#app/domain/notifications/notification.server.ts'
import { giveThanks, takeBackThanks, thanksOn } from '#app/domain/thanks/thanks.server.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { at } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

type Who = Awaited<ReturnType<typeof world>>['ann']

const says = async (author: Who, number: number, body = 'With sesame, please.') => {
  const comment = await transaction((tx) => postComment(tx, author, number, { body }))
  if (typeof comment !== 'object') throw new Error(String(comment))
  return comment.id
}
const thank = (giver: Who, deed: Parameters<typeof giveThanks>[2]) =>
  transaction((tx) => giveThanks(tx, giver, deed))
const takeBack = (giver: Who, deed: Parameters<typeof giveThanks>[2]) =>
  transaction((tx) => takeBackThanks(tx, giver, deed))
const toldOf = async (verb: string, ideaId: string) =>
  db
    .select({ subjectId: activity.subjectId, data: activity.data })
    .from(activity)
    .where(and(eq(activity.verb, verb), eq(activity.ideaId, ideaId)))

test('the team thanks for an idea once, however often and whoever of it clicks', async () => {
  const { ann, eva, ada, refillStation } = await world()
  const { id, number } = refillStation
  const outcomes = await Promise.all([eva, ada, eva, ada].map((giver) => thank(giver, { number })))
  expect(outcomes.sort()).toEqual([
    'already-thanked',
    'already-thanked',
    'already-thanked',
    'thanked',
  ])
  expect([...(await thanksOn(db, id))]).toEqual([['', 'Granaio']])
  expect(await toldOf('idea.thanked', id)).toEqual([{ subjectId: id, data: { personId: ann.id } }])
  const { rows } = await notificationsOf(db, ann, { unread: true })
  expect(rows.map(({ event }) => event)).toEqual(['own-thanked'])
})

test('an idea and each of its comments have thanks of their own', async () => {
  const { ben, eva, refillStation } = await world()
  const { id, number } = refillStation
  const [first, second] = [await says(ben, number), await says(ben, number, 'And with salt.')]
  expect(await thank(eva, { commentId: first })).toBe('thanked')
  expect(await thank(eva, { number })).toBe('thanked')
  expect(await thank(eva, { commentId: first })).toBe('already-thanked')
  expect([...(await thanksOn(db, id)).keys()].sort()).toEqual(['', first].sort())
  expect(await thank(eva, { commentId: second })).toBe('thanked')
  expect(await toldOf('comment.thanked', id)).toHaveLength(2)
})

test('[#50] nobody is thanked for their own, no staff, nobody who has left; members and moderators thank nobody', async () => {
  const { ann, ben, eva, mo, refillStation } = await world()
  const { id, number } = refillStation
  expect(await thank(ben, { number })).toBe('not-allowed')
  expect(await thank(mo, { number })).toBe('not-allowed')
  expect(await thank(eva, { commentId: await says(eva, number) })).toBe('own')
  expect(await thank(eva, { commentId: await says(mo, number) })).toBe('of-staff')
  await transaction((tx) => shutOut(tx, ann.id, null))
  expect(await thank(eva, { number })).toBe('nobody')
  expect([...(await thanksOn(db, id))]).toEqual([])
})

test('what nobody can read is not thanked for: a comment taken back or hidden, a private idea', async () => {
  const { ben, eva, mo, ada, refillStation } = await world()
  const { number } = refillStation
  const [gone, hidden] = [await says(ben, number), await says(ben, number, 'Hidden soon.')]
  await transaction((tx) => deleteComment(tx, ben, gone))
  await transaction((tx) => hideComment(tx, mo, hidden, { reason: 'house_rules' }))
  for (const commentId of [gone, hidden, 'none'])
    expect(await thank(eva, { commentId })).toBeUndefined()
  const move = { to: 'hidden', note: 'Not here.', reason: 'legal' } as const
  await transaction((tx) => moveIdea(tx, ada, number, move))
  expect(await thank(ada, { number })).toBeUndefined()
})

test('thanks are taken back within a day, not after it, and told once again', async () => {
  const { eva, ada, refillStation } = await world()
  const { id, number } = refillStation
  expect(await takeBack(eva, { number })).toBe('thanks-stay')
  await thank(eva, { number })
  const outcomes = await Promise.all([eva, ada].map((giver) => takeBack(giver, { number })))
  expect(outcomes.sort()).toEqual(['thanks-stay', 'thanks-taken-back'])
  expect(await toldOf('idea.unthanked', id)).toHaveLength(1)
  expect([...(await thanksOn(db, id))]).toEqual([])

  const editor = await transaction((tx) => person(tx, 'edda', ['editor']))
  expect(await thank(editor, { number })).toBe('thanked')
  const tomorrow = new Date(Date.now() + 86_400_001)
  expect(await at(tomorrow, () => takeBack(eva, { number }))).toBe('thanks-stay')
  expect((await thanksOn(db, id)).size).toBe(1)
})
