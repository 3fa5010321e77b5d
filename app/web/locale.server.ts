import { RemixI18Next } from 'remix-i18next/server'
import type { Locale, Theme } from './visit.server.ts'

const detector = new RemixI18Next({
  detection: { supportedLanguages: ['it', 'en'], fallbackLanguage: 'it', order: ['header'] },
  i18next: {},
})

export const isLocale = (text: unknown): text is Locale => text === 'it' || text === 'en'
export const isTheme = (text: unknown): text is Theme =>
  text === 'auto' || text === 'light' || text === 'dark'

/** The reader's language: their setting, then their cookie, then what the browser asks for. */
export async function localeOf(
  chosen: Locale | null | undefined,
  cookie: string | undefined,
  accepts: string | undefined,
) {
  if (chosen) return chosen
  if (isLocale(cookie)) return cookie
  const headers = new Headers(accepts ? { 'Accept-Language': accepts } : {})
  return (await detector.getLocale(new Request('http://local', { headers }))) as Locale
}
