import { afterEach, expect, test } from 'vitest'
import { findHits, type Limit } from '#app/domain/identity/limit.server.ts'
import { forgiveTries, tryJoin, tryPassword } from '#app/web/limit.server.ts'
import { SharedLimit } from '#app/web/shared-limit.server.ts'
import { db } from '#db/database.server.ts'
import { isPostgres } from '#db/dialect.ts'
import { limits } from '#db/schema/identity.ts'
import { at } from '#db/time.ts'
import { endAll, ended, openChild, send } from '#tests/children/run.ts'
import { world } from '#tests/world.ts'

const slow = { timeout: 240_000 }
const pause = (ms: number) => new Promise((next) => setTimeout(next, ms))
afterEach(endAll)

test('[#118] tries are counted exactly, however many come at once, and nobody’s name is kept', async () => {
  const all = await Promise.all(
    Array.from({ length: 12 }, () => tryPassword('ann@example.org', '203.0.113.7')),
  )
  expect(all.filter((wait) => wait === 0)).toHaveLength(5)
  for (const wait of all.filter(Boolean)) expect(wait).toBeGreaterThan(800)
  expect(JSON.stringify(await db.select().from(limits))).not.toMatch(/ann|203\.0/)

  const later = new Date(Date.now() + 15 * 60_000 + 1_000)
  expect(await at(later, () => tryPassword('ann@example.org', '203.0.113.7'))).toBe(0)
})

test('[#118] a right password gives the tries back, and only those', async () => {
  for (let i = 0; i < 4; i++) await tryPassword('ben@example.org', '203.0.113.8')
  await forgiveTries('ben@example.org', '203.0.113.8')
  for (let i = 0; i < 5; i++) expect(await tryPassword('ben@example.org', '203.0.113.8')).toBe(0)
  expect(await tryPassword('ben@example.org', '203.0.113.8')).toBeGreaterThan(0)
})

test('[#118] joins from one address end at thirty', async () => {
  for (let i = 0; i < 30; i++) expect(await tryJoin('203.0.113.9')).toBe(0)
  expect(await tryJoin('203.0.113.9')).toBeGreaterThan(3_500)
})

/** Waits until as many hits have been told to all. */
const told = (limit: Limit, count: number, who = 'somebody') =>
  expect.poll(async () => (await findHits(db, limit, who))?.count, { timeout: 10_000 }).toBe(count)

/** How many of `n` get through. */
async function letIn(limit: SharedLimit, n: number, who = 'somebody') {
  let passed = 0
  for (let i = 0; i < n; i++)
    await limit.consume(who).then(
      () => passed++,
      () => {},
    )
  return passed
}

test('[#118] two processes share a count, and the next one knows it from the start', async () => {
  const shared = { name: 'trial', points: 20, seconds: 60 }
  const [one, other] = [new SharedLimit(shared), new SharedLimit(shared)]
  expect(await letIn(one, 8)).toBe(8)
  expect(await letIn(other, 8)).toBe(8)
  await told(shared, 16)
  // What was learnt is believed for half a second.
  await pause(600)
  expect((await letIn(one, 10)) + (await letIn(other, 10))).toBeLessThanOrEqual(8)
  await told(shared, 36)
  expect(await letIn(new SharedLimit(shared), 5)).toBe(0)
  expect(await letIn(new SharedLimit(shared), 5, 'somebody else')).toBe(5)
})

test('[#118] whoever reads a little is never written down, whoever reads much is', async () => {
  const shared = { name: 'reading', points: 100, seconds: 60 }
  const [one, other] = [new SharedLimit(shared, 10), new SharedLimit(shared, 10)]
  expect(await letIn(one, 9)).toBe(9)
  await pause(800)
  expect(await findHits(db, shared, 'somebody')).toBeUndefined()
  expect(await letIn(one, 71)).toBe(71)
  await told(shared, 80)
  await letIn(other, 10)
  await told(shared, 90)
  // Whoever told has still to hear of the answer.
  await pause(500)
  expect(await letIn(other, 100)).toBeLessThanOrEqual(10)
})

test(
  '[#118] a restart does not reset what was counted, nor does another process',
  slow,
  async () => {
    await world()
    const settings = { RATE_LIMIT_FACTOR: '1' }
    const wrong = (house: Awaited<ReturnType<typeof openChild>>) =>
      send(house, '/login', { email: 'eve@example.org', password: 'not this one' })
    const first = await openChild(settings)
    for (let i = 0; i < 5; i++) expect((await wrong(first)).status).toBe(400)
    if (!isPostgres) await ended(first.child, 'SIGKILL')
    const second = await openChild(settings)
    const refused = await wrong(second)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(600)
  },
)
