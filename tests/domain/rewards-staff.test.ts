import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { forgetAddresses, showAddress } from '#app/domain/rewards/address.server.ts'
import { parcels } from '#app/domain/rewards/courier.server.ts'
import { centsIn, euroOf, RewardForm } from '#app/domain/rewards/edit.form.ts'
import { daysToEarn } from '#app/domain/rewards/edit.rules.ts'
import {
  createReward,
  type Reward,
  rewardById,
  type RewardText,
  saveReward,
} from '#app/domain/rewards/edit.server.ts'
import { poolCounts, rewardDesk } from '#app/domain/rewards/edit-list.server.ts'
import { readCodes, type Sheet } from '#app/domain/rewards/pool.rules.ts'
import { addCodes, rowsInPool } from '#app/domain/rewards/pool.server.ts'
import { sealedAddress } from '#app/domain/rewards/postal.server.ts'
import {
  openRedemptions,
  queuedRedemption,
  redemptionQueue,
} from '#app/domain/rewards/queue.server.ts'
import { moveRedemption } from '#app/domain/rewards/redemption.server.ts'
import { spendKey } from '#app/domain/rewards/cancel.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { accountOf } from '#app/domain/points/account.server.ts'
import { book } from '#app/domain/points/ledger.server.ts'
import { spend } from '#app/domain/points/spend.server.ts'
import { newId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { redemptions, rewardCodes, rewards } from '#db/schema/rewards.ts'
import { auditEntries } from '#db/schema/site.ts'
import { at, now } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

type House = Awaited<ReturnType<typeof world>>
let house: House & { ed: Person; eli: Person }

beforeAll(async () => {
  const people = await world()
  house = await transaction(async (tx) => ({
    ...people,
    ed: await person(tx, 'ed', ['editor']),
    eli: await person(tx, 'eli', ['editor']),
  }))
})

const tin: RewardText = {
  ...{ kind: 'prize', state: 'shown', titleIt: 'Una scatola di latta', titleEn: 'A tin' },
  ...{ textIt: 'Da riempire.', textEn: 'To fill.', termsIt: '', termsEn: '' },
  ...{ price: 200, level: 0, opensAt: null, closesAt: null, perMember: null, goal: null },
  ...{ needsApproval: false, costCents: 450, position: 0, imageId: null, imageAlt: '' },
}

async function made(change: Partial<RewardText> = {}, stock: number | undefined = 10) {
  const text = { ...tin, ...change }
  const reward = await transaction((tx) =>
    createReward(tx, house.ed, text, { slug: 'una-scatola', stock }),
  )
  return reward as Reward
}

const save = (
  editor: Person,
  { id, version }: Reward,
  change: Partial<RewardText> & { stock?: { typed?: number; seen?: number } } = {},
) =>
  transaction((tx) =>
    saveReward(tx, editor, { id, version }, { ...tin, stock: { typed: 10, seen: 10 }, ...change }),
  )

const where = {
  name: '=Ben',
  street: 'Via Po 3',
  postcode: '10121',
  city: 'Torino',
  province: 'TO',
  country: 'Italia',
}

/** Somebody took a reward, and paid: as the catalogue's own door does it, without its checks. */
async function taken(taker: Person, reward: Reward, state: 'requested' | 'approved' = 'approved') {
  const id = newId()
  await transaction(async (tx) => {
    await book(tx, [{ kind: 'grant', personId: taker.id, amount: reward.price, key: `test:${id}` }])
    await spend(tx, taker.id, reward.price, { key: spendKey(id), subjectId: id })
    await tx.insert(redemptions).values({
      ...{ id, rewardId: reward.id, personId: taker.id, key: id, asked: id, price: reward.price },
      ...{ state, address: sealedAddress(id, where), movedAt: now() },
    })
  })
  return id
}

const acts = async (subject: string) =>
  (await db.select().from(auditEntries).where(eq(auditEntries.subject, subject))).map(
    ({ act }) => act,
  )

test('an editor makes a reward, and two of one name have addresses of their own', async () => {
  const [one, other] = [await made(), await made()]
  expect([one.slug, other.slug]).toEqual(['una-scatola', 'una-scatola-2'])
  expect(await acts(one.id)).toEqual(['reward.created'])
  expect((await rewardDesk(db)).map(({ id }) => id)).toContain(one.id)
})

test('[#50] who moderates, cares or evaluates makes and changes no reward', async () => {
  const reward = await made()
  for (const other of [house.mo, house.eva, house.ann]) {
    const outcome = await transaction((tx) => createReward(tx, other, tin, { slug: 'x' }))
    expect(outcome).toBe('not-allowed')
    expect(await save(other, reward)).toBe('not-allowed')
    expect(await transaction((tx) => addCodes(tx, other, reward.id, []))).toBe('not-allowed')
    expect(await transaction((tx) => parcels(tx, other, []))).toBe('not-allowed')
    expect(await transaction((tx) => showAddress(tx, other, newId()))).toBe('not-allowed')
  }
})

test('of two editors who had the same page the second is told, and changes nothing', async () => {
  const reward = await made()
  expect(await save(house.ed, reward, { price: 300 })).toBe('saved')
  expect(await save(house.eli, reward, { price: 400 })).toBe('stale')
  expect((await rewardById(db, reward.id))?.price).toBe(300)
})

test('what members took while the editor typed is not put back into the stock', async () => {
  const reward = await made()
  const decrease = { stock: 7 }
  await transaction((tx) => tx.update(rewards).set(decrease).where(eq(rewards.id, reward.id)))
  expect(await save(house.ed, reward, { titleEn: 'A tin box' })).toBe('saved')
  expect((await rewardById(db, reward.id))?.stock).toBe(7)

  const again = (await rewardById(db, reward.id))!
  expect(await save(house.ed, again, { stock: { typed: 12, seen: 10 } })).toBe('saved')
  expect((await rewardById(db, reward.id))?.stock).toBe(9)
  const last = (await rewardById(db, reward.id))!
  expect(await save(house.ed, last, { stock: { typed: 0, seen: 10 } })).toBe('stock-gone')
  expect(await save(house.ed, last, { stock: { seen: 9 } })).toBe('saved')
  expect((await rewardById(db, reward.id))?.stock).toBeNull()
})

test('once it was taken the kind is fixed, it is no draft again, and a new price leaves the old alone', async () => {
  const reward = await made()
  const id = await taken(house.ben, reward)
  expect(await save(house.ed, reward, { kind: 'thanks' })).toBe('kind-fixed')
  expect(await save(house.ed, reward, { state: 'draft' })).toBe('was-taken')
  expect(await save(house.ed, reward, { price: 999, state: 'ended' })).toBe('saved')
  expect((await queuedRedemption(db, id))?.price).toBe(200)
})

test('a form says what is wrong beside its fields', () => {
  const said = { kind: 'prize', titleIt: 'Una scatola', titleEn: 'A tin', textIt: 'a', textEn: 'b' }
  const wrong = (more: object) => {
    const read = RewardForm.safeParse({ ...said, price: '10', ...more })
    return read.error?.issues.map(({ path, message }) => `${path.join()} ${message}`)
  }
  expect(wrong({})).toBeUndefined()
  // [#103] no amounts but whole ones
  for (const price of ['0', '-5', '1.5', '1e3', '99999999999', 'ten', ''])
    expect(wrong({ price })?.[0]).toMatch(/^price /)
  expect(wrong({ opens: '2026-02-01T10:00', closes: '2026-01-01T10:00' })).toEqual([
    'closes rewards:desk.error.closesFirst',
  ])
  expect(wrong({ cost: '4,5x' })).toEqual(['cost rewards:desk.error.cost'])
  expect([centsIn('4,50'), centsIn('4.5'), centsIn('12'), centsIn(euroOf(1205))]).toEqual([
    ...[450, 450, 1200, 1205],
  ])
  expect(daysToEarn(200, { vote: 1, comment: 3, idea: 10 })).toBe(43)
  expect(daysToEarn(200, { vote: 0, comment: 0, idea: 0 })).toBeUndefined()
})

test('codes are read from lines and from columns, and a bad row stops no other', () => {
  const plain = readCodes(
    'ABCD-1\r\nABCD-2\n\nABCD-1\n"never ends\nab\nwith blank\nABCD-3',
  ) as Sheet
  expect(plain.codes.map(({ code }) => code)).toEqual(['ABCD-1', 'ABCD-2', 'ABCD-3'])
  expect(plain.bad.map(({ row, why }) => `${row} ${why}`)).toEqual([
    ...['4 twice', '5 not-csv', '6 too-short', '7 not-a-code'],
  ])
  expect(plain.rows).toBe(7)
  const csv = readCodes('\uFEFFid;Codice;note\n1;AAAA;x\n2;"BB;BB";y\n3;CCCC') as Sheet
  expect(csv.codes).toEqual([
    { row: 2, code: 'AAAA' },
    { row: 4, code: 'CCCC' },
  ])
  expect((readCodes('a,b\nAAAA,BBBB', 'B') as Sheet).codes).toEqual([{ row: 2, code: 'BBBB' }])
  expect([readCodes('a,b\n1,2'), readCodes('AAAA', 'c'), readCodes(' \n')]).toEqual([
    ...['no-column', 'no-column', 'empty'],
  ])
  expect(readCodes(Array.from({ length: 10_001 }, (_, i) => `CODE${i}`).join('\n'))).toBe(
    'too-many',
  )
})

test('codes go into the pool once, sealed, and the stock with them', async () => {
  const coupon = await made({ kind: 'coupon', state: 'draft' })
  expect(coupon.stock).toBe(0)
  expect(await save(house.ed, coupon, { kind: 'coupon', state: 'shown' })).toBe('no-codes')
  const codes = ['GRANO-1', 'GRANO-2', 'GRANO-3'].map((code, i) => ({ row: i + 1, code }))
  const add = (some = codes) => transaction((tx) => addCodes(tx, house.ed, coupon.id, some))
  expect(await add(codes.slice(0, 2))).toEqual({ added: 2, twice: [] })
  expect(await rowsInPool(db, coupon.id, codes)).toEqual([1, 2])
  expect(await Promise.all([add(), add()])).toContainEqual({ added: 0, twice: [1, 2, 3] })
  expect((await rewardById(db, coupon.id))?.stock).toBe(3)
  expect(await poolCounts(db, coupon.id)).toEqual({ free: 3, taken: 0 })

  const kept = await db.select().from(rewardCodes).where(eq(rewardCodes.rewardId, coupon.id))
  expect(JSON.stringify(kept)).not.toContain('GRANO')
  const noted = await db.select().from(auditEntries).where(eq(auditEntries.subject, coupon.id))
  expect(JSON.stringify(noted)).not.toContain('GRANO')
  expect(await save(house.ed, coupon, { kind: 'prize' })).toBe('kind-fixed')
  expect(await save(house.ed, coupon, { kind: 'coupon', stock: { typed: 99, seen: 0 } })).toBe(
    'saved',
  )
  expect((await rewardById(db, coupon.id))?.stock).toBe(3)
})

test('the queue has who waits longest on top, page by page, of one reward where asked', async () => {
  const reward = await made({ needsApproval: true })
  const ids: string[] = []
  for (let i = 0; i < 32; i++)
    ids.push(
      await at(new Date(Date.UTC(2026, 0, 1, 0, i)), () => taken(house.ben, reward, 'requested')),
    )
  const wish = { state: 'requested', rewardId: reward.id } as const
  const first = await redemptionQueue(db, wish)
  const second = await redemptionQueue(db, { ...wish, after: first.next })
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(ids)
  expect(second.next).toBeUndefined()
  expect(JSON.stringify(first)).not.toMatch(/Via Po|address"/)
  const open = await openRedemptions(db)
  expect(open.find(({ id }) => id === reward.id)).toMatchObject({
    ...{ count: 32, points: 6400, cents: 32 * 450 },
  })
})

test('[#52] nobody approves or moves their own wish', async () => {
  const id = await taken(house.ed, await made(), 'requested')
  const move = (actor: Person) =>
    transaction((tx) => moveRedemption(tx, actor, { id, to: 'approved' }))
  expect(await move(house.ed)).toBe('own')
  expect(await move(house.mo)).toBe('not-allowed')
  expect(await move(house.eli)).toBe('moved')
  expect(await move(house.ada)).toBe('already-there')
})

test('an address is shown to who sends, for as long as it is on its way, and it is noted', async () => {
  const id = await taken(house.ben, await made(), 'requested')
  const look = () => transaction((tx) => showAddress(tx, house.ed, id))
  expect(await look()).toBe('none')
  await transaction((tx) => moveRedemption(tx, house.ed, { id, to: 'approved' }))
  expect(await look()).toEqual(where)
  expect((await acts(id)).filter((act) => act === 'redemption.address-seen')).toHaveLength(1)
})

test('the courier gets the parcels that were picked and approved, and each is noted', async () => {
  const prize = await made()
  const [ready, waiting] = [
    await taken(house.ben, prize),
    await taken(house.ben, prize, 'requested'),
  ]
  const out = await transaction((tx) => parcels(tx, house.ed, [ready, waiting]))
  expect(out).toMatchObject([{ id: ready, to: where }])
  expect(await acts(ready)).toContain('redemption.address-exported')
  expect(await acts(waiting)).not.toContain('redemption.address-exported')
})

test('an address is forgotten some time after the prize arrived, or at once where it does not go', async () => {
  const prize = await made()
  const [id, off] = [await taken(house.ben, prize), await taken(house.ben, prize)]
  const move = (one: string, to: 'sent' | 'delivered' | 'cancelled') =>
    transaction((tx) => moveRedemption(tx, house.ed, { id: one, to }, { note: 'Out of the oven.' }))
  const addressOf = async (one: string) => (await queuedRedemption(db, one))?.hasAddress
  const before = (await accountOf(db, house.ben.id)).available
  expect([await move(id, 'sent'), await move(id, 'delivered')]).toEqual(['moved', 'moved'])
  expect(await move(off, 'cancelled')).toBe('moved')
  expect((await accountOf(db, house.ben.id)).available).toBe(before + 200)
  expect([await addressOf(id), await addressOf(off)]).toEqual([true, false])

  const days = (n: number) => new Date(now().getTime() + n * 86_400_000)
  const forget = () => transaction(forgetAddresses)
  expect(await at(days(29), forget)).toBe(0)
  expect(await at(days(31), forget)).toBe(1)
  expect(await addressOf(id)).toBe(false)
  expect((await queuedRedemption(db, id))?.addressUntil).toBeNull()
})
