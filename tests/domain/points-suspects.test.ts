import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { workThrough } from '#app/clock.server.ts'
import { postComment } from '#app/domain/comments/comment.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { accountOf } from '#app/domain/points/account.server.ts'
import { burstsAmong } from '#app/domain/points/burst.rules.ts'
import { dryRun } from '#app/domain/points/dry-run.server.ts'
import { isDevoted, puppetsOf } from '#app/domain/points/puppet.rules.ts'
import { type Marks, ringsOf } from '#app/domain/points/ring.rules.ts'
import { defaultTerms } from '#app/domain/points/rule.rules.ts'
import { changePointSettings, pointSettings } from '#app/domain/points/settings.server.ts'
import { levelFaults, levelsOf } from '#app/domain/points/settings.rules.ts'
import { decideSuspicion } from '#app/domain/points/suspect-decide.server.ts'
import { suspicionList } from '#app/domain/points/suspect-list.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { auditEntries } from '#db/schema/site.ts'
import { at, now } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

const marks = (lines: string): Marks[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '))
    .map(([markerId, authorId, times]) => ({
      markerId: markerId!,
      authorId: authorId!,
      times: Number(times),
    }))
const ringsIn = (lines: string) => ringsOf(marks(lines)).map(({ personIds }) => personIds.join(''))

test('a pair that mostly mark each other is a ring, and so is a longer circle', () => {
  expect(ringsIn('a b 5\nb a 4\na x 1\nb y 2')).toEqual(['ab'])
  expect(ringsIn('a b 4\nb c 4\nc d 4\nd a 4\na x 1')).toEqual(['abcd'])
  expect(ringsIn('a b 6\nb a 6\nc d 3\nd c 3').toSorted()).toEqual(['ab', 'cd'])
})

test('who marks many is no ring with a friend, and one who is admired is none either', () => {
  expect(ringsIn('a b 4\nb a 4\na x 9\na y 9\nb x 9\nb z 9\nq a 9\nq b 9')).toEqual([])
  expect(ringsIn('a b 9\nc b 9\nd b 9\nb a 1')).toEqual([])
  const everybody = [...'abcdefghijkl']
  const busy = everybody.flatMap((one) =>
    everybody.filter((other) => other !== one).map((other) => `${one} ${other} 8`),
  )
  expect(ringsIn(busy.join('\n'))).toEqual([])
})

test('a long circle exhausts nothing', () => {
  const n = 20_000
  const circle = Array.from({ length: n }, (_, i) => ({
    markerId: String(i),
    authorId: String((i + 1) % n),
    times: 3,
  }))
  expect(ringsOf(circle)[0]!.personIds).toHaveLength(n)
})

test('much within hours of joining is a burst; what others make of it is none', () => {
  const joinedAt = new Date('2026-11-01T08:00:00Z')
  const earned = (rule: string, amount: number, hours: number) => ({
    ...{ personId: 'p', joinedAt, rule, amount },
    actedAt: new Date(+joinedAt + hours * 3_600_000),
  })
  expect(burstsAmong([earned('idea', 15, 1), earned('comment', 12, 2)])).toMatchObject([
    { personId: 'p', points: 27, acts: 2 },
  ])
  expect(burstsAmong([earned('idea', 15, 1), earned('comment', 12, 30)])).toEqual([])
  expect(burstsAmong([earned('realised', 1000, 1), earned('email', 10, 0)])).toEqual([])
})

test('accounts that vote for one person only are puppets; those who do other things are not', () => {
  const newcomer = (
    personId: string,
    deeds: [string, number][],
    inviterId: string | null = null,
  ) => ({
    ...{ personId, inviterId, joinedAt: new Date(), ideas: 0 },
    deeds: new Map(deeds),
  })
  expect(isDevoted(newcomer('p', [['boss', 3]]), 'boss')).toBe(true)
  expect(
    isDevoted(
      newcomer('p', [
        ['boss', 3],
        ['x', 3],
      ]),
      'boss',
    ),
  ).toBe(false)
  const five = [...'abcde'].map((id) => newcomer(id, [['boss', 2]]))
  expect(puppetsOf('boss', five, 10)).toMatchObject({ why: 'votes', devoted: 5 })
  expect(puppetsOf('boss', five, 11)).toBeUndefined()
  expect(puppetsOf('boss', five, null)).toBeUndefined()
  const friends = [...'abc'].map((id) => newcomer(id, [['boss', 1]], 'boss'))
  expect(puppetsOf('boss', friends, null)).toMatchObject({ why: 'friends', byLink: 3 })
})

/** A newcomer who does within minutes all that pays. */
async function burstOf(name: string) {
  const { ann, mo, ada, ben } = await world()
  const hasty = await transaction(async (tx) => {
    const member = await person(tx, name)
    for (let i = 0; i < 5; i++) {
      const text = { title: `Rusks ${i}`, body: 'Another shape of them, please.', tags: [] }
      const idea = await publishIdea(tx, ann, { ...text, categoryId: 'packaging', locale: 'en' })
      await castVote(tx, member, idea.number)
      await postComment(tx, member, idea.number, { body: 'Good, good.' })
    }
    const mine = { title: 'Mine', body: 'One of my own, to begin with.', tags: [] }
    await publishIdea(tx, member, { ...mine, categoryId: 'packaging', locale: 'en' })
    return member
  })
  await workThrough()
  await at(hours(1), () => workThrough())
  const { suspicions } = await suspicionList(db, 'open')
  const own = suspicions.find(({ personIds }) => personIds.includes(hasty.id))!
  return { hasty, own, mo, ada, ben }
}
const hours = (n: number) => new Date(+now() + n * 3_600_000)
const decide = (who: Person, id: string, intent: 'clear' | 'take-back') =>
  transaction((tx) => decideSuspicion(tx, who, id, { intent, note: 'I have looked at them all.' }))

test('[#52] what is held waits until somebody of the staff who is not among them has decided, once', async () => {
  const { hasty, own, mo, ada, ben } = await burstOf('hasty')
  expect(own).toMatchObject({ kind: 'burst', state: 'open', held: 27 })
  await at(hours(24 * 10), () => workThrough())
  expect(await accountOf(db, hasty.id)).toMatchObject({ pending: 27, available: 0 })

  expect(await decide(ben, own.id, 'clear')).toBeUndefined()
  expect(await decide({ ...mo, id: hasty.id }, own.id, 'clear')).toBe('own')
  const [one, other] = await Promise.all([
    decide(mo, own.id, 'take-back'),
    decide(ada, own.id, 'clear'),
  ])
  expect([one, other].filter((outcome) => outcome === 'already-decided')).toHaveLength(1)
  const { pending, available } = await accountOf(db, hasty.id)
  expect(available).toBe(0)
  expect(pending).toBe(one === 'taken-back' ? 0 : 27)
  const log = await db.select().from(auditEntries).where(eq(auditEntries.subject, own.id))
  expect(log).toHaveLength(1)
})

test('a dry run says what other terms would have paid for the same acts', async () => {
  const { ann, ben, ada, refillStation } = await world()
  await transaction((tx) => castVote(tx, ben, refillStation.number))
  await transaction((tx) => castVote(tx, ann, refillStation.number))
  await transaction((tx) => castVote(tx, ada, refillStation.number))
  await workThrough()
  const inForce = defaultTerms.vote
  const { tried, ...dry } = await dryRun(db, 'vote', { tried: { ...inForce, amount: 4 }, inForce })
  expect(dry.isCut).toBe(false)
  const mine = tried.top.filter(({ personId }) => personId === ben.id)
  expect(mine).toMatchObject([{ points: 4, times: 1, person: { displayName: 'ben' } }])
  // Neither for one's own idea nor to the staff; and what would be paid by the terms in force, was.
  expect(tried.top.map(({ personId }) => personId)).not.toContain(ada.id)
  expect(tried.total).toBe(4 * dry.inForce.total)
  const later = await at(hours(24 * 40), () => dryRun(db, 'vote', { tried: inForce, inForce }))
  expect(later.tried.total).toBe(0)
})

test('two admins who change the same settings do not undo each other', async () => {
  const { ada, ben } = await world()
  const { now: before, seen } = await pointSettings(db, 'frame')
  const wish = { ...before, pointValue: before.pointValue + 50 }
  const change = (who: Person, said = wish) =>
    transaction((tx) => changePointSettings(tx, who, 'frame', { wish: said, seen }))
  expect(await change(ben)).toBe('not-allowed')
  const outcomes = await Promise.all([change(ada), change(ada, { ...wish, addressDays: 90 })])
  expect(outcomes.toSorted()).toEqual(['changed', 'stale'])
})

test('levels begin at 0 and rise; an empty one is none, and one that was crossed out goes', () => {
  const said = {
    ...{ 'nameIt-0': 'Seme', 'nameEn-0': 'Seed', 'from-0': 0, 'links-0': 3 },
    ...{ 'nameIt-1': 'Spiga', 'nameEn-1': 'Ear', 'from-1': 50 },
    ...{ 'nameIt-2': 'Via', 'nameEn-2': 'Gone', 'from-2': 20, 'gone-2': 'on' },
  }
  const levels = levelsOf(said, 10)
  expect(levelFaults(levels)).toEqual({})
  expect(levels.map(({ level }) => level.rights.links)).toEqual([3, null])
  const falling = levelsOf({ ...said, 'from-0': 5, 'from-1': 5, 'nameEn-1': '' }, 10)
  expect(levelFaults(falling)).toEqual({
    'from-0': 'points:levels.firstFromZero',
    'nameEn-1': 'errors:required',
    'from-1': 'points:levels.ascending',
  })
})
