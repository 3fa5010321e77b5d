import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { hashPassword } from '#app/domain/identity/password.server.ts'
import { startSession } from '#app/domain/identity/session.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { people, sessions } from '#db/schema/identity.ts'
import { votes } from '#db/schema/votes.ts'
import { type House, openHouse, type Stand, standing } from '#tests/house.ts'
import { exchange, raw } from '#tests/raw.ts'
import { person } from '#tests/world.ts'

// Whole crawls of the house: as long as a busy machine needs.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

let house: House
let stand: Stand
let cookie: string

beforeAll(async () => {
  house = await openHouse()
  stand = await standing()
  cookie = `granaio_session=${await startSession(stand.ben.id, '', '')}`
})
afterAll(() => house.close())

const formType = 'application/x-www-form-urlencoded'
const sized = (body: string, more: Record<string, string> = {}) => ({
  body,
  headers: { 'Content-Type': formType, 'Content-Length': String(body.length), ...more },
})
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`

test.each([
  ['from another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ['from a sister site', { 'Sec-Fetch-Site': 'same-site' }],
  ['from nowhere', { Origin: 'null' }],
  ['from another origin', { Origin: 'https://evil.example' }],
  ['from a sub-domain', { Origin: 'http://evil.localhost' }],
  ['from another port', { Origin: 'http://localhost:1' }],
  ['from an origin that begins like ours', { Origin: 'http://localhost.evil.example' }],
  ['with a session and no word where from', {}],
  ['as plain text', { Origin: 'ours', 'Content-Type': 'text/plain' }],
  ['as JSON', { Origin: 'ours', 'Content-Type': 'application/json' }],
  ['of no type', { Origin: 'ours', 'Content-Type': '' }],
  ['told two origins', { Origin: 'ours, https://evil.example' }],
])('[#59] a form %s is refused and counts nothing', async (_, more: Record<string, string>) => {
  const before = await db.$count(votes)
  const Origin = more.Origin?.replace('ours', house.origin)
  const headers = { Cookie: cookie, ...more, ...(Origin && { Origin }) }
  const path = `/ideas/${stand.refillStation.number}/vote`
  const answer = await raw(house.port, { method: 'POST', path, ...sized('intent=cast', headers) })
  expect(answer.status).toBe(403)
  expect(await db.$count(votes)).toBe(before)
})

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])(
  '[#59 #65 #144] %s is spoken at no door',
  async (method) => {
    const headers = { Cookie: cookie, Origin: 'https://evil.example' }
    for (const path of ['/', '/me', '/favicon.svg', '/nowhere']) {
      const answer = await raw(house.port, { method, path, headers })
      expect([400, 403, 405]).toContain(answer.status)
      expect(answer.header('Access-Control-Allow-Origin')).toBeUndefined()
    }
  },
)

test('[#61] nobody is signed in or out by another site', async () => {
  const away = { Origin: 'https://evil.example', Cookie: cookie }
  for (const path of ['/logout', '/login', '/join', '/preferences', '/forgot'])
    expect((await raw(house.port, { method: 'POST', path, ...sized('a=b', away) })).status).toBe(
      403,
    )
  const asked = await raw(house.port, { path: '/logout', headers: { Cookie: cookie } })
  expect(asked.status).toBe(302)
  expect((await raw(house.port, { path: '/me', headers: { Cookie: cookie } })).status).toBe(200)
})

test.each([
  'evil.example',
  'localhost',
  'localhost:1',
  'localhost.evil.example',
  'a@localhost',
  '',
])('[#25] the host %j is none of ours', async (Host) => {
  for (const path of ['/', '/forgot', '/favicon.svg']) {
    const answer = await raw(house.port, { path, headers: { Host } })
    expect([400, 421]).toContain(answer.status)
    expect(answer.text).not.toContain('evil.example')
  }
})

test('[#25] an address that brings its own host is none of ours', async () => {
  const path = `http://evil.example:${house.port}/`
  expect((await raw(house.port, { path })).status).toBe(421)
})

test('[#64] every answer, whatever its status, carries what keeps a browser safe', async () => {
  const post = { method: 'POST', path: '/login' }
  const huge = { 'Content-Type': formType, 'Content-Length': '99999999' }
  const answers = {
    200: await raw(house.port, { path: '/ideas' }),
    301: await raw(house.port, { path: `/ideas/${stand.refillStation.number}` }),
    303: await raw(house.port, { path: '/me' }),
    400: await raw(house.port, { path: '/%ff' }),
    403: await raw(house.port, { ...post, ...sized('a=b', { Origin: 'null' }) }),
    404: await raw(house.port, { path: '/nowhere' }),
    405: await raw(house.port, { method: 'PUT' }),
    410: await raw(house.port, { path: '/reset/nothing' }),
    413: await raw(house.port, { ...post, headers: { ...huge, Origin: house.origin } }),
    421: await raw(house.port, { headers: { Host: 'evil.example' } }),
    file: await raw(house.port, { path: '/favicon.svg' }),
    health: await raw(house.port, { path: '/healthz' }),
    feed: await raw(house.port, { path: '/feed.xml' }),
  }
  for (const [status, { header, status: got }] of Object.entries(answers)) {
    expect([status, got]).toEqual([status, Number(status) || 200])
    expect([status, header('X-Content-Type-Options')]).toEqual([status, 'nosniff'])
    expect(header('Content-Security-Policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(header('Referrer-Policy')).toBe('same-origin')
    expect(header('Permissions-Policy')).toContain('camera=()')
    expect(header('Cross-Origin-Opener-Policy')).toBe('same-origin')
    expect(header('X-Frame-Options')).toBe('DENY')
    expect(header('X-Powered-By')).toBeUndefined()
    expect(header('Access-Control-Allow-Origin')).toBeUndefined()
  }
})

const unkeyed = {
  'X-Forwarded-Host': 'evil.example',
  'X-Forwarded-Proto': 'ftp',
  'X-Forwarded-For': '203.0.113.66',
  'X-Forwarded-Prefix': '/evil',
  'X-Original-URL': '/staff',
  'X-Rewrite-URL': '/staff',
  'X-HTTP-Method-Override': 'POST',
  Forwarded: 'host=evil.example',
  'X-Remix-Redirect': 'https://evil.example',
  Referer: 'https://evil.example/x',
  'User-Agent': 'evil.example',
  Cookie: 'granaio_theme=evil.example; granaio_locale=evil.example; granaio_notice=evil.example',
}

test.each(Object.entries(unkeyed))(
  '[#67] %s leaves no trace on a page that others get, too',
  async (name, value) => {
    for (const path of [
      '/ideas',
      `/ideas/${stand.refillStation.number}/feed.xml`,
      '/sitemap.xml',
    ]) {
      const at = `${path}?x=${name}`
      expect((await raw(house.port, { path: at, headers: { [name]: value } })).text).not.toContain(
        'evil',
      )
      expect((await raw(house.port, { path: at })).text).not.toMatch(/evil|\/staff"/)
    }
  },
)

test('[#66] two members and a guest who ask for one page never get each other’s parts', async () => {
  const two = await transaction(async (tx) => [
    await person(tx, 'zenobia'),
    await person(tx, 'teodora'),
  ])
  const sessions = await Promise.all(two.map(({ id }) => startSession(id, '', '')))
  const cookies = [...sessions.map((token) => `granaio_session=${token}`), '']
  const path = `/ideas/${stand.refillStation.number}/${stand.refillStation.slug}`
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      raw(house.port, { path, headers: { Cookie: cookies[i % 3]! } }),
    ),
  )
  for (const [i, { text, header }] of answers.entries()) {
    const named = two.map(({ displayName }) => text.includes(displayName))
    expect(named).toEqual([i % 3 === 0, i % 3 === 1])
    const rule = i % 3 === 2 ? /^public, max-age=0/ : /^private, no-store$/
    expect(header('Cache-Control')).toMatch(rule)
    expect(header('Vary')).toMatch(/cookie/i)
  }
})

test('[#68] a personal page with the name of a file behind it is no page', async () => {
  for (const path of [
    '/me/x.css',
    '/me/settings/x.js',
    '/me.css',
    '/me;x.css',
    '/staff/x.png',
    '/me%2fx.css',
  ]) {
    const answer = await raw(house.port, { path, headers: { Cookie: cookie } })
    expect([path, answer.status]).toEqual([path, 404])
    expect(answer.header('Cache-Control')).toMatch(/no-store/)
    expect(answer.text).not.toContain(stand.ben.handle)
  }
})

const smuggled = 'GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n'
const start = (port: number) =>
  `POST /login HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: ${formType}\r\n`
test.each([
  [
    'length and chunks',
    `Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
  ],
  ['two lengths', `Content-Length: 4\r\nContent-Length: 60\r\n\r\na=b&${smuggled}`],
  ['an odd length', `Content-Length: +4\r\n\r\na=b&${smuggled}`],
  ['an odd coding', `Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${smuggled}`],
  ['chunks twice', `Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${smuggled}`],
  ['a folded line', `X-A: b\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`],
  ['a blank before the colon', `Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${smuggled}`],
  ['bare line feeds', `Transfer-Encoding: chunked\n\n0\n\n${smuggled}`],
  ['an odd chunk', `Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n${smuggled}`],
])('[#69] a request with %s is refused, and hides no other', async (_, rest) => {
  const text = await exchange(house.port, start(house.port) + rest, 1_500)
  expect(text.match(/HTTP\/1\.1 \d{3}/g)!.length).toBeLessThanOrEqual(2)
  expect(text).not.toContain('HTTP/1.1 200')
  expect(text).toMatch(/HTTP\/1\.1 4\d\d/)
})

test('[#90] a body that does not say how long it is ends at the limit, and is told so', async () => {
  const body = Buffer.from(chunk('a='.padEnd(200_000, 'x')).repeat(4) + '0\r\n\r\n')
  const headers = { 'Content-Type': formType, 'Transfer-Encoding': 'chunked', Origin: house.origin }
  for (const path of ['/login', '/nowhere', '/me/profile', '/ideas/new']) {
    const answer = await raw(house.port, { method: 'POST', path, headers, body })
    expect([path, [303, 404, 413].includes(answer.status)]).toEqual([path, true])
  }
  expect((await raw(house.port, { method: 'POST', path: '/login', headers, body })).status).toBe(
    413,
  )
  expect((await raw(house.port, { path: '/login' })).status).toBe(200)
})

test('[#90] an empty form is read to its end, however late somebody looks at it', async () => {
  const { limitBody } = await import('#app/web/protect.server.ts')
  const server = createServer((req, res) =>
    limitBody(req as never, res as never, () =>
      setTimeout(() => {
        const body = Readable.toWeb(req) as ReadableStream<Uint8Array>
        void new Response(body).text().then((text) => res.end(`read ${text.length}`))
      }, 60),
    ),
  )
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const chunked = { 'Transfer-Encoding': 'chunked' }
  for (const [length, asked] of [
    [0, { headers: { 'Content-Length': '0' } }],
    [0, { headers: chunked, body: '0\r\n\r\n' }],
    [3, { headers: { 'Content-Length': '3' }, body: 'a=b' }],
    [3, { headers: chunked, body: `${chunk('a=b')}0\r\n\r\n` }],
  ] as const)
    expect((await raw(port, { method: 'POST', ...asked })).text).toContain(`read ${length}`)
  server.close()
})

test('[#90] a body that never ends is cut off', async () => {
  const headers = `Transfer-Encoding: chunked\r\nOrigin: ${house.origin}\r\n\r\n`
  const sent = await new Promise<number>((done) => {
    let size = 0
    const socket = connect(house.port, '127.0.0.1')
    const piece = chunk('x'.repeat(65_000))
    const more = () => {
      while (socket.writable && size < 50_000_000) {
        size += piece.length
        if (!socket.write(piece)) return void socket.once('drain', more)
      }
    }
    socket.on('connect', () => (socket.write(start(house.port) + headers), more()))
    socket.on('error', () => {}).on('close', () => done(size))
    socket.resume()
  })
  expect(sent).toBeLessThan(20_000_000)
})

test('[#90] forms without files may not be as large as those with', async () => {
  const headers = {
    'Content-Type': 'multipart/form-data; boundary=x',
    'Content-Length': '1000000',
    Origin: house.origin,
  }
  const asked = (path: string) => raw(house.port, { method: 'POST', path, headers })
  expect((await asked('/login')).status).toBe(413)
  expect((await asked('/ideas/1/comments')).status).toBe(413)
})

test('[#90] 60 uploads that break off leave nothing behind and nobody waiting', async () => {
  const { readdirSync } = await import('node:fs')
  // Of pictures and whatever else people send: the database has files of its own that come and go.
  const filesIn = () =>
    readdirSync(process.env.DATA_DIR!, { recursive: true }).filter(
      (name) => !String(name).includes('.db'),
    )
  const before = filesIn()
  const top = ['POST /ideas/new HTTP/1.1', `Host: localhost:${house.port}`, `Cookie: ${cookie}`]
  const rest = [`Origin: ${house.origin}`, 'Content-Type: multipart/form-data; boundary=x']
  const head = [...top, ...rest, 'Content-Length: 5000000', '', '--x', ''].join('\r\n')
  const part = 'Content-Disposition: form-data; name="images"; filename="a.png"\r\n\r\n\x89PNG'
  await Promise.all(
    Array.from({ length: 60 }, () => exchange(house.port, head + part + 'x'.repeat(50_000), 100)),
  )
  const next = async () => (await raw(house.port, { path: '/login' })).status
  await expect.poll(next, { timeout: 10_000 }).toBe(200)
  await expect.poll(filesIn, { timeout: 5_000 }).toEqual(before)
})

test('[#71] nobody chooses the address they are counted under', async () => {
  const password = 'una frase lunga assai'
  const passwordHash = await hashPassword(password)
  await transaction((tx) =>
    tx.update(people).set({ passwordHash }).where(eq(people.id, stand.eva.id)),
  )
  const body = String(new URLSearchParams({ email: `${stand.eva.handle}@example.org`, password }))
  const spoof = ['X-Forwarded-For', 'X-Real-IP', 'X-Client-IP', 'CF-Connecting-IP', 'Forwarded']
  const more = Object.fromEntries(spoof.map((name) => [name, '203.0.113.66']))
  const asked = { method: 'POST', path: '/login', ...sized(body, more) }
  expect((await raw(house.port, asked)).status).toBe(303)
  const rows = await db.select().from(sessions).where(eq(sessions.personId, stand.eva.id))
  expect(rows.map(({ address }) => address)).toEqual(['127.0.0.1'])
})

test('[#114] idle, slow and half-spoken lines keep nobody waiting', async () => {
  const sockets = Array.from({ length: 300 }, (_, i) => {
    const socket = connect(house.port, '127.0.0.1').on('error', () => {})
    if (i % 3) socket.write('GET / HTTP/1.1\r\nHost: localh')
    if (i % 3 === 2) socket.write(`ost:${house.port}\r\nX-A: `)
    return socket
  })
  const times: number[] = []
  for (let i = 0; i < 20; i++) {
    const began = performance.now()
    expect((await raw(house.port, { path: '/legal/privacy' })).status).toBe(200)
    times.push(performance.now() - began)
  }
  for (const socket of sockets) socket.destroy()
  expect(times.sort((a, b) => a - b)[18]).toBeLessThan(500)
  expect(house.server.headersTimeout).toBeLessThanOrEqual(15_000)
  expect(house.server.requestTimeout).toBeLessThanOrEqual(60_000)
  expect(house.server.timeout).toBeGreaterThan(0)
})

test('no page holds a NUL, wherever its accents fall', async () => {
  const found: string[] = []
  for (let i = 0; i < 24; i++) {
    const path = `/ideas?q=${'è'.repeat(i)}${'a'.repeat(i % 5)}x`
    const answer = await fetch(house.origin + encodeURI(path))
    if ((await answer.text()).includes('\0')) found.push(path)
  }
  expect(found).toEqual([])
})
