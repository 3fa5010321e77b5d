import { and, eq, isNull } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { accountOf } from '#app/domain/points/account.server.ts'
import { ledgerFaults } from '#app/domain/points/proof.server.ts'
import { redeemReward } from '#app/domain/rewards/redeem.server.ts'
import { cancelRedemption, showCode } from '#app/domain/rewards/redemption-own.server.ts'
import { moveRedemption, stepsOf } from '#app/domain/rewards/redemption.server.ts'
import type { RedemptionState } from '#app/domain/rewards/redemption.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { redemptions, rewardCodes, rewards } from '#db/schema/rewards.ts'
import { address, endow, offer } from '#tests/rewards.ts'
import { person, world } from '#tests/world.ts'

type Reward = typeof rewards.$inferSelect
const states = ['requested', 'approved', 'sent', 'delivered', 'cancelled'] as const

/** What somebody tries, on the reward or the redemption that `which` happens to name. */
const act = fc.record({
  does: fc.constantFrom('redeem', 'redeem', 'cancel', 'show', 'move'),
  who: fc.nat(1),
  which: fc.nat(40),
  to: fc.constantFrom<RedemptionState>(...states),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

let runs = 0

async function tryOut(acts: Act[], together: number) {
  const { ada } = await world()
  const run = ++runs
  const { members, offers } = await transaction(async (tx) => {
    const members = [await person(tx, 'gina'), await person(tx, 'ugo')]
    await endow(tx, members, 200)
    const codes = [`R${run}-1`, `R${run}-2`, `R${run}-3`]
    const offers = [
      await offer(tx, { codes }),
      await offer(tx, { stock: 2, needsApproval: true }),
      await offer(tx, { stock: 2, kind: 'thanks', needsApproval: true, price: 30 }),
      await offer(tx, { stock: null, kind: 'donation', price: 20, perMember: 2 }),
    ]
    return { members, offers }
  })
  const known: string[] = []
  const one = async ({ does, who, which, to }: Act) => {
    const member = members[who]!
    const id = known[which % Math.max(1, known.length)] ?? ''
    if (does === 'redeem') {
      const wish = { slug: offers[which % offers.length]!.slug, key: `${run}-${which}`, address }
      const came = await transaction((tx) => redeemReward(tx, member, wish))
      if (came?.is === 'redeemed' && !known.includes(came.id)) known.push(came.id)
    }
    if (does === 'cancel') await transaction((tx) => cancelRedemption(tx, member, id))
    if (does === 'show') await transaction((tx) => showCode(tx, member, id))
    if (does === 'move') await transaction((tx) => moveRedemption(tx, ada, { id, to }))
  }
  for (let i = 0; i < acts.length; i += together)
    await Promise.all(acts.slice(i, i + together).map(one))
  await areRight(members, offers)
}

async function areRight(members: Person[], offers: Reward[]) {
  const paid = new Map(members.map(({ id }) => [id, 0]))
  for (const { id, kind, stock } of offers) {
    const all = await db.select().from(redemptions).where(eq(redemptions.rewardId, id))
    const kept = all.filter(({ state }) => state !== 'cancelled')
    const [now] = await db.select().from(rewards).where(eq(rewards.id, id))
    expect(now!.takenCount).toBe(kept.length)
    expect(now!.stock).toBe(stock === null ? null : stock - kept.length)
    for (const { personId, price } of kept) paid.set(personId, paid.get(personId)! + price)
    for (const { id, state, shownAt, address } of all) {
      const road = (await stepsOf(db, id)).map((step) => step.state)
      expect(road.at(-1)).toBe(state)
      expect(new Set(road).size).toBe(road.length)
      expect(state === 'cancelled' && !!(shownAt ?? address)).toBe(false)
    }
    if (kind !== 'coupon') continue
    const free = and(eq(rewardCodes.rewardId, id), isNull(rewardCodes.redemptionId))
    expect(await db.select().from(rewardCodes).where(free)).toHaveLength(now!.stock!)
  }
  for (const { id } of members)
    expect((await accountOf(db, id)).available).toBe(200 - paid.get(id)!)
}

test(
  '[#111] whatever is tried with rewards, one after the other or at once, each is paid once, given back once, and every count adds up',
  { timeout: 120_000 },
  async () => {
    const many = fc.array(act, { minLength: 5, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(many, fc.constantFrom(1, 6), (acts, together) => tryOut(acts, together)),
      { numRuns: 12 },
    )
    const wrong = []
    for await (const one of ledgerFaults(db)) wrong.push(one)
    expect(wrong).toEqual([])
  },
)
