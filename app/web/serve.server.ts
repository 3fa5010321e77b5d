import { createReadableStreamFromReadable, createRequestHandler } from '@remix-run/node'
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'
import { findSession } from '#app/domain/identity/session.server.ts'
import { cookie, cookiesOf, noCookie } from './cookie.server.ts'
import { env } from './env.server.ts'
import { cut, fill, type Filler } from './holes.server.ts'
import { isTheme, localeOf } from './locale.server.ts'
import { brotli, brotliOf, cachedPage, type Kept, type Rendered } from './page-cache.server.ts'
import { type Fault, plainPage } from './plain-page.server.ts'
import { readingAddress } from './reading-pages.ts'
import type { Theme, Visit } from './visit.server.ts'

type Render = (request: Request, visit: Visit) => Promise<Response>
type Asked = { req: ExpressRequest; res: ExpressResponse; url: URL; visit: Visit }

const clearedAtOnce = 'private, no-store'

/** Serves every page of the Remix build: reading pages from the cache, the rest for each visit. */
export function pages(
  build: Parameters<typeof createRequestHandler>[0],
  fillers: Record<string, Filler>,
  mode: string,
) {
  const handle = createRequestHandler(build, mode)
  const render: Render = (request, visit) => handle(request, { visit })

  return async (req: ExpressRequest, res: ExpressResponse) => {
    const url = new URL(req.originalUrl, env.publicUrl)
    const visit = await visitOf(req, render)
    const asked = { req, res, url, visit }
    const address = req.method === 'GET' || req.method === 'HEAD' ? readingAddress(url) : undefined
    if (address !== undefined && (await sendKept(asked, address, render, fillers))) return
    await sendPersonal(asked, await render(requestOf(req, url), visit), fillers)
  }
}

async function visitOf(req: ExpressRequest, render: Render): Promise<Visit> {
  const cookies = cookiesOf(req.headers.cookie)
  const token = cookies('session')
  const viewer = token ? await findSession(token) : undefined
  const visit: Visit = {
    viewer,
    token: viewer && token,
    locale: await localeOf(viewer?.locale, cookies('locale'), req.headers['accept-language']),
    theme: themeOf(cookies('theme'), viewer?.theme),
    address: req.ip ?? '',
    agent: (req.headers['user-agent'] ?? '').slice(0, 200),
    reading: false,
    replay: (path, fields, key) => replay(visit, render, { path, fields, key }),
  }
  return visit
}

const themeOf = (cookie: string | undefined, chosen: Theme = 'auto') =>
  isTheme(cookie) ? cookie : chosen

type Act = { path: string; fields: [string, string][]; key: string }

async function replay(visit: Visit, render: Render, { path, fields, key }: Act) {
  const request = new Request(new URL(path, env.publicUrl), {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Cookie: cookie('session', key, 60) },
  })
  const answer = await render(request, { ...visit, token: key, viewer: await findSession(key) })
  const location = answer.headers.get('Location')
  return location && answer.status < 400 ? location : path.replace(/\/(?!new$)[a-z]+$/, '')
}

/** The web request that Remix reads; its body is the one that was limited before. */
function requestOf(req: ExpressRequest, url: URL) {
  const gone = new AbortController()
  req.res?.on('close', () => gone.abort())
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers))
    if (!name.startsWith(':')) headers.set(name, [value].flat().join(', '))
  const body = ['GET', 'HEAD'].includes(req.method) ? null : createReadableStreamFromReadable(req)
  return new Request(url, {
    method: req.method,
    headers,
    body,
    signal: gone.signal,
    duplex: 'half',
  } as RequestInit)
}

async function sendKept(
  { req, res, visit }: Asked,
  address: string,
  render: Render,
  fillers: Record<string, Filler>,
) {
  const cookies = cookiesOf(req.headers.cookie)
  const guest: Visit = { ...visit, viewer: undefined, token: undefined, reading: true }
  const kept = await cachedPage(
    `${visit.locale} ${visit.theme} ${address}`,
    Number(cookies('wrote') ?? 0),
    (page) => fill(page, guest, fillers),
    () => renderedFor(guest, address, render),
  )
  const notice = cookies('notice')
  if (visit.viewer && kept.status !== 200) return false
  if (!visit.viewer && !notice) await sendPlain(req, res, kept)
  else {
    res.append('Set-Cookie', noCookie('notice'))
    await sendHtml(res, req, kept, await fill(kept.page, visit, fillers, notice))
  }
  return true
}

async function renderedFor(guest: Visit, address: string, render: Render): Promise<Rendered> {
  const answer = await render(new Request(new URL(address, env.publicUrl)), guest)
  const body = answer.body ? await answer.text() : ''
  return { status: answer.status, headers: answer.headers, body }
}

const skipped = new Set(['content-length', 'cache-control', 'set-cookie'])

function copyHeaders(res: ExpressResponse, headers: Headers) {
  for (const [name, value] of headers) if (!skipped.has(name)) res.setHeader(name, value)
  for (const value of headers.getSetCookie()) res.append('Set-Cookie', value)
}

async function sendPlain(req: ExpressRequest, res: ExpressResponse, kept: Kept) {
  copyHeaders(res, kept.headers)
  res.status(kept.status)
  res.setHeader('Vary', 'Cookie, Accept-Language, Accept-Encoding')
  res.setHeader(
    'Cache-Control',
    kept.status === 200 ? 'public, max-age=0, must-revalidate' : 'no-store',
  )
  if (kept.status === 200) res.setHeader('ETag', kept.etag)
  if (kept.status === 200 && req.headers['if-none-match'] === kept.etag)
    return void res.status(304).end()
  if (acceptsBrotli(req)) res.setHeader('Content-Encoding', 'br').end(await brotliOf(kept))
  else res.end(kept.plain)
}

async function sendHtml(
  res: ExpressResponse,
  req: ExpressRequest,
  from: { status: number; headers: Headers },
  body: string,
) {
  copyHeaders(res, from.headers)
  res.status(from.status).setHeader('Cache-Control', clearedAtOnce)
  res.setHeader('Vary', 'Cookie, Accept-Language, Accept-Encoding')
  if (acceptsBrotli(req)) res.setHeader('Content-Encoding', 'br').end(await brotli(body, 2))
  else res.end(body)
}

const acceptsBrotli = (req: ExpressRequest) =>
  /\bbr\b/.test(String(req.headers['accept-encoding'] ?? ''))

const isFault = (status: number): status is Fault => [400, 403, 404, 405, 413].includes(status)

async function sendPersonal(
  { req, res, url, visit }: Asked,
  answer: Response,
  fillers: Record<string, Filler>,
) {
  const isHtml = answer.headers.get('Content-Type')?.startsWith('text/html')
  if (isHtml && answer.body) {
    const notice = cookiesOf(req.headers.cookie)('notice')
    if (notice) res.append('Set-Cookie', noCookie('notice'))
    const body = await fill(cut(await answer.text()), visit, fillers, notice)
    return sendHtml(res, req, answer, body)
  }
  await sendBare({ req, res, url }, answer)
}

/** What is no page: an image, a feed, a redirect, a word for a script. A fault is told as a page. */
async function sendBare({ req, res, url }: Omit<Asked, 'visit'>, answer: Response) {
  if (isFault(answer.status) && !url.searchParams.has('_data'))
    return plainPage(req, res, answer.status)
  copyHeaders(res, answer.headers)
  res
    .status(answer.status)
    .setHeader('Cache-Control', answer.headers.get('Cache-Control') ?? clearedAtOnce)
  res.end(answer.body ? Buffer.from(await answer.arrayBuffer()) : undefined)
}
