import { createServer, type OutgoingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { env } from '#app/web/env.server.ts'
import { localeOf } from '#app/web/locale.server.ts'
import { cachedPage, formOf, pageKey } from '#app/web/page-cache.server.ts'
import { addressOf } from '#app/web/protect.server.ts'
import { readyFirst } from '#app/web/ready-page.server.ts'
import { transaction } from '#db/database.server.ts'
import { settings } from '#db/schema/site.ts'

const body = '<!doctype html><title>Idee</title>'
const key = pageKey({ locale: 'it', theme: 'auto' }, '/ideas')
const commit = () =>
  transaction((tx) =>
    tx
      .insert(settings)
      .values({ key: crypto.randomUUID(), value: 1, changedAt: new Date() })
      .then(() => undefined),
  )
let made = 0
const keep = () =>
  cachedPage(
    key,
    0,
    async () => Buffer.from(body),
    async () => {
      made++
      await new Promise((next) => setTimeout(next, 20))
      return { status: 200, headers: new Headers({ 'Content-Type': 'text/html' }), body }
    },
  )

const server = createServer(readyFirst((_req, res) => void res.writeHead(299).end('passed on')))
beforeAll(async () => {
  await localeOf(undefined, undefined, 'it')
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
})
afterAll(() => void server.close())

function ask(path: string, more: OutgoingHttpHeaders = {}, method = 'GET') {
  const headers = { Host: env.publicUrl.host, 'Accept-Language': 'it', ...more }
  const { port } = server.address() as AddressInfo
  return new Promise<{ status: number; headers: OutgoingHttpHeaders; body: Buffer }>((done) => {
    request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        done({
          status: answer.statusCode!,
          headers: answer.headers,
          body: Buffer.concat(parts),
        }),
      )
    }).end()
  })
}

test('a guest gets the page that lies ready, in the form they take, with the headers of every page', async () => {
  const kept = await keep()
  await formOf(kept, 'br')
  await formOf(kept, 'gzip')
  const forms = { br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes: Buffer) => bytes }
  for (const [encoding, read] of Object.entries(forms)) {
    const answer = await ask('/ideas', { 'Accept-Encoding': encoding })
    expect(answer.status).toBe(200)
    expect(read(answer.body).toString()).toBe(body)
    expect(answer.headers).toMatchObject({
      vary: 'Cookie, Accept-Language, Accept-Encoding',
      'cache-control': 'public, max-age=0, must-revalidate',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-request-id': expect.any(String),
    })
    expect(answer.headers['set-cookie']).toBeUndefined()
  }
  expect((await ask('/ideas', { 'Accept-Encoding': 'br;q=0' })).body.toString()).toBe(body)
  const again = await ask('/ideas', { 'If-None-Match': kept.etag })
  expect([again.status, again.body.length]).toEqual([304, 0])
  const head = await ask('/ideas', {}, 'HEAD')
  expect([head.status, head.headers['content-length']]).toEqual([200, String(body.length)])
})

test.each<[string, OutgoingHttpHeaders, string?]>([
  ['another host', { Host: 'evil.example' }],
  ['a session', { Cookie: 'granaio_session=x' }],
  ['a notice', { Cookie: 'granaio_notice=cast' }],
  ['another theme', { Cookie: 'granaio_theme=dark' }],
  ['a language not met before', { 'Accept-Language': 'tlh, it;q=0.5' }],
  ['a body', { 'Transfer-Encoding': 'chunked' }],
  ['a write', {}, 'POST'],
])('whoever comes with %s is passed on', async (_with, headers, method) => {
  await keep()
  expect((await ask('/ideas', headers, method)).status).toBe(299)
})

test('an address written in another way is passed on', async () => {
  await keep()
  for (const path of ['/ideas?', '/ideas?utm=1', '//ideas', '/%69deas', '/ideas/', '/ideas#x'])
    expect((await ask(path)).status).toBe(299)
})

test('a kept page is valid while nothing is committed, and for one second at most after that', async () => {
  await keep()
  const before = made
  expect((await ask('/ideas')).status).toBe(200)
  await commit()
  await new Promise((next) => setTimeout(next, 1_050))
  expect((await ask('/ideas')).status).toBe(299)
  await Promise.all([keep(), keep(), keep(), keep()])
  expect(made).toBe(before + 1)
  expect((await ask('/ideas')).status).toBe(200)
})

test('nobody is shown a page from before their own act', async () => {
  await keep()
  await commit()
  const cookie = `granaio_wrote=${Date.now()}`
  expect((await ask('/ideas', { Cookie: cookie })).status).toBe(299)
})

test('no proxy is believed that the settings do not name', () => {
  const asked = { socket: { remoteAddress: '10.0.0.9' }, headers: { 'x-forwarded-for': '1.2.3.4' } }
  expect(addressOf(asked as never)).toBe('10.0.0.9')
})
