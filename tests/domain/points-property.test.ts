import fc from 'fast-check'
import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { accountOf } from '#app/domain/points/account.server.ts'
import { confirmDue } from '#app/domain/points/confirm.server.ts'
import { book, type Entry } from '#app/domain/points/ledger.server.ts'
import type { NewEntry } from '#app/domain/points/ledger.rules.ts'
import { ledgerFaults } from '#app/domain/points/proof.server.ts'
import { takeBack } from '#app/domain/points/reverse.server.ts'
import { refund, spend } from '#app/domain/points/spend.server.ts'
import { db, transaction, type Tx } from '#db/database.server.ts'
import { isPostgres } from '#db/dialect.ts'
import { newId } from '#db/columns.ts'
import { pointEntries } from '#db/schema/points.ts'
import { at, now } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

const hour = 3_600_000
let someone: Person

beforeAll(async () => {
  await world()
})

type Act =
  | { do: 'earn' | 'grant' | 'claw' | 'expire' | 'spend'; amount: number; key: number }
  | { do: 'confirm'; most: number }
  | { do: 'reverse' | 'refund'; which: number }
type Step = { act: Act; how: 'done' | 'crashed' | 'twice' | 'together' }

const amount = fc.integer({ min: 1, max: 40 })
const key = fc.integer({ min: 0, max: 12 })
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    do: fc.constantFrom('earn', 'earn', 'earn', 'grant', 'claw', 'expire', 'spend', 'spend'),
    amount,
    key,
  }),
  fc.record({ do: fc.constant('confirm' as const), most: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ do: fc.constantFrom('reverse', 'refund'), which: fc.nat(8) }),
) as fc.Arbitrary<Act>
const step: fc.Arbitrary<Step> = fc.record({
  act,
  how: fc.constantFrom('done', 'done', 'done', 'crashed', 'twice', 'together'),
})

/** What the acts come to, told without a ledger: each occasion by its key. */
class Model {
  readonly earned: { amount: number; is: 'pending' | 'confirmed' | 'reversed' }[] = []
  readonly spent: { amount: number; isBack: boolean }[] = []
  readonly keys = new Set<string>()
  available = 0
  owed = 0

  get pending() {
    return this.earned
      .filter(({ is }) => is === 'pending')
      .reduce((sum, { amount }) => sum + amount, 0)
  }

  #comes(amount: number) {
    const settled = Math.min(this.owed, this.available + amount)
    this.owed -= settled
    this.available += amount - settled
  }

  #goes(amount: number) {
    const there = Math.min(this.available, amount)
    this.available -= there
    return amount - there
  }

  #isFresh(act: Act) {
    if (!('key' in act)) return true
    const name = `${act.do}:${act.key}`
    if (this.keys.has(name)) return false
    // What could not be booked leaves its key free.
    const isBooked =
      act.do === 'spend' ? this.available >= act.amount : act.do === 'earn' || act.do === 'grant'
    if (isBooked || ((act.do === 'claw' || act.do === 'expire') && this.available > 0))
      this.keys.add(name)
    return true
  }

  take(act: Act) {
    if (!this.#isFresh(act)) return
    if (act.do === 'earn') this.earned.push({ amount: act.amount, is: 'pending' })
    if (act.do === 'grant') this.#comes(act.amount)
    if (act.do === 'claw' || act.do === 'expire') this.#goes(act.amount)
    if (act.do === 'spend' && this.available >= act.amount) {
      this.available -= act.amount
      this.spent.push({ amount: act.amount, isBack: false })
    }
    if (act.do === 'confirm') this.#confirm(act.most)
    if (act.do === 'reverse') this.#reverse(act.which)
    if (act.do === 'refund') this.#refund(act.which)
  }

  #confirm(most: number) {
    for (const one of this.earned.filter(({ is }) => is === 'pending').slice(0, most)) {
      one.is = 'confirmed'
      this.#comes(one.amount)
    }
  }

  #reverse(which: number) {
    const one = this.earned[which]
    if (!one || one.is === 'reversed') return
    if (one.is === 'confirmed') this.owed += this.#goes(one.amount)
    one.is = 'reversed'
  }

  #refund(which: number) {
    const one = this.spent[which]
    if (!one || one.isBack) return
    one.isBack = true
    this.#comes(one.amount)
  }
}

const mine = () =>
  db
    .select()
    .from(pointEntries)
    .where(eq(pointEntries.personId, someone.id))
    .orderBy(asc(pointEntries.seq))

/** Does an act of the ledger; what it is about is looked up before, as a form in a browser would. */
async function doing(act: Act, entries: Entry[]) {
  const personId = someone.id
  const of = (kind: Entry['kind'], which: number) =>
    entries.filter((one) => one.kind === kind)[which]
  const wish = (kind: string, amount: number, key: number) =>
    ({
      ...{ kind, personId, amount, key: `${kind}:${personId}:${key}` },
      ...(kind === 'earn' && { rule: 'vote', actedAt: now(), confirmsAt: now() }),
    }) as NewEntry
  return async (tx: Tx) => {
    if (act.do === 'confirm') return confirmDue(tx, act.most)
    if (act.do === 'reverse') {
      const earn = of('earn', act.which)
      return earn && takeBack(tx, [earn.seq])
    }
    if (act.do === 'refund') {
      const spent = of('spend', act.which)
      return spent && refund(tx, spent.key, { key: `${spent.key}:back`, actorId: null })
    }
    if (!('amount' in act)) return undefined
    if (act.do !== 'spend') return book(tx, [wish(act.do, act.amount, act.key)])
    const key = `spend:${personId}:${act.key}`
    const before = entries.some((one) => one.key === key)
    return before || spend(tx, personId, act.amount, { key, subjectId: key })
  }
}

class Crash extends Error {}

/** Answers how many times the act was done for good. */
async function taken({ act, how }: Step) {
  const work = await doing(act, await mine())
  if (how === 'crashed') {
    const crashed = transaction(async (tx) => {
      await work(tx)
      throw new Crash()
    })
    await expect(crashed).rejects.toThrow(Crash)
    return 0
  }
  if (how === 'done') await transaction(work)
  // A retry does what it can again; only acts with a key, or about one entry, are the same act.
  else if (act.do === 'confirm' || act.do === 'spend') await transaction(work)
  else if (how === 'twice') for (const _ of [1, 2]) await transaction(work)
  else await Promise.all([transaction(work), transaction(work)])
  return 1
}

test('[#101] whatever happens in whatever order, balances are sums, never negative, and the chain is whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      someone = await transaction((tx) => person(tx, `p${newId().slice(-6)}`))
      const model = new Model()
      let moment = +now()
      for (const one of steps) {
        moment += hour
        const times = await at(new Date(moment), () => taken(one))
        if (times) model.take(one.act)
        const { available, pending, owed } = await accountOf(db, someone.id)
        expect({ available, pending, owed }).toEqual({
          available: model.available,
          pending: model.pending,
          owed: model.owed,
        })
        expect(Math.min(available, pending, owed)).toBeGreaterThanOrEqual(0)
      }
      // What waits of this one would be confirmed in the next one's story.
      const waiting = (await mine()).filter(({ kind }) => kind === 'earn').map(({ seq }) => seq)
      await transaction((tx) => takeBack(tx, waiting))
      for await (const wrong of ledgerFaults(db)) expect(wrong).toBeUndefined()
    }),
    { numRuns: isPostgres ? 10 : 25 },
  )
})

test('[#103] an amount that is no whole number of points is refused at every door', async () => {
  const { ann } = await world()
  const odd = fc.oneof(
    fc.integer({ max: 0 }),
    fc.double().filter((n) => !Number.isInteger(n)),
    fc.constantFrom(2 ** 31, 1e21),
    fc.maxSafeInteger().filter((n) => n < 1 || n > 2 ** 31 - 1),
    fc.string(),
    fc.constantFrom(NaN, Infinity, -Infinity, null, undefined, '5', [5], 2n),
  )
  await fc.assert(
    fc.asyncProperty(odd, async (said) => {
      const amount = said as number
      const earn = { kind: 'grant', personId: ann.id, amount, key: newId() } as const
      await expect(transaction((tx) => book(tx, [earn]))).rejects.toThrow('No amount of points')
      const wish = { key: newId(), subjectId: 'r' }
      const spent = transaction((tx) => spend(tx, ann.id, amount, wish))
      await expect(spent).rejects.toThrow('No amount of points')
    }),
    { numRuns: 60 },
  )
  expect(await accountOf(db, ann.id)).toMatchObject({ available: 0, pending: 0 })
})

test('nobody can have more points than a number holds', async () => {
  const { ann } = await world()
  const grant = (key: string) =>
    ({ kind: 'grant', personId: ann.id, amount: 2 ** 31 - 1, key }) as const
  await transaction((tx) => book(tx, [grant('all')]))
  await expect(transaction((tx) => book(tx, [grant('more')]))).rejects.toThrow('Nobody can have')
  expect(await accountOf(db, ann.id)).toMatchObject({ available: 2 ** 31 - 1 })
})

test('[#99] of thirty who spend the same balance at once, one does', async () => {
  const { ben } = await world()
  const grant = { kind: 'grant', personId: ben.id, amount: 10, key: `g:${ben.id}` } as const
  await transaction((tx) => book(tx, [grant]))
  const outcomes = await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      transaction((tx) => spend(tx, ben.id, 10, { key: `${ben.id}:${i}`, subjectId: `${i}` })),
    ),
  )
  expect(outcomes.filter((outcome) => outcome === 'too-few-points')).toHaveLength(29)
  expect(await accountOf(db, ben.id)).toMatchObject({ available: 0, spent: 10 })
})
