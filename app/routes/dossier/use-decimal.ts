import { useTranslation } from 'react-i18next'

/** A score as the page's language writes it, to one decimal. */
export function useDecimal() {
  const { i18n } = useTranslation()
  const format = new Intl.NumberFormat(i18n.language === 'it' ? 'it-IT' : 'en-GB', {
    maximumFractionDigits: 1,
  })
  return (value: number) => format.format(value)
}
