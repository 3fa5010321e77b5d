import { useTranslation } from 'react-i18next'

/** Cents as money in the page's language. */
export function useMoney() {
  const { i18n } = useTranslation()
  const format = new Intl.NumberFormat(i18n.language === 'en' ? 'en-GB' : 'it-IT', {
    ...{ style: 'currency', currency: 'EUR', useGrouping: 'always' },
  })
  return (cents: number) => format.format(cents / 100)
}

/** A month (`2026-11`) as it is called in the page's language. */
export function useMonth() {
  const { i18n } = useTranslation()
  const format = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'it-IT', {
    ...{ month: 'long', year: 'numeric', timeZone: 'UTC' },
  } as const)
  return (month: string) => format.format(new Date(`${month}-15T12:00:00Z`))
}
