import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { resources } from './resources.ts'

type Locale = keyof typeof resources

function speaker(lng: Locale): i18n {
  const speaks = i18next.createInstance()
  void speaks.use(initReactI18next).init({
    lng,
    fallbackLng: false,
    resources: { [lng]: resources[lng] },
    ns: Object.keys(resources[lng]),
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    initImmediate: false,
    returnNull: false,
  })
  remember(speaks)
  return speaks
}

const given = new Set(['lng', 'lngs', 'ns', 'keyPrefix'])

/** Words with nothing to fill in are looked up once, not for every card of every page. */
function remember(speaks: i18n) {
  const look = speaks.t as (key: string, options?: Record<string, unknown>) => string
  const known = new Map<string, string>()
  speaks.t = ((key: string, options: Record<string, unknown> = {}) => {
    for (const name in options) if (!given.has(name)) return look(key, options)
    const all = `${options.lng ?? ''} ${String(options.ns)} ${key}`
    const remembered = known.get(all)
    if (remembered !== undefined) return remembered
    const words = look(key, options)
    // A key that is none may come from outside: those are without number.
    if (speaks.exists(key, options)) known.set(all, words)
    return words
  }) as typeof speaks.t
}

/** One speaker a language, made once: rendering never waits for words. */
export const speakers: Record<Locale, i18n> = { it: speaker('it'), en: speaker('en') }
