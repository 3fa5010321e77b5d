import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import { ideaFaults } from '#app/domain/ideas/recount.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { burstAmong, factsOf, type YoungVote } from '#app/domain/moderation/burst.rules.ts'
import { findVoteBursts } from '#app/domain/moderation/burst-find.server.ts'
import {
  burstList,
  burstsWaiting,
  decideBurst,
  heldVotesOn,
  holdBurst,
  versionOf,
} from '#app/domain/moderation/burst.server.ts'
import { castVote, withdrawVote } from '#app/domain/votes/vote.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { people, sessions } from '#db/schema/identity.ts'
import { pointPending } from '#db/schema/points.ts'
import { now } from '#db/time.ts'
import { catchUp } from '#app/clock/points.server.ts'
import { person, world } from '#tests/world.ts'

const day = 86_400_000
const hour = day / 24

/** So many people, who joined today from one address unless said otherwise, vote for an idea. */
async function crowd(n: number, number: number, { address = '10.1.1.1', mail = '' } = {}) {
  const later = new Date(+now() + day)
  const all: Person[] = []
  await transaction(async (tx) => {
    for (let i = 0; i < n; i++) {
      const one = await person(tx, 'sock')
      if (mail)
        await tx
          .update(people)
          .set({ emailFolded: mail.replace('#', String(i)) })
          .where(eq(people.id, one.id))
      if (address)
        await tx.insert(sessions).values({
          ...{ id: one.id, personId: one.id, address, agent: '' },
          ...{ expiresAt: later, endsAt: later, seenAt: now(), provedAt: now() },
        })
      await castVote(tx, one, number)
      all.push(one)
    }
  })
  return all
}

async function look() {
  for (const { ideaId, burst } of await findVoteBursts(db))
    await transaction((tx) => holdBurst(tx, ideaId, burst))
}
const votesOf = async (number: number) => (await findIdea(db, number, undefined))!.votesCount
const faults = async () => {
  const found = []
  for await (const fault of ideaFaults(db)) found.push(fault)
  return found
}
const burstOf = async (ideaId: string) =>
  (await burstList(db)).find(({ idea }) => idea.id === ideaId)!.burst
const decide = async (moderator: Person, ideaId: string, to: 'counted' | 'annulled') => {
  const burst = await burstOf(ideaId)
  const wish = { to, note: '', seen: versionOf(burst) }
  return transaction((tx) => decideBurst(tx, moderator, burst.id, wish))
}

test('[#109] votes of a hundred accounts from one address count only once a moderator has looked', async () => {
  const { ben, mo, refillStation } = await world()
  const { number, id } = refillStation
  await transaction((tx) => castVote(tx, ben, number))
  const socks = await crowd(100, number)
  expect(await votesOf(number)).toBe(101)
  await look()
  expect(await votesOf(number)).toBe(1)
  expect(await heldVotesOn(db, id)).toBe(100)
  expect(await burstsWaiting(db)).toBe(1)
  expect(await faults()).toEqual([])
  const { facts } = await burstOf(id)
  expect(facts).toMatchObject({ signs: ['network'], networks: [100], ages: { hour: 100 } })
  const told = await db.select().from(activity).where(eq(activity.verb, 'burst.held'))
  expect(told).toMatchObject([{ ideaId: id }])
  const out = await db.select().from(people)
  expect(out.filter(({ suspendedAt }) => suspendedAt)).toEqual([])

  // Who takes a held vote back takes nothing from the count.
  expect(await transaction((tx) => withdrawVote(tx, socks[0]!, number))).toBe('withdrawn')
  expect(await votesOf(number)).toBe(1)
  // More of the same joins it; nobody is told again.
  await crowd(12, number)
  await look()
  expect(await heldVotesOn(db, id)).toBe(112)
  expect(await burstsWaiting(db)).toBe(1)

  expect(await decide(ben, id, 'counted')).toBe('not-allowed')
  expect(await decide(mo, id, 'annulled')).toBe('annulled')
  expect(await votesOf(number)).toBe(1)
  expect(await heldVotesOn(db, id)).toBe(0)
  expect(await decide(mo, id, 'counted')).toBe('counted')
  expect(await votesOf(number)).toBe(112)
  await look()
  expect(await votesOf(number)).toBe(112)
  expect(await decide(mo, id, 'annulled')).toBe('annulled')
  expect(await votesOf(number)).toBe(1)
  expect(await faults()).toEqual([])
}, 60_000)

test('of two moderators who decide at once one is told that it changed', async () => {
  const { mo, ada, refillStation } = await world()
  await crowd(12, refillStation.number, { address: '10.7.7.7' })
  await look()
  const burst = await burstOf(refillStation.id)
  const decideAs = (one: Person, to: 'counted' | 'annulled') =>
    transaction((tx) => decideBurst(tx, one, burst.id, { to, note: '', seen: versionOf(burst) }))
  const both = await Promise.all([decideAs(mo, 'counted'), decideAs(ada, 'annulled')])
  expect(both).toContain('changed')
  expect(await faults()).toEqual([])
})

test('the points of held votes wait, come back with them, and go when they are annulled', async () => {
  const { ann, mo, refillStation } = await world()
  const socks = await crowd(12, refillStation.number, { address: '10.2.2.2' })
  await catchUp()
  const pendingOf = async () =>
    (await db.select().from(pointPending).where(eq(pointPending.ideaId, refillStation.id))).filter(
      ({ rule, personId }) => rule === 'vote' && socks.some(({ id }) => id === personId),
    )
  expect((await pendingOf()).every(({ heldBy }) => heldBy === null)).toBe(true)
  await look()
  const { id } = await burstOf(refillStation.id)
  expect((await pendingOf()).map(({ heldBy }) => heldBy)).toEqual(socks.map(() => id))
  await decide(mo, refillStation.id, 'counted')
  await catchUp()
  expect((await pendingOf()).filter(({ heldBy }) => heldBy === null)).toHaveLength(12)
  await decide(mo, refillStation.id, 'annulled')
  await catchUp()
  expect(await pendingOf()).toEqual([])
  const milestones = await db.select().from(pointPending).where(eq(pointPending.personId, ann.id))
  expect(milestones.filter(({ rule }) => rule.startsWith('votes-'))).toEqual([])
})

test('[#109] one mailbox under several names, and throw-away addresses, are found', async () => {
  const { ann } = await world()
  const text = { title: 'Another refill', body: 'For jam', categoryId: 'packaging', tags: [] }
  const other = await transaction((tx) => publishIdea(tx, ann, text))
  await crowd(4, other.number, { address: '', mail: 'one+#@gmail.com' })
  await look()
  expect((await burstOf(other.id)).facts).toMatchObject({ signs: ['mailbox'], mailboxes: [4] })
  const third = await transaction((tx) => publishIdea(tx, ann, { ...text, title: 'A third one' }))
  await crowd(4, third.number, { address: '', mail: 'b#@yopmail.com' })
  await look()
  expect(await votesOf(third.number)).toBe(4)
  await crowd(2, third.number, { address: '', mail: 'c#@yopmail.com' })
  await look()
  expect(await votesOf(third.number)).toBe(0)
})

const vote = (minute: number, changes: Partial<YoungVote> = {}): YoungVote => {
  const castAt = new Date(Date.UTC(2026, 4, 1) + minute * 60_000)
  const joinedAt = new Date(+castAt - 2 * day)
  const apart = { networks: [], mailbox: '', isDisposable: false }
  return { voterId: String(minute), castAt, joinedAt, ...apart, ...changes }
}

test('an hour with more votes than usual is a burst, not a good day, nor a new house', () => {
  const usual = { burstVotes: 20, isNewHouse: false }
  const slow = Array.from({ length: 60 }, (_, i) => vote(i * 10))
  expect(burstAmong(slow, usual)).toBeUndefined()
  const quick = Array.from({ length: 20 }, (_, i) => vote(1_000 + i))
  expect(burstAmong([...slow, ...quick], usual)?.votes.length).toBeGreaterThanOrEqual(20)
  expect(burstAmong(quick, usual)).toMatchObject({ signs: ['hour'] })
  expect(burstAmong(quick, { ...usual, isNewHouse: true })).toBeUndefined()
  expect(burstAmong(quick.slice(1), usual)).toBeUndefined()
  const family = Array.from({ length: 9 }, (_, i) => vote(i * 100, { networks: ['home'] }))
  expect(burstAmong(family, usual)).toBeUndefined()
})

test('the panel has figures alone', () => {
  const votes = [0, 1, 25].map((minute, i) =>
    vote(minute, { networks: ['10.0.0.1', `10.0.1.${i}`], mailbox: 'a@example.org' }),
  )
  const facts = factsOf({ signs: ['network'], votes })
  expect(facts).toEqual({
    signs: ['network'],
    pace: [2, 0, 1],
    ages: { hour: 0, day: 0, week: 3 },
    networks: [3],
    mailboxes: [3],
    disposable: 0,
  })
  expect(JSON.stringify(facts)).not.toMatch(/10\.0|example/)
  expect(hour).toBe(3_600_000)
})
