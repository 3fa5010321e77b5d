import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { commits, seesEveryCommit } from '#db/database.server.ts'
import { cut, type CutPage } from './holes.server.ts'

const compress = promisify(brotliCompress)
const staleAfter = 1_000
const oldAfter = 60_000
const mostBytes = 96 * 2 ** 20

export type Rendered = { status: number; headers: Headers; body: string }
/** A page kept for everybody, cut at its holes. `plain` is what a guest without a notice sees. */
export type Kept = {
  status: number
  headers: Headers
  page: CutPage
  plain: Buffer
  brotli?: Buffer
  etag: string
  startedAt: number
  commit: number
}

/** A kept page is worth quality 4; one that is sent once gets 2: a third of the time, 6 % more bytes. */
export const brotli = (body: string | Buffer, quality: 2 | 4) =>
  compress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })

const etagOf = (body: Buffer) => `"${createHash('sha1').update(body).digest('base64url')}"`

function isFresh(kept: Kept, wroteAt: number) {
  const age = Date.now() - kept.startedAt
  if (age > oldAfter) return false
  if (seesEveryCommit && kept.commit === commits()) return true
  return age < staleAfter && kept.startedAt >= wroteAt
}

const pages = new Map<string, Kept>()
const making = new Map<string, Promise<Kept>>()
let bytes = 0

function forget(key: string) {
  const old = pages.get(key)
  if (old) bytes -= old.plain.length * 2
  pages.delete(key)
}

function keep(key: string, kept: Kept) {
  forget(key)
  pages.set(key, kept)
  bytes += kept.plain.length * 2
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
  guestBody: (page: CutPage) => Promise<string>,
  make: () => Promise<Rendered>,
): Promise<Kept> {
  const known = pages.get(key)
  if (known && isFresh(known, wroteAt)) return known
  const underway = making.get(key)
  if (underway) {
    const shared = await underway
    if (isFresh(shared, wroteAt)) return shared
  }
  const one = made(make, guestBody).finally(() => making.delete(key))
  making.set(key, one)
  const kept = await one
  if (kept.status === 200) keep(key, kept)
  return kept
}

async function made(
  make: () => Promise<Rendered>,
  guestBody: (page: CutPage) => Promise<string>,
): Promise<Kept> {
  const [startedAt, commit] = [Date.now(), commits()]
  const { status, headers, body } = await make()
  const page = cut(body)
  const plain = Buffer.from(await guestBody(page))
  return { status, headers, page, plain, etag: etagOf(plain), startedAt, commit }
}

/** The kept page's brotli form, made when somebody first wants it. */
export async function brotliOf(kept: Kept) {
  kept.brotli ??= await brotli(kept.plain, 4)
  return kept.brotli
}
