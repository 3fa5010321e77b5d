import { setTimeout as pause } from 'node:timers/promises'
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startSession } from '#app/domain/identity/session.server.ts'
import { accountOf, accountsOf } from '#app/domain/points/account.server.ts'
import { ledgerFaults } from '#app/domain/points/proof.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { newId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { redemptions, rewardCodes, rewards } from '#db/schema/rewards.ts'
import { type ChildHouse, endAll, openChild, send } from '#tests/children/run.ts'
import { type Answered, byLastByte, type Sent } from '#tests/last-byte.ts'
import { address, endow, offer } from '#tests/rewards.ts'
import { person, world } from '#tests/world.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
process.env.SESSION_SECRET = 'race-only-0123456789-0123456789-0123456789'

const many = 100
const codes = Array.from({ length: 5 }, (_, i) => `LASTCODE-${i}`)
let house: ChildHouse
let crowd: Person[]
let one: Person
let twice: Person
let tokens: string[]
let coupon: typeof rewards.$inferSelect
let prizes: (typeof rewards.$inferSelect)[] = []
const tokenOf = ({ id }: Person) => startSession(id, 'race', '127.0.0.1')

beforeAll(async () => {
  await world()
  await transaction(async (tx) => {
    crowd = []
    for (let i = 0; i < many; i++) crowd.push(await person(tx, `racer${i}`))
    one = await person(tx, 'single')
    twice = await person(tx, 'twice')
    await endow(tx, [...crowd, one, twice], 60)
    coupon = await offer(tx, { codes })
    prizes = []
    for (let i = 0; i < 30; i++) prizes.push(await offer(tx))
  })
  tokens = await Promise.all(crowd.map(tokenOf))
  const { SESSION_SECRET = '' } = process.env
  house = await openChild({ LOG_LEVEL: 'trace', SESSION_SECRET })
})
afterAll(endAll)

const redeem = ({ slug }: { slug: string }, token: string, more: Record<string, string> = {}) => ({
  ...{ path: `/rewards/${slug}/redeem`, token },
  fields: { idempotencyKey: newId(), ...more },
})

/** Sends all forms at once, and those that were told to come back in a moment again, as they were. */
async function race(forms: Sent[]) {
  const answers = await byLastByte(house.port, forms)
  for (let turn = 0; turn < 20; turn++) {
    const late = [...forms.keys()].filter((i) => answers[i]!.status === 503)
    if (!late.length) break
    await pause(500)
    const again = await byLastByte(
      house.port,
      late.map((i) => forms[i]!),
    )
    late.forEach((i, place) => void (answers[i] = again[place]!))
  }
  return answers
}
const counts = (answers: Answered[]) => {
  const by = (status: number) => answers.filter((answer) => answer.status === status).length
  return { done: by(303), refused: by(400), all: answers.length }
}
const faultless = async () => {
  const wrong = []
  for await (const one of ledgerFaults(db)) wrong.push(one)
  return wrong
}

test('[#98] a hundred members who want the last five at once: five get one, the others a clear no, and nobody loses a point', async () => {
  const answers = await race(tokens.map((token) => redeem(coupon, token)))
  expect(counts(answers)).toEqual({ done: 5, refused: 95, all: 100 })
  for (const { status, body } of answers)
    if (status === 400)
      expect(body).toMatch(/Esaurito un istante fa[\s\S]*Non abbiamo scalato nulla/)

  const [after] = await db.select().from(rewards).where(eq(rewards.id, coupon.id))
  expect(after).toMatchObject({ stock: 0, takenCount: 5 })
  const taken = await db.select().from(redemptions).where(eq(redemptions.rewardId, coupon.id))
  const given = await db.select().from(rewardCodes).where(eq(rewardCodes.rewardId, coupon.id))
  expect(new Set(given.map(({ redemptionId }) => redemptionId))).toEqual(
    new Set(taken.map(({ id }) => id)),
  )
  const winners = new Set(taken.map(({ personId }) => personId))
  expect(winners.size).toBe(5)
  for (const [id, { available }] of await accountsOf(
    db,
    crowd.map(({ id }) => id),
  ))
    expect(available).toBe(winners.has(id) ? 10 : 60)
  expect(await faultless()).toEqual([])
})

test('[#99] one member with points for one, thirty rewards at once: one', async () => {
  const token = await tokenOf(one)
  const answers = await race(prizes.map((prize) => redeem(prize, token, address)))
  expect(counts(answers)).toEqual({ done: 1, refused: 29, all: 30 })
  expect((await accountOf(db, one.id)).available).toBe(10)
  const ids = prizes.map(({ id }) => id)
  const after = await db.select().from(rewards).where(inArray(rewards.id, ids))
  expect(after.reduce((sum, { stock }) => sum + stock!, 0)).toBe(30 * 10 - 1)
  expect(await faultless()).toEqual([])
})

test('[#100] one form sent twenty times at once has one effect and one answer; with other words it is a 409', async () => {
  const token = await tokenOf(twice)
  const left = async () => (await accountOf(db, twice.id)).available
  const [prize, key] = [prizes[0]!, { idempotencyKey: 'one-form' }]
  const answers = await race(
    Array.from({ length: 20 }, () => redeem(prize, token, { ...address, ...key })),
  )
  expect(counts(answers)).toEqual({ done: 20, refused: 0, all: 20 })
  expect(new Set(answers.map(({ location }) => location)).size).toBe(1)
  expect(await left()).toBe(10)

  const elsewhere = { ...address, ...key, street: 'Via Altrove 1' }
  const other = await send(house, `/rewards/${prize.slug}/redeem`, elsewhere, token)
  expect(other.status).toBe(409)
  expect(other.body).toContain('Questa pagina ha già fatto una richiesta')
  expect(other.body).toContain('Via Altrove 1')
  expect(await left()).toBe(10)

  // Cancelled many times at once, it is given back once.
  const forms = Array.from({ length: 10 }, () => ({
    ...{ path: answers[0]!.location, token, fields: { intent: 'cancel' } },
  }))
  expect(counts(await race(forms)).done).toBe(10)
  expect(await left()).toBe(60)
  expect(await faultless()).toEqual([])
})

test('the log knows no code and no address', () => {
  expect(house.said).not.toMatch(/LASTCODE|Via del Forno|Gina Bianchi/)
})
