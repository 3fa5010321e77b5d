import type { NextFunction, Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { cookiesOf } from './cookie.server.ts'
import { env } from './env.server.ts'
import { plainPage } from './plain-page.server.ts'

const local = ['localhost', '127.0.0.1', '[::1]']
const hosts = new Set([
  env.publicUrl.host,
  ...(env.trial ? local.map((name) => `${name}:${env.port}`) : []),
])
const https = env.publicUrl.protocol === 'https:'

/** Only the hosts that this site answers to: no poisoned links, no borrowed cookies. */
export const allowHost: RequestHandler = (req, res, next) => {
  if (hosts.has(req.headers.host ?? '') && req.url.startsWith('/')) return next()
  if (/^\/(healthz|readyz)$/.test(req.url)) return next()
  plainPage(req, res, 421)
}

/**
 * Addresses with one reading only: no empty steps, backslashes or NULs, nothing that cannot be
 * decoded. Whatever stands before `?` is then the same path to everybody behind this door.
 */
export function isPlainAddress(address: string) {
  const [path = ''] = address.split('?')
  if (/\/\/|\\|%5c/i.test(path) || /%00/.test(address)) return false
  try {
    return !!decodeURI(path)
  } catch {
    return false
  }
}

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

const reads = ['GET', 'HEAD']

/** Writes come from our own pages: told by Sec-Fetch-Site, else by Origin; with a session, one of them must speak. */
export const sameOrigin: RequestHandler = (req, res, next) => {
  if (reads.includes(req.method)) return next()
  if (req.method !== 'POST') return plainPage(req, res, 405)
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

const limit = (points: number, duration: number, keyPrefix: string) =>
  new RateLimiterMemory({ points: points * env.rateLimitFactor, duration, keyPrefix })
const bursts = limit(50, 10, 'burst')
const writes = limit(200, 60, 'write')
const views = limit(1200, 60, 'view')

/** An IPv6 network (/64) counts as one address: its owner has 2^64 of them. */
export const limitKey = (address: string) =>
  address.includes(':') && !address.includes('.')
    ? address.split(':').slice(0, 4).join(':')
    : address

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

/**
 * Refuses bodies over the limit by their declared length, and counts those that do not say. What
 * nobody read is let pass after the answer, or the next request would wait behind it.
 */
export function limitBody(req: Request, res: Response, next: NextFunction) {
  const most = req.headers['content-type']?.startsWith('multipart/') ? large : small
  if (Number(req.headers['content-length'] ?? 0) > most) return plainPage(req, res, 413)
  let size = 0
  const count = (chunk: Buffer) => {
    size += chunk.length
    if (size > most) req.destroy()
  }
  req.on('data', count).pause()
  res.on('finish', () => req.removeAllListeners('data').on('data', count).resume())
  next()
}
