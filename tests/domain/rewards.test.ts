import { and, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountOf } from '#app/domain/points/account.server.ts'
import { catalogue, standingsBefore, withinReach } from '#app/domain/rewards/catalogue.server.ts'
import { redeemReward, type Wish } from '#app/domain/rewards/redeem.server.ts'
import {
  cancelRedemption,
  ownRedemption,
  redemptionsOf,
  showCode,
} from '#app/domain/rewards/redemption-own.server.ts'
import { moveRedemption, stepsOf } from '#app/domain/rewards/redemption.server.ts'
import { opened, sealed } from '#app/domain/identity/seal.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { newId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { redemptions, rewardCodes, rewards } from '#db/schema/rewards.ts'
import { at, now } from '#db/time.ts'
import { address, endow, offer as newOffer } from '#tests/rewards.ts'
import { person, world } from '#tests/world.ts'

type Given = Parameters<typeof newOffer>[1]

const offer = (given: Given = {}) => transaction((tx) => newOffer(tx, given))
const give = (member: Person, amount: number) => transaction((tx) => endow(tx, [member], amount))

async function member(name: string, points = 0) {
  const one = await transaction((tx) => person(tx, name))
  if (points) await give(one, points)
  return one
}

const ask = (who: Person, { slug }: { slug: string }, wish: Partial<Wish> = {}) =>
  transaction((tx) => redeemReward(tx, who, { slug, key: newId(), address, ...wish }))

async function redeemed(who: Person, reward: { slug: string }, wish: Partial<Wish> = {}) {
  const came = await ask(who, reward, wish)
  if (came?.is !== 'redeemed') throw new Error(`refused: ${JSON.stringify(came)}`)
  return came.id
}

const move = (who: Person, id: string, to: Parameters<typeof moveRedemption>[2]['to']) =>
  transaction((tx) => moveRedemption(tx, who, { id, to }))
const cancel = (who: Person, id: string) => transaction((tx) => cancelRedemption(tx, who, id))
const show = (who: Person, id: string) => transaction((tx) => showCode(tx, who, id))
const rewardNow = async ({ id }: { id: string }) =>
  (await db.select().from(rewards).where(eq(rewards.id, id)))[0]!
const balance = async ({ id }: Person) => (await accountOf(db, id)).available
const statesOf = async (id: string) => (await stepsOf(db, id)).map(({ state }) => state)

test('a prize is asked for, approved, sent and delivered, and each step is told', async () => {
  const { ada } = await world()
  const gina = await member('gina', 80)
  const basket = await offer({ needsApproval: true })
  const id = await redeemed(gina, basket)
  expect(await balance(gina)).toBe(30)
  expect((await rewardNow(basket)).stock).toBe(9)

  expect(await move(ada, id, 'sent')).toBe('not-possible')
  for (const to of ['approved', 'sent', 'delivered'] as const) {
    expect(await move(ada, id, to)).toBe('moved')
    expect(await move(ada, id, to)).toBe('already-there')
  }
  expect(await statesOf(id)).toEqual(['requested', 'approved', 'sent', 'delivered'])
  expect(await move(ada, id, 'cancelled')).toBe('not-possible')
  const told = await db.select().from(activity).where(eq(activity.subjectId, id))
  expect(told.map(({ verb, data }) => [verb, data])).toEqual(
    ['requested', 'approved', 'sent', 'delivered'].map((to) => [
      'redemption.moved',
      { personId: gina.id, to },
    ]),
  )
})

test('an address is closed in the database, and goes when the prize is cancelled or has been there for a while', async () => {
  const { ada } = await world()
  const gina = await member('gina', 100)
  const basket = await offer()
  const [one, other] = [await redeemed(gina, basket), await redeemed(gina, basket)]
  const row = async (id: string) =>
    (await db.select().from(redemptions).where(eq(redemptions.id, id)))[0]!
  expect((await row(one)).address).not.toContain('Forno')
  expect((await ownRedemption(db, gina, one))?.address).toEqual(address)

  expect(await cancel(gina, one)).toBe('cancelled')
  expect((await row(one)).address).toBeNull()
  await move(ada, other, 'sent')
  await move(ada, other, 'delivered')
  const days = (+(await row(other)).addressUntil! - +now()) / 86_400_000
  expect(days).toBeGreaterThan(29)
  expect(days).toBeLessThanOrEqual(30)
})

test.each([
  ['soon', { opensAt: new Date(Date.now() + 86_400_000) }, 500],
  ['over', { closesAt: new Date(Date.now() - 86_400_000) }, 500],
  ['over', { state: 'ended' }, 500],
  ['sold-out', { stock: 0 }, 500],
  ['level', { level: 4 }, 500],
  ['points', {}, 49],
] as [string, Given, number][])(
  'a reward is refused with “%s” and nothing changes',
  async (is, given, points) => {
    const gina = await member('gina', points)
    const reward = await offer(given)
    expect(await ask(gina, reward)).toMatchObject({ is })
    expect(await balance(gina)).toBe(points)
    expect(await rewardNow(reward)).toMatchObject({ stock: reward.stock, takenCount: 0 })
    expect((await redemptionsOf(db, gina.id)).page).toEqual([])
  },
)

test('a draft does not exist, a changed price is not paid unseen, and a prize wants an address', async () => {
  const gina = await member('gina', 100)
  expect(await ask(gina, await offer({ state: 'draft' }))).toBeUndefined()
  expect(await ask(gina, await offer({ price: 60 }), { price: 50 })).toEqual({
    is: 'price-changed',
  })
  expect(await ask(gina, await offer(), { address: undefined })).toEqual({ is: 'address-needed' })
  expect(await balance(gina)).toBe(100)
})

test('how many one may have counts what they kept', async () => {
  const gina = await member('gina', 200)
  const basket = await offer({ perMember: 1 })
  const id = await redeemed(gina, basket)
  expect(await ask(gina, basket)).toMatchObject({ is: 'limit' })
  await cancel(gina, id)
  expect(await ask(gina, basket)).toMatchObject({ is: 'redeemed' })
  expect((await standingsBefore(db, gina.id, [basket])).get(basket.id)).toMatchObject({
    is: 'limit',
    taken: 1,
  })
})

test('[#100] the same key for the same wish is one redemption; for another it is refused', async () => {
  const gina = await member('gina', 500)
  const [basket, bag] = [await offer(), await offer()]
  const key = 'one-form'
  const clicks = await Promise.all(Array.from({ length: 8 }, () => ask(gina, basket, { key })))
  expect(new Set(clicks.map((came) => JSON.stringify(came))).size).toBe(1)
  expect(await balance(gina)).toBe(450)
  expect((await rewardNow(basket)).stock).toBe(9)

  expect(await ask(gina, bag, { key })).toEqual({ is: 'other-wish' })
  const elsewhere = { ...address, street: 'Via Altrove 1' }
  expect(await ask(gina, basket, { key, address: elsewhere })).toEqual({ is: 'other-wish' })
  expect(await balance(gina)).toBe(450)
  const ben = await member('ben', 50)
  expect(await ask(ben, basket, { key })).toMatchObject({ is: 'redeemed' })
})

test('a coupon is whoever took it, and is spent once they have looked at it', async () => {
  const gina = await member('gina', 200)
  const coupon = await offer({ codes: ['PANE-1', 'PANE-2'] })
  const id = await redeemed(gina, coupon)
  expect(await statesOf(id)).toEqual(['requested', 'approved', 'delivered'])
  expect((await ownRedemption(db, gina, id))?.code).toBeNull()

  expect(await show(gina, id)).toBe('shown')
  expect((await ownRedemption(db, gina, id))?.code).toBe('PANE-1')
  expect(await show(gina, id)).toBe('already-shown')
  expect(await cancel(gina, id)).toBe('too-late')
  expect(await balance(gina)).toBe(150)
  const { ada } = await world()
  expect(await move(ada, id, 'cancelled')).toBe('not-possible')
})

test('[#111] a coupon that nobody looked at goes back to the pool once, and the points too', async () => {
  const gina = await member('gina', 50)
  const coupon = await offer({ codes: ['PANE-3'] })
  const id = await redeemed(gina, coupon)
  expect(await ask(await member('ben', 50), coupon)).toMatchObject({ is: 'sold-out' })
  const answers = await Promise.all(Array.from({ length: 6 }, () => cancel(gina, id)))
  expect(answers.sort()).toEqual([
    'already-cancelled',
    'already-cancelled',
    'already-cancelled',
    'already-cancelled',
    'already-cancelled',
    'cancelled',
  ])
  expect(await balance(gina)).toBe(50)
  expect(await rewardNow(coupon)).toMatchObject({ stock: 1, takenCount: 0 })
  const free = and(eq(rewardCodes.rewardId, coupon.id), isNull(rewardCodes.redemptionId))
  expect(await db.select().from(rewardCodes).where(free)).toHaveLength(1)
  expect(await show(gina, id)).toBe('not-yet')
  expect((await ownRedemption(db, gina, id))?.code).toBeNull()
})

test('a pool with less than the stock says is sold out, and the stock is put right', async () => {
  const coupon = await offer({ codes: ['PANE-4'], stock: 3 })
  await redeemed(await member('gina', 50), coupon)
  const ben = await member('ben', 50)
  expect(await ask(ben, coupon)).toMatchObject({ is: 'sold-out' })
  expect(await balance(ben)).toBe(50)
  expect(await rewardNow(coupon)).toMatchObject({ stock: 0, takenCount: 1 })
})

test('[#44] somebody else’s redemption is nobody’s', async () => {
  const gina = await member('gina', 50)
  const ben = await member('ben')
  const id = await redeemed(gina, await offer({ codes: ['PANE-5'] }))
  expect(await ownRedemption(db, ben, id)).toBeUndefined()
  expect(await show(ben, id)).toBeUndefined()
  expect(await cancel(ben, id)).toBeUndefined()
  expect((await redemptionsOf(db, ben.id)).page).toEqual([])
})

test('[#52] nobody moves their own, and only those who fulfil move others’', async () => {
  const { ada, mo } = await world()
  await give(ada, 100)
  const id = await redeemed(ada, await offer({ needsApproval: true }))
  expect(await move(ada, id, 'approved')).toBe('own')
  expect(await move(mo, id, 'approved')).toBe('not-allowed')
  expect(await move(ada, newId(), 'approved')).toBeUndefined()
  expect(await statesOf(id)).toEqual(['requested'])
})

test('what is sealed opens for itself alone, and not with another secret', () => {
  const about = { what: 'code', of: 'r1' } as const
  const kept = sealed(about, 'PANE-6')
  expect(opened(about, kept)).toBe('PANE-6')
  expect(sealed(about, 'PANE-6')).not.toBe(kept)
  expect(opened({ what: 'code', of: 'r2' }, kept)).toBeUndefined()
  expect(opened(about, kept.slice(0, -2))).toBeUndefined()
  expect(opened(about, 'nonsense')).toBeUndefined()
  const before = process.env.SESSION_SECRET
  process.env.SESSION_SECRET = 'another-0123456789-0123456789-0123456789'
  expect(opened(about, kept)).toBeUndefined()
  if (before === undefined) delete process.env.SESSION_SECRET
  else process.env.SESSION_SECRET = before
})

test('the catalogue is in the house’s order, without drafts and what is over, and knows what is in reach', async () => {
  const gina = await member('gina', 40)
  const [last, first] = [
    await offer({ position: -1, price: 40 }),
    await offer({ position: -2, price: 41 }),
  ]
  const gone = await offer({ position: -3, closesAt: new Date(Date.now() - 1000) })
  const draft = await offer({ position: -4, state: 'draft' })
  const shown = (await catalogue(db)).map(({ id }) => id)
  expect(shown.slice(0, 2)).toEqual([first.id, last.id])
  expect(shown).not.toContain(gone.id)
  expect(shown).not.toContain(draft.id)
  const reach = (await withinReach(db, gina.id)).map(({ id }) => id)
  expect(reach).toContain(last.id)
  expect(reach).not.toContain(first.id)
  const later = new Date(Date.now() + 9 * 86_400_000)
  const closing = await offer({ position: -5, closesAt: new Date(Date.now() + 86_400_000) })
  const then = await at(later, () => catalogue(db))
  expect(then.map(({ id }) => id)).not.toContain(closing.id)
})
