import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'
import { commits, fromReplica, hasReplica, seesEveryCommit } from '#db/database.server.ts'
import { cut, type CutPage } from './holes.server.ts'
import type { Visit } from './visit.server.ts'

const [compress, zip] = [promisify(brotliCompress), promisify(gzip)]
const staleAfter = 1_000
const oldAfter = 60_000
const mostBytes = 32 * 2 ** 20

export type Rendered = { status: number; headers: Headers; body: string }
export type Encoding = 'br' | 'gzip' | 'identity'
/** A page kept for everybody, cut at its holes. `forms` are what a guest without a notice gets. */
export type Kept = {
  status: number
  headers: Headers
  page: CutPage
  forms: { identity: Buffer } & Partial<Record<Encoding, Buffer>>
  etag: string
  /** When nothing newer than this page was there. */
  validAt: number
  startedAt: number
  commit: number
  /** A replica may have read it, a little behind: not for whoever has just written. */
  behind: boolean
}

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN } = constants
const brotliOf = (quality: number) => ({
  params: { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_LGWIN]: 18 },
})
const [worthKeeping, once] = [brotliOf(4), brotliOf(1)]

/**
 * A page that is sent once, in this encoding: a quarter of the time of one that is kept, 14 % more
 * bytes. At once, because handing a third of a millisecond to another thread costs more than that.
 */
export function packedOnce(body: Buffer, encoding: Encoding) {
  if (encoding === 'br') return brotliCompressSync(body, once)
  return encoding === 'gzip' ? gzipSync(body, { level: 1 }) : body
}

const etagOf = (body: Buffer) => `"${createHash('sha1').update(body).digest('base64url')}"`

function isFresh(kept: Kept, wroteAt: number) {
  const moment = Date.now()
  if (moment - kept.startedAt > oldAfter || (kept.behind && wroteAt > 0)) return false
  const isValid = () => moment - kept.validAt < staleAfter && kept.validAt > wroteAt
  if (isValid()) return true
  if (seesEveryCommit && kept.commit === commits()) kept.validAt = moment
  return isValid()
}

/** What a page is kept under: who may share it, and its address as `readingAddress` writes it. */
export const pageKey = ({ locale, theme }: Pick<Visit, 'locale' | 'theme'>, address: string) =>
  `${locale} ${theme} ${address}`

/** The page of `key` when one lies ready that is fresh enough. */
export function freshPage(key: string, wroteAt: number) {
  const known = pages.get(key)
  if (!known || !isFresh(known, wroteAt)) return undefined
  cacheCounts.hits++
  return known
}

/** How many pages were served as they lay ready, and how many had to be rendered. */
export const cacheCounts = { hits: 0, renders: 0 }

const pages = new Map<string, Kept>()
const making = new Map<string, Promise<Kept>>()
let bytes = 0

// The bytes, the compressed forms, the bytes they came from, and every case of its holes.
const weightOf = (kept: Kept) => kept.forms.identity.length * 4

function forget(key: string) {
  const old = pages.get(key)
  if (old) bytes -= weightOf(old)
  pages.delete(key)
}

function keep(key: string, kept: Kept) {
  forget(key)
  pages.set(key, kept)
  bytes += weightOf(kept)
  while (bytes > mostBytes) forget(pages.keys().next().value!)
}

/**
 * The page of `key`, made by `make` when there is none fresh enough. Never older than one second
 * once something was committed, and never from before `wroteAt`. Callers that wait together share
 * one making. Pages that are not 200 are handed on, not kept.
 */
export async function cachedPage(
  key: string,
  wroteAt: number,
  guestBody: (page: CutPage) => Promise<Buffer>,
  make: () => Promise<Rendered>,
): Promise<Kept> {
  const known = freshPage(key, wroteAt)
  if (known) return known
  const underway = making.get(key)
  if (underway) {
    const shared = await underway
    if (isFresh(shared, wroteAt)) return shared
  }
  const one = made(wroteAt > 0 ? make : () => fromReplica(make), guestBody).finally(() =>
    making.delete(key),
  )
  making.set(key, one)
  const kept = await one
  kept.behind = hasReplica && !(wroteAt > 0)
  if (kept.status === 200) keep(key, kept)
  return kept
}

async function made(
  make: () => Promise<Rendered>,
  guestBody: (page: CutPage) => Promise<Buffer>,
): Promise<Kept> {
  cacheCounts.renders++
  const [startedAt, commit] = [Date.now(), commits()]
  const { status, headers, body } = await make()
  const page = cut(body)
  const identity = await guestBody(page)
  const times = { validAt: startedAt, startedAt, commit }
  const forms = { identity }
  return { status, headers, page, forms, etag: etagOf(identity), ...times, behind: false }
}

/** The kept page in this encoding, made when somebody first wants it. */
export async function formOf({ forms }: Kept, encoding: Encoding): Promise<Buffer> {
  forms[encoding] ??= await (encoding === 'br'
    ? compress(forms.identity, worthKeeping)
    : zip(forms.identity))
  return forms[encoding]
}
