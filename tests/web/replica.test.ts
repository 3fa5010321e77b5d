import { chmodSync, chownSync, cpSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { EmbeddedPostgres } from '#tests/embedded-postgres.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isPostgres } from '#db/dialect.ts'
import { ownPostgres, proxyTo } from '#tests/children/postgres.ts'
import { ask, endAll, openChild, until } from '#tests/children/run.ts'
import { freePort } from '#tests/free-port.ts'

const slow = { timeout: 240_000 }
const why = 'SQLite has no replicas'
let primary: Awaited<ReturnType<typeof ownPostgres>>
let standby: InstanceType<typeof EmbeddedPostgres>
let way: Awaited<ReturnType<typeof proxyTo>>
let house: Awaited<ReturnType<typeof openChild>>

/** A streaming replica: a copy of the primary's files, told to follow it. */
async function follow() {
  const folder = join(dirname(primary.folder), 'standby')
  await primary.stop()
  cpSync(primary.folder, folder, { recursive: true })
  await primary.start()
  const owner = statSync(primary.folder)
  writeFileSync(join(folder, 'standby.signal'), '')
  for (const name of ['.', ...(readdirSync(folder, { recursive: true }) as string[])])
    chownSync(join(folder, name), owner.uid, owner.gid)
  chmodSync(folder, 0o700)
  const port = await freePort()
  const source = `host=127.0.0.1 port=${primary.port} user=granaio password=granaio`
  standby = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'granaio',
    password: 'granaio',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', `primary_conninfo=${source}`],
    onLog: () => {},
    onError: () => {},
  })
  // Its `start` waits for a word that a replica never says.
  standby.start().catch(() => {})
  await until(() => readsOf().then(() => true))
  return port
}

beforeAll(async () => {
  if (!isPostgres) return
  primary = await ownPostgres()
  const first = await openChild({ DATABASE_URL: primary.url })
  await endAll()
  expect(first.said).toBeDefined()
  way = await proxyTo(await follow())
  house = await openChild({
    DATABASE_URL: primary.url,
    DATABASE_REPLICA_URL: primary.url.replace(/:\d+\//, `:${way.port}/`),
  })
}, 180_000)

afterAll(async () => {
  await endAll()
  way?.close()
  await standby?.stop()
  await primary?.end()
})

const readsOf = async () => {
  const client = standby.getPgClient('granaio', '127.0.0.1')
  await client.connect()
  const { rows } = await client
    .query(
      "select coalesce(sum(xact_commit), 0)::int as n from pg_stat_database where datname = 'granaio'",
    )
    .finally(() => client.end())
  return rows[0].n as number
}
const rename = (name: string) =>
  primary.ask(
    `insert into settings (key, value, changed_at) values ('name', '"${name}"', now())
      on conflict (key) do update set value = excluded.value`,
  )
const named = async (name: string, cookie = '') =>
  (await ask(house, '/ideas', { headers: { Cookie: cookie } })).body.includes(name)

test('a replica answers guests, soon after its primary', slow, async ({ skip }) => {
  skip(!isPostgres, why)
  const before = await readsOf()
  await rename('Forno Uno')
  await until(() => named('Forno Uno'), 5_000)
  for (let i = 0; i < 5; i++) {
    await new Promise((next) => setTimeout(next, 1_100))
    expect((await ask(house, '/ideas')).status).toBe(200)
  }
  await until(async () => (await readsOf()) - before > 10)
})

test(
  'a replica that falls behind is not asked, and whoever has just written reads the primary',
  slow,
  async ({ skip }) => {
    skip(!isPostgres, why)
    const client = standby.getPgClient('granaio', '127.0.0.1')
    await client.connect()
    await client.query('select pg_wal_replay_pause()')
    await rename('Forno Due')
    expect(await named('Forno Due', `granaio_wrote=${Date.now()}`)).toBe(true)
    await until(() => named('Forno Due'), 5_000)
    await client.query('select pg_wal_replay_resume()')
    await client.end()
  },
)

test(
  'a replica that is away is done without, and asked again when it is back',
  slow,
  async ({ skip }) => {
    skip(!isPostgres, why)
    for (const weather of ['silent', 'closed'] as const) {
      way.weather = weather
      if (weather === 'closed') way.drop()
      for (let i = 0; i < 4; i++) {
        await new Promise((next) => setTimeout(next, 1_100))
        const { status, ms } = await ask(house, '/ideas')
        expect(status).toBe(200)
        expect(ms).toBeLessThan(3_000)
      }
      way.weather = 'fair'
    }
    const before = await readsOf()
    await until(async () => {
      await ask(house, '/ideas')
      return (await readsOf()) - before > 20
    }, 30_000)
  },
)

test(
  'while the primary is away, guests are still shown what the replica holds',
  slow,
  async ({ skip }) => {
    skip(!isPostgres, why)
    await primary.stop()
    await new Promise((next) => setTimeout(next, 3_000))
    expect((await ask(house, '/ideas')).status).toBe(200)
    await primary.start()
  },
)
