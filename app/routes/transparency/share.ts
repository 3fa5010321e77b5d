import { useTranslation } from 'react-i18next'

const formats = new Map<string, Intl.NumberFormat>()

/** How a part of a whole, from 0 to 1, reads in the page's language; never rounded up to all of it. */
export function useShare() {
  const { i18n } = useTranslation()
  const locale = i18n.language === 'en' ? 'en-GB' : i18n.language
  const format =
    formats.get(locale) ??
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  formats.set(locale, format)
  return (share: number) =>
    format.format(share < 1 ? Math.min(share, 0.99) : 1).replace(/(\d)\s*%/, '$1\u00a0%')
}
