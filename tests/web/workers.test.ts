import { execFileSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { startSession } from '#app/domain/identity/session.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { isPostgres } from '#db/dialect.ts'
import { jobs } from '#db/schema/jobs.ts'
import { ideas } from '#db/schema/ideas.ts'
import { votes } from '#db/schema/votes.ts'
import { ask as askFor } from '#app/domain/jobs/job.server.ts'
import {
  ask,
  type ChildHouse,
  endAll,
  ended,
  openChild,
  send,
  startHouse,
  until,
} from '#tests/children/run.ts'
import { person, world } from '#tests/world.ts'

afterEach(endAll)

const slow = { timeout: 240_000 }
const workersOf = ({ child }: ChildHouse) =>
  execFileSync('pgrep', ['-P', String(child.pid), '-f', 'children/house'])
    .toString()
    .trim()
    .split('\n')
    .map(Number)

test(
  '[#135] two workers share the port; one that dies is replaced and nothing stops',
  slow,
  async () => {
    await world()
    const house = await openChild({ WORKERS: '2' })
    const before = workersOf(house)
    expect(before).toHaveLength(2)
    process.kill(before[0]!, 'SIGKILL')
    // Whoever was on the way to it is hung up on, soon, and comes again: one after the other, that is one.
    let hungUp = 0
    const asked = () => ask(house, '/ideas')
    const again = () => (hungUp++, asked())
    for (let i = 0; i < 20; i++) expect((await asked().catch(again)).status).toBe(200)
    expect(hungUp).toBeLessThanOrEqual(1)
    await until(() => workersOf(house).length === 2 && !workersOf(house).includes(before[0]!))
    await until(() => house.said.includes('a worker died'))

    const all = workersOf(house)
    expect(await ended(house.child, 'SIGTERM')).toBe(0)
    for (const pid of all) expect(() => process.kill(pid, 0)).toThrow()
  },
)

test('[#96] votes through two workers are each counted once', slow, async () => {
  const { refillStation } = await world()
  const voters = await Promise.all(
    Array.from({ length: 20 }, (_, i) => transaction((tx) => person(tx, `voter${i}`))),
  )
  const tokens = await Promise.all(voters.map(({ id }) => startSession(id, 'Firefox', '::1')))
  const house = await openChild({ WORKERS: '2' })
  const path = `/ideas/${refillStation.number}/vote`
  const clicks = tokens.flatMap((token) =>
    [1, 2, 3].map(() => send(house, path, { intent: 'cast' }, token)),
  )
  const answers = await Promise.all(clicks)
  expect(new Set(answers.map(({ status }) => status)), house.said).toEqual(new Set([303]))
  const rows = await db.select().from(votes).where(eq(votes.ideaId, refillStation.id))
  const [idea] = await db.select().from(ideas).where(eq(ideas.id, refillStation.id))
  expect(rows).toHaveLength(20)
  expect(idea!.votesCount).toBe(20)
})

test('[#136] jobs run once, whoever keeps the clock, and go on when it dies', slow, async () => {
  await world()
  const ghost = { ideaId: '00000000-0000-7000-8000-000000000000', verb: 'idea.moved' }
  const wish = (key: string) =>
    transaction((tx) => askFor(tx, 'tell', key, { payload: { news: ghost, at: Date.now() } }))
  const of = async (key: string) => (await db.select().from(jobs).where(eq(jobs.key, key)))[0]!
  const house = await openChild({ WORKERS: '2' })
  await wish('first')
  await until(async () => (await of('first')).state === 'done')
  expect((await of('first')).attempts).toBe(1)

  // The first of the two keeps the clock.
  process.kill(Math.min(...workersOf(house)), 'SIGKILL')
  await until(() => workersOf(house).length === 2)
  await wish('second')
  await until(async () => (await of('second')).state === 'done', 40_000)
  expect((await of('second')).attempts).toBe(1)
})

test(
  '[#135] a second house on the same file is refused, until the first is gone, however it went',
  slow,
  async ({ skip }) => {
    skip(isPostgres, 'any number of houses may share a PostgreSQL database')
    await world()
    const first = await openChild()
    const second = await startHouse()
    expect(await ended(second.child)).toBe(1)
    expect(second.said).toMatch(new RegExp(`is in use by process ${first.child.pid} on `))
    expect((await ask(first, '/ideas')).status).toBe(200)
    await ended(first.child, 'SIGKILL')
    const third = await openChild()
    expect((await ask(third, '/ideas')).status).toBe(200)
  },
)

test(
  'what one process writes, another shows within a second, on its cached pages too',
  slow,
  async ({ skip }) => {
    skip(!isPostgres, 'one SQLite file is served by one house; its workers follow every commit')
    const { ben, refillStation } = await world()
    const [here, there] = await Promise.all([openChild(), openChild()])
    const path = `/ideas/${refillStation.number}/${refillStation.slug}`
    const token = await startSession(ben.id, 'Firefox', '::1')
    const comments = `/ideas/${refillStation.number}/comments`
    for (const house of [here, there]) expect((await ask(house, path)).status).toBe(200)
    for (let i = 0; i < 3; i++) {
      const body = `Said on one machine, number ${i}`
      await ask(there, path)
      expect((await send(here, comments, { body }, token)).status).toBe(303)
      await pause(1_000)
      expect((await ask(there, path)).body).toContain(body)
    }

    // A session that ends here has ended there.
    const home = { headers: { Cookie: `granaio_session=${token}` } }
    expect((await ask(there, '/me/notifications', home)).status).toBe(200)
    expect((await send(here, '/logout', {}, token)).status).toBe(303)
    expect((await ask(there, '/me/notifications', home)).status).toBe(303)
  },
)

test('[#136] two houses behind one database do each job once', slow, async ({ skip }) => {
  skip(!isPostgres, 'one SQLite file is served by one house')
  await world()
  await Promise.all([openChild(), openChild()])
  const ghost = { ideaId: '00000000-0000-7000-8000-000000000000', verb: 'idea.moved' }
  const keys = Array.from({ length: 40 }, (_, i) => `both-${i}`)
  for (const key of keys)
    await transaction((tx) => askFor(tx, 'tell', key, { payload: { news: ghost, at: Date.now() } }))
  const mine = async () =>
    (await db.select().from(jobs).where(eq(jobs.kind, 'tell'))).filter(({ key }) =>
      keys.includes(key),
    )
  await until(async () => (await mine()).every(({ state }) => state === 'done'), 60_000)
  expect((await mine()).map(({ attempts }) => attempts)).toEqual(keys.map(() => 1))
})
