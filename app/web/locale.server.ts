import { RemixI18Next } from 'remix-i18next/server'
import type { Locale, Theme } from './visit.server.ts'

const detector = new RemixI18Next({
  detection: { supportedLanguages: ['it', 'en'], fallbackLanguage: 'it', order: ['header'] },
  i18next: {},
})

export const isLocale = (text: unknown): text is Locale => text === 'it' || text === 'en'
export const isTheme = (text: unknown): text is Theme =>
  text === 'auto' || text === 'light' || text === 'dark'

/** The theme of a cookie, if it names one; else `chosen`. */
export const themeOf = (cookie: string | undefined, chosen: Theme = 'auto') =>
  isTheme(cookie) ? cookie : chosen

const mostHeard = 1_000
const heard = new Map<string, Locale>()

/** The language of a guest, if it can be told without reading what their browser asks for anew. */
export const knownLocale = (cookie: string | undefined, accepts = '') =>
  isLocale(cookie) ? cookie : heard.get(accepts)

/** The reader's language: their setting, then their cookie, then what the browser asks for. */
export async function localeOf(
  chosen: Locale | null | undefined,
  cookie: string | undefined,
  accepts: string | undefined,
) {
  if (chosen) return chosen
  const known = knownLocale(cookie, accepts)
  if (known) return known
  const headers = new Headers(accepts ? { 'Accept-Language': accepts } : {})
  const locale = (await detector.getLocale(new Request('http://local', { headers }))) as Locale
  if (heard.size >= mostHeard) heard.clear()
  if ((accepts ?? '').length < 200) heard.set(accepts ?? '', locale)
  return locale
}
