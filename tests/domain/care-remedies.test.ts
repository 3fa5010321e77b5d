import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Case } from '#app/domain/care/case.server.ts'
import { openCase } from '#app/domain/care/open.server.ts'
import { remediesGiven } from '#app/domain/care/remedy-list.server.ts'
import {
  decideRemedy,
  giveRemedy,
  remedyRoom,
  type RemedyWish,
  withdrawRemedy,
} from '#app/domain/care/remedy.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { accountOf } from '#app/domain/points/account.server.ts'
import { grantPoints } from '#app/domain/points/grant.server.ts'
import { statementOf } from '#app/domain/points/statement.server.ts'
import {
  cancelRedemption,
  ownRedemption,
  showCode,
} from '#app/domain/rewards/redemption-own.server.ts'
import { newId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { remedies } from '#db/schema/care-outcomes.ts'
import { notifications } from '#db/schema/notifications.ts'
import { pointEntries } from '#db/schema/points.ts'
import { auditEntries } from '#db/schema/site.ts'
import { testAtNoon } from '#tests/noon.ts'
import { offer } from '#tests/rewards.ts'
import { person, world } from '#tests/world.ts'

let w: Awaited<ReturnType<typeof world>>
let cara: Person
let lea: Person
let row: Case

const reason = 'The bag was open: we are sorry.'
const points = (amount: number): RemedyWish => ({
  ...{ key: newId(), kind: 'points', amount, rewardId: null, reason },
})
const coupon = (rewardId: string): RemedyWish => ({
  ...{ key: newId(), kind: 'coupon', amount: 1, rewardId, reason },
})
const give = (agent: Person, wish: RemedyWish, about = row) =>
  transaction((tx) => giveRemedy(tx, agent, about, wish))
const balance = async ({ id }: Person) => (await accountOf(db, id)).available

const caseOf = (personId: string | null) =>
  transaction((tx) =>
    openCase(tx, {
      ...{ topicId: 'product', subject: 'Broken', body: 'It was broken', locale: 'en' },
      ...{ source: 'form', isConfirmed: true, personId, email: personId ? null : 'x@example.org' },
    }),
  )

beforeEach(async () => {
  w = await world()
  ;[cara, lea] = await transaction(async (tx) => [
    await person(tx, 'cara', ['care']),
    await person(tx, 'lea', ['admin']),
  ])
  row = await caseOf(w.ben.id)
})

test('points to make good are in the statement with the reason, told, and audited', async () => {
  const wish = points(80)
  expect(await give(cara, wish)).toBe('done')
  expect(await give(cara, wish)).toBe('done')
  expect(await balance(w.ben)).toBe(80)
  const { lines } = (await statementOf(db, w.ben.id, { size: 10 })) as unknown as {
    lines: { note: string; amount: number }[]
  }
  expect(lines).toMatchObject([{ amount: 80, subject: { is: 'grant', reason } }])
  expect(await remediesGiven(db, w.ben, row.id)).toMatchObject([{ amount: 80, reason }])
  expect(await remediesGiven(db, w.ann, row.id)).toEqual([])
  const told = await db.select().from(notifications).where(eq(notifications.personId, w.ben.id))
  expect(told.map(({ event }) => event)).toContain('own-remedy')
  const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.act, 'remedy.given'))
  expect(entry).toMatchObject({ actorId: cara.id })
  expect(JSON.stringify(entry)).not.toContain('sorry')
})

test('the same key for another remedy is refused, and gives nothing', async () => {
  const wish = points(10)
  await give(cara, wish)
  expect(await give(cara, { ...wish, amount: 11 })).toBe('other-wish')
  expect(await give(lea, wish)).toBe('other-wish')
  expect(await balance(w.ben)).toBe(10)
})

test('[#51] who answers cases gives points in a case, and nowhere else', async () => {
  const grant = { key: newId(), personId: w.ben.id, amount: 10, reason }
  expect(await transaction((tx) => grantPoints(tx, cara, grant))).toBe('not-allowed')
  for (const other of [w.mo, w.eva, w.ann]) expect(await give(other, points(1))).toBe('not-allowed')
  expect(await balance(w.ben)).toBe(0)
})

test('[#52] nobody gives themselves anything, nor says yes to what they asked for or get', async () => {
  const own = await caseOf(cara.id)
  expect(await give(cara, points(1), own)).toBe('own')
  const wish = points(5000)
  expect(await give(lea, wish)).toBe('asked')
  const decide = (who: Person, id: string) =>
    transaction((tx) => decideRemedy(tx, who, id, 'approve'))
  expect(await decide(lea, wish.key)).toBe('own')
  expect(await decide(cara, wish.key)).toBe('not-allowed')
  const forLead = points(5000)
  expect(await give(cara, forLead, await caseOf(lea.id))).toBe('asked')
  expect(await decide(lea, forLead.key)).toBe('own')
  expect(await decide(w.ada, wish.key)).toBe('done')
  expect(await balance(w.ben)).toBe(5000)
})

testAtNoon('an agent who races past the limit of the day gives no more than it alone', async () => {
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => give(cara, points(50))))
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(4)
  expect(outcomes.filter((outcome) => outcome === 'asked')).toHaveLength(4)
  expect(await balance(w.ben)).toBe(200)
  expect(await remedyRoom(db, cara)).toMatchObject({ points: 200, remedyPoints: 200 })
})

test('two leads who decide at once decide once', async () => {
  const wish = points(500)
  expect(await give(cara, wish)).toBe('asked')
  const both = await Promise.all(
    [w.ada, lea].map((lead) =>
      transaction((tx) => decideRemedy(tx, lead, wish.key, lead === lea ? 'refuse' : 'approve')),
    ),
  )
  expect(both).toContain('already-decided')
  const isDone = both.includes('done')
  expect(await balance(w.ben)).toBe(isDone ? 500 : 0)
  expect(await db.$count(pointEntries, eq(pointEntries.personId, w.ben.id))).toBe(isDone ? 1 : 0)
})

test('what is refused or withdrawn is not given, and counts for nobody’s day', async () => {
  const [one, two] = [points(300), points(300)]
  await give(cara, one)
  await give(cara, two)
  expect(await transaction((tx) => decideRemedy(tx, lea, one.key, 'refuse'))).toBe('refused')
  expect(await transaction((tx) => withdrawRemedy(tx, lea, two.key))).toBe('not-allowed')
  expect(await transaction((tx) => withdrawRemedy(tx, cara, two.key))).toBe('withdrawn')
  expect(await transaction((tx) => withdrawRemedy(tx, cara, two.key))).toBe('already-decided')
  expect(await transaction((tx) => decideRemedy(tx, lea, newId(), 'refuse'))).toBeUndefined()
  expect(await balance(w.ben)).toBe(0)
  expect(await remedyRoom(db, cara)).toMatchObject({ points: 0 })
})

testAtNoon(
  'a coupon without cost is delivered like one that was redeemed, to its member alone',
  async () => {
    const reward = await transaction((tx) => offer(tx, { codes: ['BREAD-1', 'BREAD-2'] }))
    const wish = coupon(reward.id)
    expect(await give(cara, wish)).toBe('done')
    expect(await give(cara, wish)).toBe('done')
    expect(await ownRedemption(db, w.ann, wish.key)).toBeUndefined()
    expect(await transaction((tx) => showCode(tx, w.ben, wish.key))).toBe('shown')
    expect(await ownRedemption(db, w.ben, wish.key)).toMatchObject({
      code: expect.stringMatching(/^BREAD-/),
      redemption: { price: 0, state: 'delivered' },
    })
    expect(await balance(w.ben)).toBe(0)
    const second = coupon(reward.id)
    expect(await give(cara, second)).toBe('done')
    expect(await give(cara, coupon(reward.id))).toBe('asked')
    // Given back it costs nothing, and its code is free again.
    expect(await transaction((tx) => cancelRedemption(tx, w.ben, second.key))).toBe('cancelled')
    expect(await balance(w.ben)).toBe(0)
  },
)

testAtNoon('an empty pool gives nothing, and what waits for it goes on waiting', async () => {
  const reward = await transaction((tx) => offer(tx, { codes: ['LAST'] }))
  expect(await give(cara, coupon(reward.id))).toBe('done')
  expect(await give(cara, coupon(reward.id))).toBe('no-code')
  await give(cara, points(200))
  expect(await give(lea, coupon(newId()))).toBe('no-code')
  const other = await transaction((tx) => offer(tx, { codes: ['A'] }))
  expect(await give(cara, coupon(other.id))).toBe('done')
  const waiting = coupon(other.id)
  expect(await give(cara, waiting)).toBe('asked')
  expect(await transaction((tx) => decideRemedy(tx, lea, waiting.key, 'approve'))).toBe('no-code')
  const asked = and(eq(remedies.id, waiting.key), eq(remedies.state, 'asked'))
  expect(await db.$count(remedies, asked)).toBe(1)
})

test('who is no member can be given nothing', async () => {
  expect(await give(cara, points(1), await caseOf(null))).toBe('no-member')
})
