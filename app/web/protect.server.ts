import type { IncomingMessage } from 'node:http'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'
import type { RateLimiterRes } from 'rate-limiter-flexible'
import { cookiesOf } from './cookie.server.ts'
import { env } from './env.server.ts'
import { plainPage } from './plain-page.server.ts'
import { SharedLimit } from './shared-limit.server.ts'

const local = ['localhost', '127.0.0.1', '[::1]']
const hosts = new Set([
  env.publicUrl.host,
  ...(env.trial ? local.map((name) => `${name}:${env.port}`) : []),
])
const https = env.publicUrl.protocol === 'https:'

/** Whether a `Host` header names this site. */
export const isOurHost = (host: string | undefined) => hosts.has(host ?? '')

/** Only the hosts that this site answers to: no poisoned links, no borrowed cookies. */
export const allowHost: RequestHandler = (req, res, next) => {
  if (isOurHost(req.headers.host) && req.url.startsWith('/')) return next()
  if (/^\/(healthz|readyz|metrics)$/.test(req.url)) return next()
  plainPage(req, res, 421)
}

/**
 * Addresses with one reading only: no empty steps, backslashes or NULs, nothing that cannot be
 * decoded, and no question about a part of something (`author.email`, `author[email]`). Whatever
 * stands before `?` is then the same path to everybody behind this door.
 */
export function isPlainAddress(address: string) {
  const [path = '', ...asked] = address.split('?')
  if (/\/\/|\\|%5c/i.test(path) || /%00/.test(address)) return false
  if (asked.length && !hasPlainNames(asked.join('?'))) return false
  try {
    return !!decodeURI(path)
  } catch {
    return false
  }
}

const hasPlainNames = (query: string) =>
  [...new URLSearchParams(query).keys()].every((name) => !/[.[\]]/.test(name))

/** 400 for disguised addresses, before anybody reads them in their own way. */
export const plainAddress: RequestHandler = (req, res, next) =>
  isPlainAddress(req.url) ? next() : plainPage(req, res, 400)

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const securityHeaders: RequestHandler[] = [
  helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  }),
  (_req, res, next) => {
    res.setHeader('Content-Security-Policy', policy)
    res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
    next()
  },
]

/** The same headers as names and values, for answers that are given before Express. */
export const securityHeaderList: [string, string][] = []
const listening = {
  setHeader: (name: string, value: string) => securityHeaderList.push([name, value]),
  removeHeader: () => {},
}
for (const says of securityHeaders) void says({} as Request, listening as never, () => {})

export const reads = ['GET', 'HEAD']

/** Where other servers bring what they signed: no cookie opens these doors, nor does a form. */
const signedDoors = /^\/hooks\/(mail|mentions\/[\w-]{1,40})$/

/** Writes come from our own pages: told by Sec-Fetch-Site, else by Origin; with a session, one of them must speak. */
export const sameOrigin: RequestHandler = (req, res, next) => {
  if (reads.includes(req.method)) return next()
  if (req.method !== 'POST') return plainPage(req, res, 405)
  if (signedDoors.test(req.path)) return next()
  const type = req.headers['content-type'] ?? ''
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type)
  return isForm && isOurs(req) ? next() : plainPage(req, res, 403)
}

function isOurs(req: Request) {
  const { origin, host, cookie, 'sec-fetch-site': site } = req.headers
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin !== undefined) return isOrigin(origin, host)
  return site !== undefined || !cookiesOf(cookie)('session')
}

const isOrigin = (origin: string, host?: string) =>
  origin === env.publicUrl.origin || (env.trial && origin === `http://${host}`)

const most = (points: number) => points * env.rateLimitFactor
const bursts = new SharedLimit({ name: 'burst', points: most(50), seconds: 10 })
const writes = new SharedLimit({ name: 'write', points: most(200), seconds: 60 })
// Whoever only reads costs no write, unless they read more than a tenth of what they may.
const views = new SharedLimit({ name: 'view', points: most(1200), seconds: 60 }, most(120))

/** An IPv6 network (/64) counts as one address, however it is spelt: its owner has 2^64 of them. */
export function limitKey(address: string) {
  if (!address.includes(':') || address.includes('.')) return address.replace(/^::ffff:/i, '')
  const [before = [], after = []] = address.split('::').map((half) => half.split(':'))
  const zeros = address.includes('::') ? 8 - before.length - after.length : 0
  const groups = [...before, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...after]
  return groups
    .slice(0, 4)
    .map((group) => (parseInt(group, 16) || 0).toString(16))
    .join(':')
}

/** Takes one of the 1,200 pages a minute of an address; rejects when there is none left. */
export const takeView = (address: string) => views.consume(limitKey(address))

/** The visitor's address as Express tells it: as many proxies are believed as the settings say. */
export function addressOf({ socket, headers }: IncomingMessage) {
  const own = socket.remoteAddress ?? ''
  const told = env.trustProxy ? String(headers['x-forwarded-for'] ?? '') : ''
  const farther = told ? told.split(',').reverse() : []
  return [own, ...farther]
    .slice(0, env.trustProxy + 1)
    .at(-1)!
    .trim()
}

/** At most 50 forms in 10 seconds, 200 a minute, and 1,200 pages a minute, for one address. */
export const rateLimit: RequestHandler = async (req, res, next) => {
  const key = limitKey(req.ip ?? '')
  const limits = reads.includes(req.method) ? [views] : [bursts, writes]
  try {
    for (const each of limits) await each.consume(key)
  } catch (refusal) {
    return tooMany(req, res, refusal as RateLimiterRes)
  }
  next()
}

function tooMany(req: Request, res: Response, { msBeforeNext }: RateLimiterRes) {
  const seconds = Math.ceil(msBeforeNext / 1000)
  res.setHeader('Retry-After', seconds)
  plainPage(req, res, 429, { n: Math.ceil(seconds / 60) })
}

const small = 512 * 1024
const large = 45 * 2 ** 20
const mail = 15 * 2 ** 20
const takesFiles =
  /^\/(ideas\/(new|\d{1,9}\/edit)|me\/profile|contact|me\/cases\/[\w-]{36}\/replies|staff\/care\/[\w-]{36}\/[\w-]{1,20}|staff\/mentions\/import|staff\/(ideas\/\d{1,9}\/realised|rewards\/[\w-]{1,40}))\/?$/i

function mostFor({ headers, path }: Request) {
  if (path === '/hooks/mail') return mail
  const isUpload = headers['content-type']?.startsWith('multipart/') && takesFiles.test(path)
  return isUpload ? large : small
}

/**
 * Refuses bodies over the limit, 45 MB for forms with files and 512 kB for all others: by their
 * declared length, or as soon as one that does not declare it has grown beyond. What nobody read is
 * let pass after the answer, or the next request would wait behind it.
 */
export function limitBody(req: Request, res: Response, next: NextFunction) {
  const most = mostFor(req)
  if (Number(req.headers['content-length'] ?? 0) > most) return plainPage(req, res, 413)
  let size = 0
  const drop = ({ length }: Buffer) => void ((size += length) > 2 * most && req.destroy())
  const count = ({ length }: Buffer) => {
    size += length
    if (size <= most) return
    req.removeAllListeners('data').on('data', drop).resume()
    if (!res.headersSent) plainPage(req, res, 413)
    req.emit('error', new Error('too large'))
  }
  // Whoever reads the body hears of it; where nobody does yet, this keeps it from being a fault.
  req.on('error', () => {})
  // Paused before anybody listens: an empty body would end at once, and its reader wait for ever.
  req.pause().on('data', count)
  res.on('finish', () => req.removeAllListeners('data').on('data', drop).resume())
  next()
}
