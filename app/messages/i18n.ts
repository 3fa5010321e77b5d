import i18next, { type i18n, type PostProcessorModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { withArticles } from './article.ts'
import { resources } from './resources.ts'

type Locale = keyof typeof resources

const articles: PostProcessorModule = {
  type: 'postProcessor',
  name: 'articles',
  process: (said: string, _key, values: Record<string, unknown>) => withArticles(said, values),
}

function speaker(lng: Locale): i18n {
  const speaks = i18next.createInstance()
  const postProcess = lng === 'it' ? [articles.name] : false
  void speaks
    .use(initReactI18next)
    .use(articles)
    .init({
      postProcess,
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
