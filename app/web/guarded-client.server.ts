import { lookup as resolveName, type LookupAddress } from 'node:dns'
import { promisify } from 'node:util'
import ipaddr from 'ipaddr.js'
import { Agent, type Dispatcher, request } from 'undici'
import { env } from './env.server.ts'

/** What is asked of another server, and how much of its answer is read. */
export type Errand = {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** Bytes of the answer that are read at most; more is `too-large`. */
  most?: number
}
export type Answer = { status: number; headers: Record<string, string>; body: Buffer }
export type Fault =
  'not-an-address' | 'private-address' | 'redirected' | 'too-large' | 'too-slow' | 'unreachable'

type Resolve = (host: string) => Promise<LookupAddress[]>

const ports = new Set(['', '80', '443', '8080', '8443'])
const longest = 5_000
const usual = 64 * 1024
const all = promisify(resolveName)

/** How names become addresses, and which addresses may be asked: tests stand in for both. */
export const door = {
  resolve: ((host) => all(host, { all: true, verbatim: true })) as Resolve,
  isPublic: (address: string) =>
    ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast',
  ports,
  longest,
}

/**
 * Asks another server, the only way to do so in this house: http or https on a usual port, never an
 * address of this machine or its networks (told after the name was resolved, and the connection goes
 * to the very address that was looked at), no redirect followed, no compressed answer, at most
 * `most` bytes (64 kB) within five seconds in all. Answers what came, or what went wrong.
 */
export async function askOutside(address: string, errand: Errand = {}): Promise<Answer | Fault> {
  const url = urlOf(address)
  if (!url) return 'not-an-address'
  if (isOurs(url)) return 'private-address'
  const wall = new Wall()
  try {
    return await ask(url, errand, wall)
  } catch (error) {
    if (wall.refused) return 'private-address'
    return isTooSlow(error) ? 'too-slow' : 'unreachable'
  } finally {
    await wall.agent.destroy()
  }
}

/** What is wrong with an address that somebody wants to keep; `undefined` where it may be asked now. */
export async function addressFault(address: string): Promise<Fault | undefined> {
  const url = urlOf(address)
  if (!url) return 'not-an-address'
  if (isOurs(url)) return 'private-address'
  const found = await door.resolve(bare(url)).catch(() => [])
  if (!found.length) return 'unreachable'
  return found.every(({ address }) => door.isPublic(address)) ? undefined : 'private-address'
}

async function ask(url: URL, errand: Errand, { agent }: Wall): Promise<Answer | Fault> {
  const signal = AbortSignal.timeout(door.longest)
  const { method = 'GET', headers, body, most = usual } = errand
  const said = await request(url, {
    ...{ method, body, signal, dispatcher: agent },
    headers: { 'user-agent': 'Granaio', ...headers, 'accept-encoding': 'identity' },
  })
  if (said.statusCode >= 300 && said.statusCode < 400 && said.statusCode !== 304)
    return 'redirected'
  const read = await bytesOf(said, most)
  if (typeof read === 'string') return read
  return { status: said.statusCode, headers: flat(said.headers), body: read }
}

async function bytesOf({ headers, body }: Dispatcher.ResponseData, most: number) {
  // Compressed, it could be larger than anything that we would have let in.
  const packed = headers['content-encoding']
  if (packed && packed !== 'identity') return 'too-large'
  const parts: Buffer[] = []
  let size = 0
  for await (const part of body as AsyncIterable<Buffer>) {
    size += part.length
    if (size > most) return 'too-large'
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function urlOf(address: string) {
  if (address.length > 2_000 || !URL.canParse(address)) return undefined
  const url = new URL(address)
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  return isWeb && !url.username && !url.password && door.ports.has(url.port) ? url : undefined
}

const bare = (url: URL) => url.hostname.replace(/^\[|\]$/g, '')

/** An address of no public network, written out; or our own house, whatever its name means here. */
function isOurs(url: URL) {
  const host = bare(url)
  if (host.replace(/\.$/, '') === env.publicUrl.hostname) return true
  return ipaddr.isValid(host) && !door.isPublic(host)
}

const isTooSlow = (error: unknown) =>
  error instanceof Error && /abort|timeout/i.test(`${error.name} ${error.message}`)

const flat = (headers: Record<string, string | string[] | undefined>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))

/** Between us and the others: a connection is made to an address that was looked at, or to none. */
class Wall {
  refused = false
  readonly agent = new Agent({
    connect: {
      timeout: door.longest,
      lookup: (host, { all }, done) => {
        door.resolve(host).then(
          (found) => this.#answer(found, !!all, done),
          (error: NodeJS.ErrnoException) => done(error, ''),
        )
      },
    },
    maxHeaderSize: 16 * 1024,
  })

  #answer(
    found: LookupAddress[],
    isAll: boolean,
    done: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
  ) {
    const open = found.filter(({ address }) => door.isPublic(address))
    // One private address among public ones is a trick, not a choice.
    if (open.length !== found.length || !open.length) {
      this.refused = true
      return done(new Error('not a public address'), '')
    }
    return isAll ? done(null, open) : done(null, open[0]!.address, open[0]!.family)
  }
}
