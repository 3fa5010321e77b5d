import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { planFeeds, pollFeed } from '#app/clock/mentions.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { lease } from '#app/domain/jobs/job.server.ts'
import { readFeed } from '#app/domain/mentions/feed-read.server.ts'
import { wordsOfHtml } from '#app/domain/mentions/feed.rules.ts'
import { addSource, findSource, pollNow, switchSource } from '#app/domain/mentions/source.server.ts'
import { door } from '#app/web/guarded-client.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { mentions } from '#db/schema/mentions.ts'
import { at } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

const usual = { ...door, ports: new Set(door.ports) }
const servers: Server[] = []
const asked: Record<string, string | undefined>[] = []

afterEach(async () => {
  Object.assign(door, usual, { ports: new Set(usual.ports) })
  asked.length = 0
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
})

/** A server on this machine, whose port may be asked; `isOutside`, it passes for one elsewhere. */
async function serve(answer: RequestListener, isOutside = true) {
  const server = createServer((req, res) => {
    asked.push(req.headers as Record<string, string>)
    answer(req, res)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  servers.push(server)
  const { port } = server.address() as AddressInfo
  door.ports.add(String(port))
  if (!isOutside) return `http://127.0.0.1:${port}/feed`
  door.resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }])
  door.isPublic = () => true
  return `http://reviews.example:${port}/feed`
}

let cora: Person
beforeAll(async () => {
  await world()
  cora = await transaction((tx) => person(tx, 'cora', ['care']))
})

let feeds = 0
async function feedAt(url: string) {
  const wish = { kind: 'feed', name: `Feed ${++feeds}`, url } as const
  return ((await transaction((tx) => addSource(tx, cora, wish))) as { id: string }).id
}
/** Does what the clock would do now; answers how many feeds were read. */
async function tick() {
  await planFeeds()
  const jobs = await transaction((tx) => lease(tx, 'mentions', 9))
  for (const job of jobs) await pollFeed(job)
  return jobs.length
}
const hours = (n: number) => new Date(Date.now() + n * 3_600_000)
const source = (id: string) => findSource(db, cora, id)
const off = (id: string) => transaction((tx) => switchSource(tx, cora, id, false))

const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>R</title>${items}</channel></rss>`
const item = (id: string, text: string) =>
  `<item><title>A review ${id}</title><guid>${id}</guid><description><![CDATA[${text}]]></description>
   <pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><link>https://reviews.example/${id}</link></item>`

describe('a feed', () => {
  test('is read each hour, in the version that is new, and each entry is kept once', async () => {
    let [body, etag] = [
      rss(item('1', '<p>Good <b>rusks</b> &amp; jam</p><script>x()</script>')),
      '"1"',
    ]
    const url = await serve((req, res) => {
      if (req.headers['if-none-match'] === etag) return res.writeHead(304).end()
      return res
        .writeHead(200, { etag, 'last-modified': 'Mon, 02 Mar 2026 10:00:00 GMT' })
        .end(body)
    })
    const id = await feedAt(url)
    expect(await tick()).toBe(1)
    const [kept] = await db.select().from(mentions).where(eq(mentions.sourceId, id))
    expect(kept).toMatchObject({
      title: 'A review 1',
      body: 'Good rusks & jam',
      url: 'https://reviews.example/1',
      writtenAt: new Date('2026-03-02T10:00:00Z'),
    })
    expect(await tick()).toBe(0)
    expect(await transaction((tx) => pollNow(tx, cora, id))).toBe('too-soon')
    expect(await at(hours(1.1), tick)).toBe(1)
    expect(asked.at(-1)).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': 'Mon, 02 Mar 2026 10:00:00 GMT',
    })
    ;[body, etag] = [rss(item('1', 'Corrected') + item('2', 'Another')), '"2"']
    expect(await at(hours(2.3), tick)).toBe(1)
    expect(await db.$count(mentions, eq(mentions.sourceId, id))).toBe(2)
    expect(await source(id)).toMatchObject({ failures: 0, lastError: null })
    await off(id)
    expect(await at(hours(9), tick)).toBe(0)
  })

  test('that fails says why, and is asked more and more seldom', async () => {
    let status = 500
    const url = await serve((_, res) => res.writeHead(status).end(status === 200 ? rss('') : ''))
    const id = await feedAt(url)
    expect(await tick()).toBe(1)
    expect(await source(id)).toMatchObject({ lastError: 'serverError', failures: 1 })
    expect(await at(hours(1.5), tick)).toBe(0)
    status = 404
    expect(await at(hours(2.1), tick)).toBe(1)
    expect(await source(id)).toMatchObject({ lastError: 'notFound', failures: 2 })
    expect(await at(hours(5.9), tick)).toBe(0)
    status = 200
    expect(await at(hours(6.3), tick)).toBe(1)
    expect(await source(id)).toMatchObject({ lastError: null, failures: 0 })
    await off(id)
  })

  test('[#72] of our own machine or network is refused, and nobody is asked', async () => {
    const url = await serve((_, res) => res.end(rss('')), false)
    const ids = [await feedAt(url), await feedAt('http://169.254.169.254/latest')]
    expect(await tick()).toBe(2)
    for (const id of ids) {
      expect(await source(id)).toMatchObject({ lastError: 'privateAddress' })
      await off(id)
    }
    expect(asked).toEqual([])
  })

  test('[#73][#74][#75] that rebinds, redirects, has no end or is none is given up', async () => {
    const told: [string, RequestListener][] = [
      ['redirected', (_, res) => res.writeHead(302, { location: 'http://127.0.0.1/' }).end()],
      ['tooLarge', (_, res) => res.end(Buffer.alloc(2 * 2 ** 20 + 1, 'x'))],
      ['notFeed', (_, res) => res.end('<html>Nothing</html>')],
      ['notAllowed', (_, res) => res.writeHead(401).end()],
    ]
    for (const [error, answer] of told) {
      const id = await feedAt(await serve(answer))
      await tick()
      expect(await source(id)).toMatchObject({ lastError: error })
      await off(id)
    }
    const id = await feedAt(await serve((_, res) => res.end(rss(''))))
    door.isPublic = usual.isPublic
    await tick()
    expect(await source(id)).toMatchObject({ lastError: 'privateAddress' })
    await off(id)
  })
})

describe('the entries of a feed', () => {
  const entries = (text: string, type = '') => readFeed(Buffer.from(text), type)

  test('are read from the feed of a shop of apps, with their stars and their author', async () => {
    const entry = (i: number) => `<entry><id>${i}</id><title>Bello</title>
      <content type="text">Tutto &lt;3 bene</content><im:rating>${i}</im:rating>
      <author><name>Zoe</name></author><updated>2026-03-01T10:00:00-07:00</updated>
      <link rel="related" href="https://x.example/"/></entry>`
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:im="http://itunes.apple.com/rss">
      <id>f</id><title>f</title>${entry(4)}${entry(1)}</feed>`
    const found = await entries(feed)
    expect(found!.map(({ rating }) => rating)).toEqual(['4', '1'])
    expect(found![0]).toMatchObject({ author: 'Zoe', title: 'Bello', guid: '4', url: undefined })
  })

  test('are read from JSON and from another alphabet', async () => {
    const items = [{ id: 'a', content_text: 'x < y', language: 'en', url: 'https://x.example/a' }]
    const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'J', items }
    const [said] = (await entries(JSON.stringify(feed), 'application/feed+json'))!
    expect(said).toMatchObject({ guid: 'a', body: 'x < y', locale: 'en' })
    const old = rss('<item><title>Perché</title></item>').replace('?>', ' encoding="ISO-8859-1"?>')
    expect(await readFeed(Buffer.from(old, 'latin1'), '')).toMatchObject([{ title: 'Perché' }])
  })

  test('cannot grow beyond what was sent, nor hold up the house', async () => {
    const bomb = `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>${rss(
      '<item><title>&b;&b;&b;</title></item>',
    )}`
    expect(JSON.stringify(await entries(bomb))).not.toContain('aaaaaaaaaa')
    expect(await entries(`<rss><channel>${'<a>'.repeat(100_000)}`)).toBeUndefined()
    expect(wordsOfHtml('<img src=x onerror=alert(1)>a<br>b<style>c</style>&lt;i&gt;')).toBe(
      'a\nb<i>',
    )
  })
})
