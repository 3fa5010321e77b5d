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
  return speaks
}

/** One speaker a language, made once: rendering never waits for words. */
export const speakers: Record<Locale, i18n> = { it: speaker('it'), en: speaker('en') }
