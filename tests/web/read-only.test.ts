import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startSession } from '#app/domain/identity/session.server.ts'
import { readOnly, run, transaction } from '#db/database.server.ts'
import { isPostgres } from '#db/dialect.ts'
import { tryWriting } from '#db/probe.server.ts'
import { type House, openHouse, type Stand, standing } from '#tests/house.ts'

let house: House
let stand: Stand
let token: string
let annsToken: string

beforeAll(async () => {
  // The house tries to write of itself every three seconds; here only the tests do.
  vi.useFakeTimers({ toFake: ['setInterval'] })
  house = await openHouse({ METRICS_TOKEN: 'for-whoever-may-ask' })
  stand = await standing()
  token = await startSession(stand.ben.id, 'test', '127.0.0.1')
  annsToken = await startSession(stand.ann.id, 'test', '127.0.0.1')
})
afterAll(() => house.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(house.origin + path, {
    redirect: 'manual',
    headers: { 'Accept-Language': 'en', ...headers },
  })
const post = (path: string, fields: Record<string, string>, language = 'en', who = token) =>
  fetch(house.origin + path, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers: {
      Origin: house.origin,
      Cookie: `granaio_session=${who}`,
      'Accept-Language': language,
    },
  })
const later = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** A disk without room, as far as SQLite can tell: the file may grow no more. */
const full = sql`pragma max_page_count = 1`
const roomy = sql`pragma max_page_count = 1000000`
const disk = (is: SQL) => transaction((tx) => run(tx, is))
const long = 'A long thought that must not be lost. '.repeat(90)
const fill = async () => {
  for (let i = 0; i < 200 && !readOnly(); i++)
    await post(`/ideas/${stand.refillStation.number}/comments`, { body: `${i} ${long}` })
}

test('[#146] alive and ready are two questions; each has its line, and none a secret', async () => {
  expect((await get('/healthz')).status).toBe(200)
  const ready = await get('/readyz')
  const text = await ready.text()
  expect(text.match(/"check":"(\w+)"/g)).toHaveLength(4)
  expect(text).not.toMatch(/granaio\.db|postgres:|smtp:/)
})

test('[#144] the figures are closed to whoever brings no token, and no other method than reading is taken', async () => {
  for (const headers of [
    {},
    { Authorization: 'Bearer guess' },
    { Authorization: 'for-whoever-may-ask' },
  ])
    expect((await get('/metrics', headers as Record<string, string>)).status).toBe(404)
  const figures = await get('/metrics', { Authorization: 'Bearer for-whoever-may-ask' })
  const text = await figures.text()
  for (const name of [
    'requests_total{class="2xx"}',
    'request_duration_seconds_bucket',
    'commits_total',
    'jobs{state="dead"}',
    'page_cache_hits_total',
    'event_loop_delay_seconds',
  ])
    expect(text).toContain(`granaio_${name}`)
  expect((await fetch(`${house.origin}/ideas`, { method: 'OPTIONS' })).status).toBe(405)
})

describe.skipIf(isPostgres)('[#130] while the disk is full', () => {
  test('forms answer 503 with what was typed, pages are read under a banner, and it ends by itself', async () => {
    const [board] = [await get('/ideas')]
    expect(await board.text()).not.toContain('class="banner"')
    await disk(full)
    await fill()
    expect(readOnly()?.reason).toBe('SQLITE_FULL')

    const said = await post(`/ideas/${stand.refillStation.number}/comments`, { body: long }, 'it')
    const page = await said.text()
    expect([said.status, said.headers.get('Retry-After')]).toEqual([503, '5'])
    expect(page).toContain(long.trim().slice(0, 200))
    expect(page).toContain('Non abbiamo salvato nulla')
    // The house tries now and then whether it may write again, and here the smallest write still fits.
    await vi.waitFor(async () => {
      await fill()
      const read = await get('/ideas')
      expect([read.status, read.headers.get('Cache-Control')]).toEqual([200, 'private, no-store'])
      expect(await read.text()).toContain('class="banner"')
    })
    await disk(roomy)
    await tryWriting()
    expect(readOnly()).toBeUndefined()
    expect(await (await get('/ideas')).text()).not.toContain('class="banner"')
    expect(
      (await post(`/ideas/${stand.refillStation.number}/vote`, { intent: 'cast' })).status,
    ).toBe(303)
  })
})

describe.skipIf(isPostgres)('[#132] while another process writes', () => {
  test('a form waits five seconds at most and is refused whole; readers do not wait', async () => {
    const { default: Database } = await import('better-sqlite3')
    const other = new Database(process.env.DATABASE_URL!.slice(5))
    other.exec('begin immediate')
    const began = performance.now()
    const answer = post(`/ideas/${stand.refillStation.number}/vote`, { intent: 'withdraw' })
    await later(200)
    const from = performance.now()
    expect((await get('/ideas?sort=new')).status).toBe(200)
    expect(performance.now() - from).toBeLessThan(2_000)
    const refused = await answer
    expect(refused.status).toBe(503)
    expect(await refused.text()).toContain('name="intent" value="withdraw"')
    expect(performance.now() - began).toBeGreaterThan(4_500)
    expect(readOnly()).toBeUndefined()
    other.exec('rollback')
    other.close()
    expect(
      (await post(`/ideas/${stand.refillStation.number}/vote`, { intent: 'withdraw' })).status,
    ).toBe(303)
  })

  test('a form that comes while the other ends is kept', async () => {
    const { default: Database } = await import('better-sqlite3')
    const other = new Database(process.env.DATABASE_URL!.slice(5))
    other.exec('begin immediate')
    const answer = post(`/ideas/${stand.refillStation.number}/vote`, { intent: 'cast' })
    await later(600)
    other.exec('rollback')
    other.close()
    expect((await answer).status).toBe(303)
  })

  test('an idea that is being written or edited is shown again with its text', async () => {
    const { default: Database } = await import('better-sqlite3')
    const other = new Database(process.env.DATABASE_URL!.slice(5))
    other.exec('begin immediate')
    const text = {
      title: 'A title of some length',
      body: long.slice(0, 500),
      category: 'packaging',
    }
    const edit = `/ideas/${stand.refillStation.number}/edit`
    const answers = await Promise.all([
      post('/ideas/new', { ...text, intent: 'publish', confirm: 'yes' }),
      post(edit, { ...text, version: '1' }, 'en', annsToken),
      post('/me/profile', { displayName: 'Ben', bio: text.body.slice(0, 200) }),
    ])
    other.exec('rollback')
    other.close()
    for (const answer of answers) {
      expect([answer.url, answer.status]).toEqual([answer.url, 503])
      expect(await answer.text()).toContain(long.slice(0, 150))
    }
  })
})
