import { expect, test } from 'vitest'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { followedBy } from '#app/domain/follows/followed.server.ts'
import { followersOf } from '#app/domain/follows/followers.server.ts'
import { followIdea, followsAmong, muteIdea } from '#app/domain/follows/follow.server.ts'
import { placeIdea, publishIdea } from '#app/domain/ideas/publish.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { newId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { follows } from '#db/schema/follows.ts'
import { people } from '#db/schema/identity.ts'
import { votes } from '#db/schema/votes.ts'
import { at } from '#db/time.ts'
import { noon } from '#tests/noon.ts'
import { world } from '#tests/world.ts'

async function everybody(ideaId: string) {
  const all: string[] = []
  for await (const ids of followersOf(db, ideaId)) all.push(...ids)
  return all
}

test('authors, voters, commenters and those who asked follow; whoever muted does not', async () => {
  const { ann, ben, eva, mo, ada, refillStation } = await world()
  const { id, number } = refillStation
  await transaction((tx) => castVote(tx, ben, number))
  await transaction((tx) => castVote(tx, mo, number))
  await transaction((tx) => postComment(tx, eva, number, { body: 'Good' }))
  expect(await transaction((tx) => followIdea(tx, ada, number))).toBe('following')
  expect(await transaction((tx) => muteIdea(tx, mo, number))).toBe('muted')

  expect((await everybody(id)).sort()).toEqual([ann, ben, eva, ada].map((one) => one.id).sort())
  for (const who of [ann, ben, eva, ada])
    expect((await followsAmong(db, who.id, [id])).has(id)).toBe(true)
  expect((await followsAmong(db, mo.id, [id])).has(id)).toBe(false)
})

test('an author who muted stays muted, even after commenting', async () => {
  const { ann, refillStation } = await world()
  const { id, number } = refillStation
  await transaction((tx) => muteIdea(tx, ann, number))
  await transaction((tx) => postComment(tx, ann, number, { body: 'Thanks' }))
  expect(await everybody(id)).toEqual([])
  await transaction((tx) => followIdea(tx, ann, number))
  expect(await everybody(id)).toEqual([ann.id])
})

test('a large crowd comes in batches, each person once', async () => {
  const { refillStation } = await world()
  const { id: ideaId } = refillStation
  const crowd = Array.from({ length: 1100 }, () => newId())
  const row = (id: string) => ({ id, handle: id.replaceAll('-', ''), displayName: 'x' })
  await transaction(async (tx) => {
    for (let i = 0; i < crowd.length; i += 100)
      await tx.insert(people).values(crowd.slice(i, i + 100).map(row) as never)
    for (let i = 0; i < crowd.length; i += 100) {
      const some = crowd.slice(i, i + 100)
      await tx.insert(votes).values(some.map((voterId) => ({ ideaId, voterId })))
      const also = some.slice(0, 50).map((personId) => ({ ideaId, personId }))
      await tx.insert(follows).values(also.map((one) => ({ ...one, state: 'following' as const })))
    }
  })
  const batches: number[] = []
  const met = new Set<string>()
  for await (const ids of followersOf(db, ideaId)) {
    batches.push(ids.length)
    for (const id of ids) met.add(id)
  }
  expect(met.size).toBe(1101)
  expect(batches.reduce((sum, n) => sum + n)).toBe(1101)
  expect(Math.max(...batches)).toBe(500)
})

test('what a person follows is listed once, the latest first, page by page', async () => {
  const { ann, ben, refillStation } = await world()
  const ideas = [refillStation]
  for (let i = 0; i < 6; i++) {
    const text = { title: `Idea ${i} of many`, body: 'words', categoryId: 'packaging', tags: [] }
    ideas.push(await transaction((tx) => publishIdea(tx, i % 2 ? ann : ben, text)))
  }
  for (const { number } of ideas.slice(0, 4)) await transaction((tx) => castVote(tx, ben, number))
  await at(noon, () => transaction((tx) => followIdea(tx, ben, ideas[1]!.number)))
  await transaction((tx) => muteIdea(tx, ben, ideas[2]!.number))

  const seen: number[] = []
  let after
  do {
    const page = await followedBy(db, ben.id, { after, limit: 2 })
    seen.push(...page.ideas.map(({ number }) => number))
    after = page.next
  } while (after)
  const followed = [0, 1, 3, 5].map((i) => ideas[i]!.number)
  expect([...seen].sort()).toEqual(followed.sort())
  expect(seen[0]).toBe(ideas[1]!.number)
})

test('[#44] an idea that became private leaves the list, and cannot be followed', async () => {
  const { ann, ben, refillStation } = await world()
  await transaction((tx) => followIdea(tx, ben, refillStation.number))
  const hidden = { status: 'hidden', place: 'private' } as const
  await transaction((tx) => placeIdea(tx, refillStation, hidden, []))
  expect((await followedBy(db, ben.id)).ideas).toEqual([])
  expect(await transaction((tx) => followIdea(tx, ben, refillStation.number))).toBeUndefined()
  expect((await followedBy(db, ann.id)).ideas).toHaveLength(1)
})
