import { useTranslation } from 'react-i18next'

const regions: Record<string, string> = { en: 'en-GB', it: 'it-IT' }
const formats = new Map<string, Intl.NumberFormat>()

function euros(language: string) {
  const options = { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 } as const
  const format = new Intl.NumberFormat(regions[language] ?? language, {
    ...options,
    useGrouping: 'always',
  })
  const known = formats.get(language) ?? format
  formats.set(language, known)
  return known
}

/** How ranges of whole euros and of weeks read in the page's language. */
export function useRanges() {
  const { t, i18n } = useTranslation('dossiers')
  const format = euros(i18n.language)
  return {
    money: (from: number, to: number) =>
      from === to ? format.format(from) : format.formatRange(from, to),
    weeks: (from: number, to: number) =>
      from === to ? t('box.weeks', { count: to }) : t('box.weeksRange', { from, to }),
  }
}
