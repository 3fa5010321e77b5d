import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { workThrough } from '#app/clock.server.ts'
import { deleteComment, postComment } from '#app/domain/comments/comment.server.ts'
import { hideComment, restoreComment } from '#app/domain/comments/hide.server.ts'
import { markUseful } from '#app/domain/comments/useful.server.ts'
import { accountOf } from '#app/domain/points/account.server.ts'
import { castVote, withdrawVote } from '#app/domain/votes/vote.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { pointEntries } from '#db/schema/points.ts'
import { at, now } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

const days = (n: number) => new Date(+now() + n * 86_400_000)
const entriesOf = (personId: string) =>
  db
    .select()
    .from(pointEntries)
    .where(eq(pointEntries.personId, personId))
    .orderBy(pointEntries.seq)

test('a vote earns a point that waits three days, and goes when the vote goes', async () => {
  const { ben, refillStation } = await world()
  await transaction((tx) => castVote(tx, ben, refillStation.number))
  await workThrough()
  expect(await accountOf(db, ben.id)).toMatchObject({ pending: 1, available: 0 })
  await at(days(2), () => workThrough())
  expect(await accountOf(db, ben.id)).toMatchObject({ pending: 1, available: 0 })
  await at(days(3.1), () => workThrough())
  expect(await accountOf(db, ben.id)).toMatchObject({ pending: 0, available: 1, earned: 1 })
  await transaction((tx) => withdrawVote(tx, ben, refillStation.number))
  await workThrough()
  expect(await accountOf(db, ben.id)).toMatchObject({ pending: 0, available: 0, earned: 0 })
  const kinds = (await entriesOf(ben.id)).map(({ kind }) => kind)
  expect(kinds).toEqual(['earn', 'confirm', 'reverse'])
})

test('an author earns for the idea, and nothing by voting for it or speaking under it', async () => {
  const { ann, refillStation } = await world()
  await transaction((tx) => castVote(tx, ann, refillStation.number))
  await transaction((tx) => postComment(tx, ann, refillStation.number, { body: 'My own words.' }))
  await workThrough()
  expect((await entriesOf(ann.id)).map(({ rule, amount }) => [rule, amount])).toEqual([
    ['idea', 10],
  ])
})

test('a hidden comment earns nothing until it is restored; a deleted one never', async () => {
  const { ben, mo, refillStation } = await world()
  const comment = await transaction((tx) =>
    postComment(tx, ben, refillStation.number, { body: 'By weight, please.' }),
  )
  if (typeof comment !== 'object') throw new Error('No comment')
  await workThrough()
  expect(await accountOf(db, ben.id)).toMatchObject({ pending: 3 })
  await transaction((tx) => hideComment(tx, mo, comment.id, { reason: 'spam' }))
  await workThrough()
  expect(await accountOf(db, ben.id)).toMatchObject({ pending: 0 })
  await transaction((tx) => restoreComment(tx, mo, comment.id))
  await workThrough()
  expect(await accountOf(db, ben.id)).toMatchObject({ pending: 3 })
  await transaction((tx) => deleteComment(tx, ben, comment.id))
  await workThrough()
  expect(await accountOf(db, ben.id)).toMatchObject({ pending: 0, available: 0 })
})

test('a comment is paid for once three members found it useful', async () => {
  const { ann, ben, refillStation } = await world()
  const comment = await transaction((tx) =>
    postComment(tx, ben, refillStation.number, { body: 'By weight, please.' }),
  )
  if (typeof comment !== 'object') throw new Error('No comment')
  // A house in which three are a small part.
  await transaction(async (tx) => {
    for (let i = 0; i < 20; i++) await person(tx, `some${i}`)
  })
  const markers = await transaction(async (tx) => [
    await person(tx, 'cid'),
    await person(tx, 'dee'),
  ])
  for (const marker of [ann, ...markers]) {
    await workThrough()
    const rules = (await entriesOf(ben.id)).map(({ rule }) => rule)
    expect(rules).not.toContain('useful')
    await transaction((tx) => markUseful(tx, marker, comment.id))
  }
  await workThrough()
  const paid = (await entriesOf(ben.id)).find(({ rule }) => rule === 'useful')
  expect(paid).toMatchObject({ amount: 15, kind: 'earn', subjectId: comment.id })
})
