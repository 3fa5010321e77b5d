import { createReadableStreamFromReadable } from '@remix-run/node'
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'
import { readOnly, unavailability } from '#db/database.server.ts'
import { findSession, findVisitor } from '#app/domain/identity/session.server.ts'
import { cookie, cookiesOf, noCookie, noticeIn } from './cookie.server.ts'
import { env } from './env.server.ts'
import { fieldsOf } from './form.server.ts'
import { type Build, handlerOf } from './handler.server.ts'
import { htmlOf } from './drawn.server.ts'
import { cut, fill, type Filler } from './holes.server.ts'
import { localeOf, themeOf } from './locale.server.ts'
import { cachedPage, pageKey, type Rendered } from './page-cache.server.ts'
import { readingAddress } from './reading-pages.ts'
import { atMost } from './queue.server.ts'
import { resendPage } from './resend-page.server.ts'
import { sendBare, sendHtml, sendPlain } from './send.server.ts'
import type { Visit } from './visit.server.ts'

type Render = (request: Request, visit: Visit) => Promise<Response>
type Asked = { req: ExpressRequest; res: ExpressResponse; url: URL; visit: Visit }

/** Serves every page of the Remix build: reading pages from the cache, the rest for each visit. */
export function pages(build: Build, fillers: Record<string, Filler>, mode: string) {
  const handle = handlerOf(build, mode)
  const answered: Render = async (request, visit) => {
    const answer = await handle(request, { visit })
    if (visit.unavailable) throw visit.unavailable
    return answer
  }
  // Searches and narrowed lists, however many, leave room for whoever wants a page as it is.
  const asking = atMost(2)
  const render: Render = (request, visit) =>
    request.method === 'GET' && request.url.includes('?')
      ? asking(() => answered(request, visit))
      : answered(request, visit)

  return async (req: ExpressRequest, res: ExpressResponse) => {
    const url = new URL(req.originalUrl, env.publicUrl)
    const visit = await visitOf(req, render)
    const asked = { req, res, url, visit }
    const address = req.method === 'GET' || req.method === 'HEAD' ? readingAddress(url) : undefined
    if (address !== undefined && (await sendKept(asked, address, render, fillers))) return
    const request = requestOf(req, url)
    const answer = await render(request, visit).catch((error) => unkept(error, request, visit))
    // A body that grew too large was answered already, while it was read.
    if (!res.headersSent) await sendPersonal(asked, answer, fillers)
  }
}

/** A form that found nobody to take it: the reader gets it back, to send it again. */
async function unkept(error: unknown, request: Request, { locale }: Visit) {
  if (request.method !== 'POST' || !unavailability(error)) throw error
  return resendPage(locale, new URL(request.url).pathname, await fieldsOf(request))
}

async function visitOf(req: ExpressRequest, render: Render): Promise<Visit> {
  const cookies = cookiesOf(req.headers.cookie)
  const token = cookies('session')
  const { viewer, shutOut } = token ? await findVisitor(token) : {}
  const chosen = viewer ?? shutOut
  const visit: Visit = {
    id: req.res?.locals.id as string | undefined,
    viewer,
    shutOut,
    token: viewer && token,
    locale: await localeOf(chosen?.locale, cookies('locale'), req.headers['accept-language']),
    theme: themeOf(cookies('theme'), chosen?.theme),
    ...senderOf(req),
    reading: false,
    replay: (path, fields, key) => replay(visit, render, { path, fields, key }),
  }
  return visit
}

const senderOf = ({ ip = '', headers: { 'user-agent': agent = '' } }: ExpressRequest) => ({
  address: ip,
  agent: agent.slice(0, 200),
})

type Act = { path: string; fields: [string, string][]; key: string }

async function replay(visit: Visit, render: Render, { path, fields, key }: Act) {
  const request = new Request(new URL(path, env.publicUrl), {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Cookie: cookie('session', key, 60) },
  })
  const answer = await render(request, { ...visit, token: key, viewer: await findSession(key) })
  const location = answer.headers.get('Location')
  return location && answer.status < 400
    ? { to: location, done: true, notice: noticeIn(answer) }
    : { to: path.replace(/\/(?!new$)[a-z]+$/, ''), done: answer.status < 400 }
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
  const guest: Visit = {
    ...visit,
    viewer: undefined,
    shutOut: undefined,
    token: undefined,
    reading: true,
  }
  const kept = await cachedPage(
    pageKey(visit, address),
    Number(cookies('wrote') ?? 0),
    (page) => fill(page, guest, fillers),
    () => renderedFor(guest, address, render),
  )
  const notice = cookies('notice')
  if (visit.viewer && kept.status !== 200) return false
  if (!visit.viewer && !notice && !readOnly()) await sendPlain(req, res, kept)
  else {
    res.append('Set-Cookie', noCookie('notice'))
    sendHtml(req, res, kept, await fill(kept.page, visit, fillers, notice))
  }
  return true
}

async function renderedFor(guest: Visit, address: string, render: Render): Promise<Rendered> {
  const answer = await render(new Request(new URL(address, env.publicUrl)), guest)
  const body = htmlOf(answer) ?? (await answer.text())
  return { status: answer.status, headers: answer.headers, body }
}

async function sendPersonal(
  { req, res, url, visit }: Asked,
  answer: Response,
  fillers: Record<string, Filler>,
) {
  const html = htmlOf(answer)
  if (html !== undefined) {
    const refused = answer.status === 503
    const notice = refused ? 'not-kept' : cookiesOf(req.headers.cookie)('notice')
    if (refused) res.setHeader('Retry-After', '5')
    else if (notice) res.append('Set-Cookie', noCookie('notice'))
    const body = await fill(cut(html), visit, fillers, notice)
    return sendHtml(req, res, answer, body)
  }
  await sendBare({ req, res, url }, answer)
}
