import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { cancel } from '#app/domain/jobs/cancel.server.ts'
import {
  anythingDue,
  ask,
  askAll,
  fail,
  finish,
  lease,
  retry,
} from '#app/domain/jobs/job.server.ts'
import { keepLease, putOff } from '#app/domain/jobs/lease.server.ts'
import { deadWork, outbox, outboxCounts } from '#app/domain/jobs/outbox.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { jobs } from '#db/schema/jobs.ts'
import { at } from '#db/time.ts'

const minute = 60_000
const noon = new Date('2026-06-01T12:00:00Z')
const after = (minutes: number) => new Date(noon.getTime() + minutes * minute)

let made = 0
const kindOf = () => `trial-${++made}`
const wish = (kind: string, key = kind) =>
  transaction((tx) => ask(tx, kind, key, { payload: { n: 1 }, runAt: noon }))
const take = (kind: string, minutes: number, most = 10) =>
  at(after(minutes), () => transaction((tx) => lease(tx, kind, most)))
const find = async (key: string) => (await db.select().from(jobs).where(eq(jobs.key, key)))[0]!

test('what is asked for twice is done once', async () => {
  const kind = kindOf()
  expect(await wish(kind)).toBe('asked')
  expect(await wish(kind)).toBe('already-asked')
  const keys = [kind, `${kind}-b`]
  const asked = await transaction((tx) =>
    askAll(
      tx,
      keys.map((key) => ({ kind, key, payload: {}, runAt: noon })),
    ),
  )
  expect(asked).toEqual([`${kind}-b`])
})

test('a job runs when it is due, not before, and only for whoever does its kind', async () => {
  const kind = kindOf()
  await wish(kind)
  expect(await at(after(-1), () => anythingDue(db, kind))).toBe(false)
  expect(await take(kind, -1)).toEqual([])
  expect(await take('another', 0)).toEqual([])
  expect(await at(noon, () => anythingDue(db, kind))).toBe(true)
  expect(await take(kind, 0)).toMatchObject([{ key: kind, attempts: 1 }])
})

test('[#136] a job that is in hand is nobody else’s, until a minute has passed', async () => {
  const kind = kindOf()
  await wish(kind)
  const taken = await Promise.all(Array.from({ length: 10 }, () => take(kind, 0)))
  expect(taken.flat()).toHaveLength(1)
  expect(await take(kind, 0.9)).toEqual([])
  expect(await take(kind, 1.1)).toMatchObject([{ attempts: 2 }])
})

test('[#136] when the clock of the machine goes back, a lease from the future holds nobody up', async () => {
  const kind = kindOf()
  await transaction((tx) => ask(tx, kind, kind, { payload: {}, runAt: after(-600) }))
  await take(kind, 0)
  expect(await take(kind, -120)).toHaveLength(1)
})

test('a failure puts a job back with a growing pause, and after twelve aside', async () => {
  const kind = kindOf()
  await wish(kind)
  const pauses = []
  let minutes = 0
  for (;;) {
    const [job] = await take(kind, minutes)
    await at(after(minutes), () => transaction((tx) => fail(tx, job!, 'no luck')))
    const { state, runAt } = await find(kind)
    if (state === 'dead') break
    const next = (runAt.getTime() - noon.getTime()) / minute
    pauses.push(next - minutes)
    minutes = next
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360])
  expect((await find(kind)).lastError).toBe('no luck')
  expect(await take(kind, 100_000)).toEqual([])
})

test('what can never work is put aside at once, and the staff may try again', async () => {
  const kind = kindOf()
  await wish(kind)
  const [job] = await take(kind, 0)
  await at(noon, () => transaction((tx) => fail(tx, job!, '550', true)))
  expect((await find(kind)).state).toBe('dead')
  const again = () => at(after(5), () => transaction((tx) => retry(tx, job!.id)))
  expect(await again()).toBe('retried')
  expect(await take(kind, 5)).toMatchObject([{ attempts: 1 }])
  expect(await again()).toBe('not-waiting')
})

test('[#136] a job that kills everybody who takes it ends aside', async () => {
  const kind = kindOf()
  await wish(kind)
  for (let i = 0; i < 12; i++) expect(await take(kind, i * 2)).toHaveLength(1)
  expect(await take(kind, 30)).toEqual([])
  expect((await find(kind)).state).toBe('dead')
})

test('[#136] whoever comes back too late does not undo the work of the next', async () => {
  const kind = kindOf()
  await wish(kind)
  const [slow] = await take(kind, 0)
  const [quick] = await take(kind, 2)
  await transaction((tx) => finish(tx, quick!.id))
  await transaction((tx) => fail(tx, slow!, 'too late'))
  expect((await find(kind)).state).toBe('done')
})

test('the outbox lists mails newest first, page by page, and counts them', async () => {
  for (let i = 0; i < 35; i++)
    await at(after(i), () =>
      transaction((tx) => ask(tx, 'mail', `letter-${i}`, { payload: {}, runAt: noon })),
    )
  const first = await outbox(db, {})
  expect(first.mails.map(({ key }) => key).slice(0, 2)).toEqual(['letter-34', 'letter-33'])
  expect(first.more).toBe(true)
  const second = await outbox(db, { after: first.mails.at(-1)! })
  expect(second.mails.map(({ key }) => key)).toEqual([4, 3, 2, 1, 0].map((n) => `letter-${n}`))

  const { id } = second.mails[0]!
  await at(after(60), () => transaction((tx) => finish(tx, id)))
  expect(await outboxCounts(db)).toEqual({ waiting: 34, done: 1, dead: 0 })
})

test('[#136] work that was given up, whatever it is, is before the staff and may be tried again', async () => {
  for (const kind of ['tell', 'digest', 'round-letters'])
    await transaction((tx) => ask(tx, kind, `dead-${kind}`, { payload: {}, runAt: noon }))
  for (const kind of ['tell', 'digest', 'round-letters']) {
    const [job] = await take(kind, 0)
    await at(noon, () => transaction((tx) => fail(tx, job!, `no luck with ${kind}`, true)))
  }
  const dead = await deadWork(db)
  expect(dead.map(({ kind }) => kind).sort()).toEqual(['digest', 'round-letters', 'tell'])
  expect(await transaction((tx) => retry(tx, dead[0]!.id))).toBe('retried')
  expect(await deadWork(db)).toHaveLength(2)
})

test('[#136] long work keeps its job while it lives, and what is put off counts as no attempt', async () => {
  const kind = kindOf()
  await wish(kind)
  const [job] = await take(kind, 0)
  await at(after(0.9), () => transaction((tx) => keepLease(tx, job!)))
  expect(await take(kind, 1.5)).toEqual([])
  await at(after(1.6), () => transaction((tx) => putOff(tx, job!, after(5))))
  expect(await take(kind, 4)).toEqual([])
  const [again] = await take(kind, 5)
  expect(again?.attempts).toBe(1)
  // Whoever lost the job meanwhile neither keeps it nor puts it off.
  const [next] = await take(kind, 7)
  await at(after(7), () => transaction((tx) => putOff(tx, again!, after(90))))
  expect((await find(kind)).runAt).toEqual(after(5))
  expect(next?.attempts).toBe(2)
})

test('what nobody has begun can be cancelled, what is in hand or done cannot', async () => {
  const kind = kindOf()
  const end = () => transaction((tx) => cancel(tx, kind))
  await wish(kind)
  expect([await end(), await end()]).toEqual(['cancelled', 'begun-already'])
  await wish(kind)
  const [job] = await take(kind, 0)
  expect(await end()).toBe('begun-already')
  await transaction((tx) => finish(tx, job!.id))
  expect(await end()).toBe('begun-already')
})
