import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'
import { type Encoding, formOf, type Kept, packedOnce } from './page-cache.server.ts'
import { type Fault, plainPage } from './plain-page.server.ts'
import { encodingFor, sendReady } from './ready-page.server.ts'

const personal = 'private, no-store'
const skipped = new Set(['content-length', 'cache-control', 'set-cookie'])

function copyHeaders(res: ExpressResponse, headers: Headers) {
  for (const [name, value] of headers) if (!skipped.has(name)) res.setHeader(name, value)
  for (const value of headers.getSetCookie()) res.append('Set-Cookie', value)
}

function endAs(encoding: Encoding, res: ExpressResponse, body: Buffer) {
  res.setHeader('Vary', 'Cookie, Accept-Language, Accept-Encoding')
  if (encoding !== 'identity') res.setHeader('Content-Encoding', encoding)
  res.end(body)
}

/** Sends a page as it is kept, the same for every guest. */
export async function sendPlain(req: ExpressRequest, res: ExpressResponse, kept: Kept) {
  const encoding = encodingFor(req.headers['accept-encoding'])
  const form = await formOf(kept, encoding)
  if (kept.status === 200) return sendReady(req, res, kept, form)
  copyHeaders(res, kept.headers)
  res.status(kept.status).setHeader('Cache-Control', 'no-store')
  endAs(encoding, res, form)
}

/** Sends a page that was filled for one reader. */
export function sendHtml(
  req: ExpressRequest,
  res: ExpressResponse,
  from: { status: number; headers: Headers },
  body: Buffer,
) {
  copyHeaders(res, from.headers)
  res.status(from.status).setHeader('Cache-Control', personal)
  const encoding = encodingFor(req.headers['accept-encoding'])
  endAs(encoding, res, packedOnce(body, encoding))
}

const isFault = (status: number): status is Fault => [400, 403, 404, 405, 413, 500].includes(status)

type Bare = { req: ExpressRequest; res: ExpressResponse; url: URL }

/** What is no page: an image, a feed, a redirect, a word for a script. A fault is told as a page. */
export async function sendBare({ req, res, url }: Bare, answer: Response) {
  if (isFault(answer.status) && !url.searchParams.has('_data'))
    return plainPage(req, res, answer.status, answer.status === 500 ? { id: res.locals.id } : {})
  copyHeaders(res, answer.headers)
  res
    .status(answer.status)
    .setHeader('Cache-Control', answer.headers.get('Cache-Control') ?? personal)
  res.end(answer.body ? Buffer.from(await answer.arrayBuffer()) : undefined)
}
