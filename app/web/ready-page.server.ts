import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { readOnly } from '#db/database.server.ts'
import { cookiesOf } from './cookie.server.ts'
import { knownLocale, themeOf } from './locale.server.ts'
import { type Encoding, freshPage, type Kept, pageKey } from './page-cache.server.ts'
import { addressOf, isOurHost, securityHeaderList, takeView } from './protect.server.ts'

const notOurs = new Set(['content-length', 'cache-control', 'set-cookie'])
const heads = new WeakMap<Buffer, string[]>()

/** The headers of a kept page in one of its forms, name after value, made once. */
function headOf(kept: Kept, form: Buffer, encoding: Encoding) {
  const known = heads.get(form)
  if (known) return known
  const own = [...kept.headers].filter(([name]) => !notOurs.has(name))
  const head = [
    ...securityHeaderList.flat(),
    ...own.flat(),
    ...['Vary', 'Cookie, Accept-Language, Accept-Encoding'],
    ...['Cache-Control', 'public, max-age=0, must-revalidate'],
    ...['ETag', kept.etag],
    ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
  ]
  heads.set(form, head)
  return head
}

/** The best form for whoever sends this `Accept-Encoding`. */
export function encodingFor(accepts: string | string[] | undefined): Encoding {
  const said = String(accepts ?? '')
  const takes = (name: string) =>
    said.includes(name) && !new RegExp(`${name}\\s*;\\s*q=0(\\.0*)?\\s*(,|$)`).test(said)
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : 'identity'
}

/** Sends a kept page (a 200) in `form`, or says that the reader has it already. */
export function sendReady(req: IncomingMessage, res: ServerResponse, kept: Kept, form: Buffer) {
  const id = String(res.getHeader('X-Request-Id') ?? randomUUID())
  const head = headOf(kept, form, encodingFor(req.headers['accept-encoding']))
  if (req.headers['if-none-match'] === kept.etag)
    return void res.writeHead(304, [...head, 'X-Request-Id', id]).end()
  res.writeHead(200, [...head, 'Content-Length', String(form.length), 'X-Request-Id', id])
  res.end(form)
}

/** Whether a request only reads, from this site, and brings no body along. */
const isReading = ({ method, headers }: IncomingMessage) =>
  (method === 'GET' || method === 'HEAD') &&
  !headers['content-length'] &&
  !headers['transfer-encoding'] &&
  isOurHost(headers.host)

/** The page that lies ready for a guest who brings nothing personal along, if there is one. */
function readyFor({ url, headers }: IncomingMessage) {
  const cookies = cookiesOf(headers.cookie)
  if (cookies('session') || cookies('notice')) return undefined
  const locale = knownLocale(cookies('locale'), headers['accept-language'])
  const key = locale && pageKey({ locale, theme: themeOf(cookies('theme')) }, url!)
  const kept = key && freshPage(key, Number(cookies('wrote') || 0))
  if (!kept) return undefined
  const form = kept.forms[encodingFor(headers['accept-encoding'])]
  return form && { kept, form }
}

/**
 * Answers guests from the page cache, at the rate of the bytes; everybody else, and whoever asks too
 * often, is passed on. The cache knows only addresses written in one way, so nothing must be read
 * here to know that an address is one of them.
 */
export function readyFirst(pass: RequestListener): RequestListener {
  return (req, res) => {
    // While nothing can be written, every page carries a banner that is not in the kept one.
    const ready = !readOnly() && isReading(req) ? readyFor(req) : undefined
    if (!ready) return pass(req, res)
    takeView(addressOf(req)).then(
      () => sendReady(req, res, ready.kept, ready.form),
      () => pass(req, res),
    )
  }
}
