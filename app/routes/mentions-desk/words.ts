import { useTranslation } from 'react-i18next'

/** Figures with one place at most, and languages by their names, as the page's language writes them. */
export function useWords() {
  const { i18n } = useTranslation()
  const tenths = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  const languages = new Intl.DisplayNames([i18n.language], { type: 'language', fallback: 'none' })
  return {
    tenth: (n: number) => tenths.format(n),
    language: (tag: string) => languages.of(tag),
  }
}
