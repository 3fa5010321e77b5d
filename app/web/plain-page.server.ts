import type { Request, Response } from 'express'
import { speakers } from '#app/messages/i18n.ts'
import { cookiesOf } from './cookie.server.ts'
import { isLocale } from './locale.server.ts'
import type { Locale } from './visit.server.ts'

export type Fault = 400 | 403 | 404 | 405 | 413 | 421 | 429 | 500 | 503

/** An error page that needs nothing but words: for faults met before, or instead of, the rendering. */
export function plainPage(
  req: Request,
  res: Response,
  status: Fault,
  details: { n?: number; id?: string } = {},
) {
  const lng = localeFor(req)
  const t = speakers[lng].getFixedT(lng, 'errors')
  const { n = 1 } = details
  const [title, text] = [t(`title.${status}`), t(`text.${status}`, { count: n, n })]
  const reference = details.id ? `<p>${t('reference', { id: details.id })}</p>` : ''
  res.status(status).setHeader('Cache-Control', 'no-store')
  if (status === 503) res.setHeader('Retry-After', '5')
  const body = `<p>${text}</p>${reference}`
  res.type('html').send(plainHtml(lng, title, body))
}

/** A page of nothing but words, with the way to the board. */
export function plainHtml(lng: Locale, title: string, body: string) {
  const toBoard = speakers[lng].getFixedT(lng, 'errors')('toBoard')
  return `<!doctype html><html lang="${lng}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>
<style>:root{color-scheme:light dark}body{font:1.0625rem/1.55 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem}h1{font-family:Georgia,serif;font-weight:400}blockquote{margin:1.5rem 0;padding-inline-start:1rem;border-inline-start:4px solid}button{font:inherit;padding:.6rem 1.2rem}</style>
<main><h1>${title}</h1>${body}<p><a href="/ideas">${toBoard}</a></p></main></html>`
}

function localeFor(req: Request): Locale {
  const chosen = cookiesOf(req.headers.cookie)('locale')
  if (isLocale(chosen)) return chosen
  return /^\s*en\b/i.test(req.headers['accept-language'] ?? '') ? 'en' : 'it'
}
