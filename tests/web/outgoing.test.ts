import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { addressFault, askOutside, door } from '#app/web/guarded-client.server.ts'
import { growth } from '#tests/measured.ts'

const usual = { ...door, ports: new Set(door.ports) }
const servers: Server[] = []
let hits = 0

afterEach(async () => {
  Object.assign(door, usual, { ports: new Set(usual.ports) })
  hits = 0
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
})

/** A server on this machine that counts who comes; its port is one that may be asked. */
async function sink(answer: RequestListener = (_, res) => res.end('hello')) {
  const server = createServer((req, res) => {
    hits++
    answer(req, res)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  servers.push(server)
  const { port } = server.address() as AddressInfo
  door.ports.add(String(port))
  return port
}

/** Lets this machine pass for a server of the outside: for what an answer may do to us. */
async function outside(answer?: RequestListener) {
  const port = await sink(answer)
  door.resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }])
  door.isPublic = () => true
  return `http://feeds.example:${port}/news`
}

describe('[#72] an address of our own machine or network', () => {
  const own = [
    ...[
      '127.0.0.1',
      '[::1]',
      '[::]',
      '0',
      '0.0.0.0',
      '0x7f.1',
      '2130706433',
      '127.1',
      '0177.0.0.1',
    ],
    ...['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[64:ff9b::7f00:1]', '169.254.169.254'],
    ...['[fd00::1]', '[fe80::1]', '10.0.0.8', '192.168.1.1', '172.16.0.1', '100.64.0.1'],
    ...['[2002:7f00:1::]', '[2001:0:7f00:1::]', '224.0.0.1', '255.255.255.255'],
    ...['localhost', 'localhost.', 'LOCALHOST'],
  ]
  test.each(own)('%s is refused when it is kept and when it is asked', async (host) => {
    const port = await sink()
    const address = `http://${host}:${port}/`
    expect(await addressFault(address)).toMatch(/private-address|unreachable/)
    expect(await askOutside(address)).toMatch(/private-address|unreachable/)
    expect(hits).toBe(0)
  })

  test.each([
    'file:///etc/passwd',
    'gopher://example.org/',
    'ftp://example.org/',
    'http://user:word@example.org/',
    'http://example.org:22/',
    '//example.org',
    'javascript:alert(1)',
    'http://',
    `http://example.org/${'a'.repeat(3_000)}`,
  ])('%s is no address to ask', async (address) => {
    expect(await addressFault(address)).toBe('not-an-address')
    expect(await askOutside(address)).toBe('not-an-address')
  })

  test('our own public address is refused, by its name too', async () => {
    door.isPublic = () => true
    const own = process.env.PUBLIC_URL ?? 'http://localhost:3000'
    expect(await askOutside(`http://${new URL(own).hostname}/`)).toBe('private-address')
  })
})

describe('[#73] a name', () => {
  test('that means a private address is refused, and so is one that means both', async () => {
    const port = await sink()
    const inside = { address: '127.0.0.1', family: 4 }
    for (const found of [[inside], [{ address: '93.184.216.34', family: 4 }, inside]]) {
      door.resolve = () => Promise.resolve(found)
      const address = `http://innocent.example:${port}/`
      expect(await addressFault(address)).toBe('private-address')
      expect(await askOutside(address)).toBe('private-address')
    }
    expect(hits).toBe(0)
  })

  test('that changes its meaning after it was looked at is still refused', async () => {
    const port = await sink()
    let asked = 0
    door.resolve = () =>
      Promise.resolve([{ address: asked++ ? '127.0.0.1' : '93.184.216.34', family: 4 }])
    const address = `http://rebinding.example:${port}/`
    expect(await addressFault(address)).toBeUndefined()
    expect(await askOutside(address)).toBe('private-address')
    expect(hits).toBe(0)
  })

  test('is looked at once for a request, and the connection goes where it was said to be', async () => {
    const address = await outside()
    let asked = 0
    door.resolve = () => {
      asked++
      return Promise.resolve([{ address: '127.0.0.1', family: 4 }])
    }
    expect(await askOutside(address)).toMatchObject({ status: 200 })
    expect(asked).toBe(1)
  })
})

test.each([301, 302, 303, 307, 308])('[#74] a redirect (%i) is not followed', async (status) => {
  const port = await sink()
  for (const to of [`http://127.0.0.1:${port}/`, 'file:///etc/passwd', 'gopher://127.0.0.1/']) {
    const address = await outside((_, res) => res.writeHead(status, { location: to }).end())
    expect(await askOutside(address)).toBe('redirected')
  }
  expect(hits).toBe(3)
})

describe('[#75] an answer', () => {
  test('that never ends is read up to its limit', async () => {
    // One piece, sent over and over: what the sender throws away would count here, too.
    const piece = Buffer.alloc(16_384)
    const address = await outside((_, res) => {
      const more = () => {
        while (!res.destroyed && res.write(piece));
      }
      res.on('drain', more)
      more()
    })
    const asked = async () => expect(await askOutside(address)).toBe('too-large')
    expect(await growth(asked)).toBeLessThan(60 * 2 ** 20)
  })

  test('that comes compressed is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(10 * 2 ** 20))
    const packed = { 'content-encoding': 'gzip' }
    const address = await outside((_, res) => res.writeHead(200, packed).end(bomb))
    expect(await askOutside(address)).toBe('too-large')
  })

  test('that drips, or never begins, is left after the time is over', async () => {
    door.longest = 400
    const drip = await outside((_, res) => {
      res.writeHead(200)
      const drops = setInterval(() => res.write('.'), 50)
      res.on('close', () => clearInterval(drops))
    })
    const silent = await outside(() => {})
    for (const address of [drip, silent]) {
      const began = performance.now()
      expect(await askOutside(address)).toBe('too-slow')
      expect(performance.now() - began).toBeLessThan(3_000)
    }
  })

  test('with huge headers is left', async () => {
    const huge = { 'x-huge': 'a'.repeat(100_000) }
    const address = await outside((_, res) => res.writeHead(200, huge).end())
    expect(await askOutside(address)).toBe('unreachable')
  })

  test('of the right size is handed over whole, with what was asked of it', async () => {
    const address = await outside((req, res) => {
      req.on('data', (sent: Buffer) => res.end(`${req.method} ${sent.toString()}`))
    })
    const answer = await askOutside(address, { method: 'POST', body: 'news' })
    expect(answer).toMatchObject({ status: 200, body: Buffer.from('POST news') })
  })
})
