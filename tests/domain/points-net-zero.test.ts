import { and, eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { workThrough } from '#app/clock.server.ts'
import { deleteComment, editComment, postComment } from '#app/domain/comments/comment.server.ts'
import { markUseful, unmarkUseful } from '#app/domain/comments/useful.server.ts'
import { editIdea } from '#app/domain/ideas/edit.server.ts'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { mergeIdeas } from '#app/domain/merges/merge.server.ts'
import { accountOf } from '#app/domain/points/account.server.ts'
import { bringFriend, friendCodeOf } from '#app/domain/points/friend.server.ts'
import { spend } from '#app/domain/points/spend.server.ts'
import { changeSettings } from '#app/domain/site/site.server.ts'
import { castVoteFor } from '#app/domain/votes/on-behalf.server.ts'
import { castVote, withdrawVote } from '#app/domain/votes/vote.server.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import { db, transaction, type Tx } from '#db/database.server.ts'
import { pointEntries } from '#db/schema/points.ts'
import { at, now } from '#db/time.ts'
import { testAtNoon } from '#tests/noon.ts'
import { person, world } from '#tests/world.ts'

const inDays = (n: number) => new Date(+now() + n * 86_400_000)
const holdings = async ({ id }: Person) => {
  const { available, pending, owed } = await accountOf(db, id)
  return available + pending - owed
}
const paidBy = async ({ id }: Person, rules: string[]) =>
  (
    await db
      .select()
      .from(pointEntries)
      .where(and(eq(pointEntries.personId, id), inArray(pointEntries.rule, rules)))
  ).filter(({ kind }) => kind === 'earn').length
const settled = () => workThrough()
const muchLater = (n = 15) => at(inDays(n), () => workThrough())
const propose = (tx: Tx, author: Person, title: string) =>
  publishIdea(tx, author, {
    ...{ title, body: 'Bring your own tin, pay by weight, throw nothing away.' },
    ...{ categoryId: 'packaging', tags: [], locale: 'en' as const },
  })

test('[#102] voting and taking it back, over and over, at any moment, earns nothing', async () => {
  const { ben, refillStation } = await world()
  const { number } = refillStation
  for (let round = 0; round < 4; round++) {
    await transaction((tx) => castVote(tx, ben, number))
    if (round % 2) await settled()
    await transaction((tx) => withdrawVote(tx, ben, number))
    if (round % 3) await settled()
  }
  await muchLater()
  expect(await holdings(ben)).toBe(0)
})

test('[#102] who votes again has one vote paid, and one day of waiting begins with it', async () => {
  const { ben, refillStation } = await world()
  const { number } = refillStation
  await transaction((tx) => castVote(tx, ben, number))
  await settled()
  await transaction((tx) => withdrawVote(tx, ben, number))
  await settled()
  await at(inDays(2), () => transaction((tx) => castVote(tx, ben, number)))
  await at(inDays(3.5), settled)
  expect(await accountOf(db, ben.id)).toMatchObject({ pending: 1, available: 0 })
  await at(inDays(5.5), settled)
  expect(await accountOf(db, ben.id)).toMatchObject({ pending: 0, available: 1 })
})

test('[#102] own votes, own words and own marks are worth nothing', async () => {
  const { ann, refillStation } = await world()
  await settled()
  const before = await holdings(ann)
  await transaction((tx) => castVote(tx, ann, refillStation.number))
  const said = { body: 'I like my own idea.' }
  const comment = await transaction((tx) => postComment(tx, ann, refillStation.number, said))
  if (typeof comment !== 'object') throw new Error('No comment')
  expect(await transaction((tx) => markUseful(tx, ann, comment.id))).toBe('own-comment')
  await muchLater()
  expect((await holdings(ann)) - before).toBe(0)
})

test('[#102] a comment that was deleted after it was paid is taken back; spent points are owed', async () => {
  const { ben, refillStation } = await world()
  const said = { body: 'By weight, please.' }
  const comment = await transaction((tx) => postComment(tx, ben, refillStation.number, said))
  if (typeof comment !== 'object') throw new Error('No comment')
  await transaction((tx) => editComment(tx, ben, comment.id, 'By weight, please, and soon.'))
  await settled()
  expect(await paidBy(ben, ['comment'])).toBe(1)
  await muchLater()
  expect(await holdings(ben)).toBe(3)
  await transaction((tx) => spend(tx, ben.id, 3, { key: 'cake', subjectId: 'cake' }))
  await transaction((tx) => deleteComment(tx, ben, comment.id))
  await settled()
  expect(await accountOf(db, ben.id)).toMatchObject({ available: 0, owed: 3, earned: 0 })
})

test('[#102] editing an idea, hiding and showing it again pays it once', async () => {
  const { ann, mo, ada, refillStation } = await world()
  const { number } = refillStation
  await settled()
  expect(await holdings(ann)).toBe(10)
  const { version } = (await findIdea(db, number, ann))!
  const words = { title: 'A refill station, please', body: 'Bring your own tin, pay by weight.' }
  const text = { ...words, categoryId: 'packaging', tags: [], locale: 'en' as const }
  const edited = await transaction((tx) => editIdea(tx, ann, { number, version }, text))
  expect(edited).toBe('edited')
  await settled()
  expect(await holdings(ann)).toBe(10)

  const why = { from: 'voting', reason: 'house_rules', note: 'Looked like spam.' } as const
  const hide = { ...why, to: 'hidden' }
  const hidden = await transaction((tx) => moveIdea(tx, mo, number, hide))
  expect(hidden).toBe('moved')
  await settled()
  expect(await holdings(ann)).toBe(0)
  const show = { from: 'hidden', to: 'voting', note: 'It was none.' }
  expect(await transaction((tx) => moveIdea(tx, ada, number, show))).toBe('moved')
  await settled()
  expect(await holdings(ann)).toBe(10)
  await muchLater()
  expect(await holdings(ann)).toBe(10)
  // Ada works here.
  expect(await holdings(ada)).toBe(0)
})

test('[#102] an idea that goes into another brings neither its votes nor a second pay', async () => {
  const { ann, ben, ada, refillStation } = await world()
  await transaction((tx) => changeSettings(tx, { mergeConsent: 'tell' }))
  const again = await transaction((tx) => propose(tx, ann, 'A refill station for rusks, again'))
  const voters = await transaction(async (tx) => {
    const all: Person[] = []
    for (let i = 0; i < 10; i++) all.push(await person(tx, `voter${i}`))
    return all
  })
  for (const voter of voters) await transaction((tx) => castVote(tx, voter, again.number))
  await settled()
  expect(await paidBy(ann, ['votes-10'])).toBe(1)

  const wish = { source: again.number, target: refillStation.number, note: 'The same wish.' }
  const merged = await transaction((tx) => mergeIdeas(tx, ada, wish))
  expect(merged?.is).toBe('begun')
  await settled()
  // The second idea was none; what came along votes for nobody again.
  await transaction((tx) => castVote(tx, ben, refillStation.number))
  await settled()
  expect(await paidBy(ann, ['votes-10'])).toBe(1)
  expect(await paidBy(voters[0]!, ['vote'])).toBe(1)
  expect((await accountOf(db, ann.id)).pending).toBe(30)
})

test('[#102] a mark that comes and goes, and a vote that somebody else cast, pay nobody', async () => {
  const { ann, ben, eva, refillStation } = await world()
  const said = { body: 'By weight, please.' }
  const comment = await transaction((tx) => postComment(tx, ben, refillStation.number, said))
  if (typeof comment !== 'object') throw new Error('No comment')
  for (let i = 0; i < 4; i++) {
    await transaction((tx) => markUseful(tx, ann, comment.id))
    await transaction((tx) => unmarkUseful(tx, ann, comment.id))
  }
  const letter = { handle: ann.handle, castNote: 'By letter.' }
  const other = await transaction((tx) => propose(tx, ben, 'Rusks without sugar'))
  expect(await transaction((tx) => castVoteFor(tx, eva, other.number, letter))).toBe('cast')
  await settled()
  expect(await paidBy(ben, ['useful'])).toBe(0)
  expect(await paidBy(ann, ['vote'])).toBe(0)
})

testAtNoon(
  '[#102] nobody brings themselves, and a friend counts once they take part on two days',
  async () => {
    const { ann, refillStation } = await world()
    const code = await transaction((tx) => friendCodeOf(tx, ann.id))
    expect(await transaction((tx) => bringFriend(tx, ann.id, code))).toBe('unknown')
    const cid = await transaction((tx) => person(tx, 'cid'))
    await transaction((tx) => bringFriend(tx, cid.id, code))
    const ada = await transaction((tx) => person(tx, 'dee'))
    const others = await transaction(async (tx) => [
      await propose(tx, ada, 'Rusks with seeds'),
      await propose(tx, ada, 'Rusks with oats'),
    ])
    await transaction((tx) => castVote(tx, cid, refillStation.number))
    await transaction((tx) => castVote(tx, cid, others[0]!.number))
    await settled()
    expect(await paidBy(ann, ['friend'])).toBe(0)
    await at(inDays(1.5), async () => {
      await transaction((tx) => castVote(tx, cid, others[1]!.number))
      await settled()
    })
    expect(await paidBy(ann, ['friend'])).toBe(1)
  },
)

testAtNoon(
  'a day has its caps, counted where the community lives, and half is paid after the first ones',
  async () => {
    const { ben } = await world()
    const dee = await transaction((tx) => person(tx, 'dee'))
    const ideas = await transaction(async (tx) => {
      const all = []
      for (let i = 0; i < 12; i++) all.push(await propose(tx, dee, `Rusks of kind ${i}`))
      return all
    })
    for (const { number } of ideas) {
      await transaction((tx) => castVote(tx, ben, number))
      await transaction((tx) => postComment(tx, ben, number, { body: `A thought on ${number}.` }))
    }
    await settled()
    const rows = await db.select().from(pointEntries).where(eq(pointEntries.personId, ben.id))
    const of = (rule: string) => rows.filter((row) => row.rule === rule).map(({ amount }) => amount)
    expect(of('vote')).toEqual(Array(10).fill(1))
    expect(of('comment')).toEqual([3, 3, 2, 2, 2])
    const own = await db.select().from(pointEntries).where(eq(pointEntries.personId, dee.id))
    expect(own.map(({ amount }) => amount)).toEqual([10, 5])
  },
)
