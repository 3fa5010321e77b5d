import { eq } from 'drizzle-orm'
import { beforeAll, expect } from 'vitest'
import { planTally, tally } from '#app/clock/tally.server.ts'
import { type Job, lease } from '#app/domain/jobs/job.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { accountOf } from '#app/domain/points/account.server.ts'
import { GrantForm } from '#app/domain/points/grant.form.ts'
import { grantList } from '#app/domain/points/grant-list.server.ts'
import {
  decideGrant,
  grantPoints,
  grantRoom,
  withdrawGrant,
} from '#app/domain/points/grant.server.ts'
import { book } from '#app/domain/points/ledger.server.ts'
import { centsOf, lastTwelve, liabilityMonths } from '#app/domain/points/liability.rules.ts'
import { liability } from '#app/domain/points/liability.server.ts'
import { spend } from '#app/domain/points/spend.server.ts'
import { newId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { pointEntries } from '#db/schema/points.ts'
import { auditEntries } from '#db/schema/site.ts'
import { at } from '#db/time.ts'
import { testAtNoon as test } from '#tests/noon.ts'
import { person, world } from '#tests/world.ts'

let house: Awaited<ReturnType<typeof world>> & { ed: Person; ali: Person; caro: Person }

beforeAll(async () => {
  const people = await world()
  house = await transaction(async (tx) => ({
    ...people,
    ed: await person(tx, 'ed', ['editor']),
    ali: await person(tx, 'ali', ['admin']),
    caro: await person(tx, 'caro', ['care']),
  }))
})

const someone = (name: string) => transaction((tx) => person(tx, name))
const reason = 'You brought the bread to the fair.'
const give = (asker: Person, whom: { id: string }, amount: number, key = newId()) =>
  transaction((tx) => grantPoints(tx, asker, { key, personId: whom.id, amount, reason }))
const has = async ({ id }: { id: string }) => (await accountOf(db, id)).available

test('points are given at once within the limit, with a reason that stands in the statement', async () => {
  const [ed, mia] = [await transaction((tx) => person(tx, 'e', ['editor'])), await someone('mia')]
  const key = newId()
  expect(await give(ed, mia, 60, key)).toMatchObject({
    ...{ outcome: 'done', amount: 60 },
    tell: { verb: 'points.granted', subjectId: key, data: { personId: mia.id, amount: 60 } },
  })
  expect(await has(mia)).toBe(60)
  const [entry] = await db.select().from(pointEntries).where(eq(pointEntries.personId, mia.id))
  expect(entry).toMatchObject({ kind: 'grant', note: null, actorId: ed.id, subjectId: key })
  const noted = await db.select().from(auditEntries).where(eq(auditEntries.subject, key))
  expect(noted.map(({ act }) => act)).toEqual(['grant.done'])
})

test('[#100] the same form sent twice, also at once, gives once; with other values it is refused', async () => {
  const [ed, mia] = [await transaction((tx) => person(tx, 'e', ['editor'])), await someone('mia')]
  const key = newId()
  const all = await Promise.all(Array.from({ length: 5 }, () => give(ed, mia, 20, key)))
  expect(all.map((one) => (typeof one === 'object' ? one.outcome : one))).toEqual(
    Array(5).fill('done'),
  )
  expect(all.filter((one) => typeof one === 'object' && one.tell)).toHaveLength(1)
  expect(await has(mia)).toBe(20)
  expect(await give(ed, mia, 30, key)).toBe('other-wish')
  expect(await give(house.ali, mia, 20, key)).toBe('other-wish')
  expect(await has(mia)).toBe(20)
})

test('[#52] nobody gives or takes for themselves, nor decides on it', async () => {
  expect(await give(house.ada, house.ada, 10)).toBe('own')
  const key = newId()
  expect(await give(house.ed, house.ada, 5000, key)).toMatchObject({ outcome: 'asked' })
  const decide = (who: Person) => transaction((tx) => decideGrant(tx, who, key, 'approve'))
  expect(await decide(house.ada)).toBe('own')
  expect(await decide(house.ed)).toBe('not-allowed')
  expect(await decide(house.ali)).toMatchObject({ outcome: 'done' })
})

test('[#51] care, moderators, evaluators and members give no points', async () => {
  for (const other of [house.caro, house.mo, house.eva, house.ann])
    expect(await give(other, house.ben, 10)).toBe('not-allowed')
})

test('above the limit a second person decides: not whoever asked', async () => {
  const mia = await someone('mia')
  const key = newId()
  expect(await give(house.ada, mia, 501, key)).toMatchObject({
    ...{ outcome: 'asked', amount: 501 },
    tell: { verb: 'grant.asked' },
  })
  expect(await has(mia)).toBe(0)
  const decide = (who: Person, verdict: 'approve' | 'refuse' = 'approve') =>
    transaction((tx) => decideGrant(tx, who, key, verdict))
  expect(await decide(house.ada)).toBe('own')
  const both = await Promise.all([decide(house.ali), decide(house.ali)])
  expect(both).toContain('already-decided')
  expect(both).toContainEqual(expect.objectContaining({ outcome: 'done', amount: 501 }))
  expect(await has(mia)).toBe(501)
  const done = await grantList(db, 'done')
  expect(done.rows.find(({ id }) => id === key)).toMatchObject({
    ...{ moved: 501, asker: { id: house.ada.id }, decider: { id: house.ali.id } },
  })
})

test('a refusal or a withdrawal changes nothing, once and for all', async () => {
  const mia = await someone('mia')
  const [one, other] = [newId(), newId()]
  await give(house.ed, mia, 1000, one)
  await give(house.ed, mia, 1000, other)
  const decide = (id: string) => transaction((tx) => decideGrant(tx, house.ada, id, 'approve'))
  expect(await transaction((tx) => decideGrant(tx, house.ada, one, 'refuse'))).toMatchObject({
    outcome: 'refused',
  })
  expect(await transaction((tx) => withdrawGrant(tx, house.ada, other))).toBe('not-allowed')
  expect(await transaction((tx) => withdrawGrant(tx, house.ed, other))).toBe('withdrawn')
  expect([await decide(one), await decide(other)]).toEqual(['already-decided', 'already-decided'])
  expect(await has(mia)).toBe(0)
})

test('the limit holds for a day in all, also for many at once; tomorrow is another day', async () => {
  const [ed, mia] = [await transaction((tx) => person(tx, 'e', ['editor'])), await someone('mia')]
  const noon = new Date('2026-11-20T11:00:00Z')
  const all = await at(noon, () => Promise.all(Array.from({ length: 6 }, () => give(ed, mia, 40))))
  expect(all.filter((one) => typeof one === 'object' && one.outcome === 'done')).toHaveLength(2)
  expect(await has(mia)).toBe(80)
  expect(await at(noon, () => grantRoom(db, ed))).toEqual({ limit: 100, today: 80 })
  const tomorrow = new Date('2026-11-20T23:30:00Z')
  expect(await at(tomorrow, () => give(ed, mia, 40))).toMatchObject({ outcome: 'done' })
})

test('no more is taken than there is, and it is said; from nothing nothing is taken', async () => {
  const mia = await someone('mia')
  expect(await give(house.ali, mia, -50)).toBe('nothing-to-take')
  await give(house.ali, mia, 30)
  const key = newId()
  expect(await give(house.ali, mia, -50, key)).toMatchObject({ outcome: 'done', amount: -30 })
  expect(await give(house.ali, mia, -50, key)).toMatchObject({ outcome: 'done', amount: -30 })
  expect(await has(mia)).toBe(0)
})

test('[#103] only whole numbers above zero are amounts', () => {
  const said = { key: newId(), member: '@mia', way: 'give', reason }
  for (const amount of ['0', '-5', '1.5', '1e3', '0x10', '999999999', '', 'ten'])
    expect(GrantForm.safeParse({ ...said, amount }).success, amount).toBe(false)
  expect(GrantForm.parse({ ...said, amount: '10' })).toMatchObject({ amount: 10, member: 'mia' })
})

test('months add up: what is outstanding is what was given less what went', () => {
  expect(lastTwelve('2026-02').slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12'])
  const tallies = [
    { month: '2024-01', kind: 'grant', debit: 'issued', amount: 100 },
    { month: '2026-01', kind: 'earn', debit: 'issued', amount: 50 },
    { month: '2026-01', kind: 'confirm', debit: 'pending', amount: 50 },
    { month: '2026-02', kind: 'spend', debit: 'available', amount: 60 },
    { month: '2026-02', kind: 'refund', debit: 'spent', amount: 20 },
    { month: '2026-02', kind: 'owe', debit: 'owed', amount: 5 },
  ] as const
  const [february, january] = liabilityMonths([...tallies], '2026-02')
  expect(january).toMatchObject({ issued: 50, outstanding: 150 })
  expect(february).toMatchObject({ spent: 40, reversed: 5, outstanding: 105 })
  expect(centsOf(1000, 100)).toBe(1000)
})

test('the report agrees with the accounts, before the clock has counted and after', async () => {
  const mia = await someone('mia')
  await at(new Date('2026-03-10T12:00:00Z'), () => give(house.ali, mia, 300))
  await transaction((tx) => spend(tx, mia.id, 120, { key: newId(), subjectId: newId() }))
  await transaction((tx) =>
    book(tx, [{ kind: 'expire', personId: mia.id, amount: 30, key: newId() }]),
  )
  const net = async () => {
    const report = await liability(db)
    expect(report.isWhole).toBe(true)
    const { available, pending, owed } = report.now
    expect(report.months[0]?.outstanding).toBe(available + pending - owed)
    return report
  }
  const before = await net()
  await planTally()
  for (const job of await transaction((tx) => lease(tx, 'tally', 1))) await tally(job as Job)
  const after = await net()
  expect(after.months).toEqual(before.months)
  const foreseen = after.ending.months.reduce((all, { amount }) => all + amount, 0)
  expect(foreseen).toBe(after.now.available)
  expect(after.ending.at).not.toBeNull()
  await give(house.ali, mia, 5)
  await net()
})
