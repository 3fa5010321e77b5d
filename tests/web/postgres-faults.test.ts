import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { isPostgres } from '#db/dialect.ts'
import { ownPostgres, proxyTo } from '#tests/children/postgres.ts'
import { ask, type ChildHouse, endAll, send, startHouse, until } from '#tests/children/run.ts'

const slow = { timeout: 240_000 }
// What the machine of the tests may add to the five seconds that are promised.
const mostMs = 6_500

let postgres: Awaited<ReturnType<typeof ownPostgres>>
let proxy: Awaited<ReturnType<typeof proxyTo>>
let house: ChildHouse

afterAll(async () => {
  await endAll()
  proxy?.close()
  await postgres?.end()
})

const tried = (title: string, work: () => Promise<void>) =>
  test(title, slow, async ({ skip }) => {
    skip(!isPostgres, 'SQLite has no server that could be away')
    await work()
  })

const reads = () => ask(house, `/ideas?page=${Math.floor(Math.random() * 20) + 1}`)
const works = () => until(async () => (await reads()).status === 200, 30_000)

async function expectRefused(request = reads) {
  const { status, headers, ms } = await request()
  expect(status, house.said.slice(-1_500)).toBe(503)
  expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(ms).toBeLessThan(mostMs)
  expect(house.child.exitCode).toBeNull()
}

tried(
  '[#134] a database that is not there at the start is waited for, and meanwhile the house says so',
  async () => {
    postgres = await ownPostgres()
    proxy = await proxyTo(postgres.port)
    proxy.weather = 'closed'
    house = await startHouse({ DATABASE_URL: postgres.url.replace(/:\d+\//, `:${proxy.port}/`) })
    await until(async () => (await reads()).status === 503, 40_000)
    await expectRefused()
    expect((await ask(house, '/healthz')).status).toBe(200)
    proxy.weather = 'fair'
    await until(async () => (await reads()).status === 200, 60_000)
  },
)

tried('[#134] a restart of the database is survived', async () => {
  await postgres.stop()
  await pause(1_100)
  await expectRefused()
  await expectRefused(() => send(house, '/login', { email: 'ann@example.org', password: 'wrong' }))
  await postgres.start()
  await works()
})

tried('[#134] a database that is slow, or does not answer at all, is not waited for', async () => {
  proxy.weather = 'slow'
  await pause(1_100)
  const late = await reads()
  expect([200, 503]).toContain(late.status)
  expect(late.ms).toBeLessThan(mostMs)
  proxy.weather = 'fair'
  await works()

  proxy.weather = 'silent'
  await pause(1_100)
  const post = () => send(house, '/login', { email: 'ann@example.org', password: 'wrong' })
  await Promise.all([expectRefused(post), ...Array.from({ length: 15 }, () => expectRefused())])
  proxy.weather = 'fair'
  await works()
  for (let i = 0; i < 10; i++) expect((await reads()).status).toBe(200)
})

tried('[#134] more visitors than connections are told to come back', async () => {
  const holder = postgres.client()
  await holder.connect()
  await holder.query('begin')
  await holder.query('lock table ideas in access exclusive mode')
  await pause(1_100)
  await Promise.all(Array.from({ length: 30 }, () => expectRefused()))
  await holder.query('rollback')
  await holder.end()
  await works()
})

tried(
  '[#134] after a fail-over to a server that only reads, pages are shown and writes refused until it is over',
  async () => {
    const only = (state: string) =>
      postgres
        .ask(`alter system set default_transaction_read_only = ${state}`)
        .then(() => postgres.ask('select pg_reload_conf()'))
        .then(() => pause(500))
    const write = () => send(house, '/forgot', { email: 'nobody@example.org' })
    await only('on')
    expect((await reads()).status).toBe(200)
    const refused = await send(house, '/ideas/1/vote', { intent: 'cast' })
    expect(refused.status, house.said.slice(-1_500)).toBe(503)
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    await only('off')
    await until(async () => (await send(house, '/ideas/1/vote', { intent: 'cast' })).status === 303)
    expect((await write()).status).toBeLessThan(500)
    expect(house.child.exitCode).toBeNull()
  },
)
