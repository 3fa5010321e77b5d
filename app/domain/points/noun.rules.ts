import { type Noun } from '#app/domain/site/point-settings.rules.ts'

type Locale = 'it' | 'en'

/** The points' name in one language. */
export type NounIn = { one: string; many: string; icon: string }

/** The pictures of the sprite that a house may draw beside its points; the first is the usual one. */
export const pointIcons = [
  'wheat',
  'loaf',
  'croissant',
  'cookie',
  'cake-slice',
  'coffee',
  'apple',
  'cherry',
  'leaf',
  'sprout',
  'flower',
  'clover',
  'star',
  'heart',
  'sun',
  'gem',
  'award',
  'sparkles',
] as const

export type PointIcon = (typeof pointIcons)[number]

/** The picture beside the points; wheat where the settings name one that is no longer drawn. */
export const pointIconOf = (icon: string): PointIcon =>
  pointIcons.find((known) => known === icon) ?? 'wheat'

/** What the points are called in one language. */
export const nounIn = (noun: Noun, locale: Locale): NounIn => ({
  one: noun.one[locale],
  many: noun.many[locale],
  icon: noun.icon,
})

/** “1 chicco di grano”, “1.234 chicchi di grano”; the number and its noun stay on one line. */
export const pointsText = (n: number, noun: Noun, locale: Locale) =>
  countOf(n, nounIn(noun, locale), locale)

/** As `pointsText`, with the noun of a language that was chosen before. */
export const countOf = (n: number, noun: NounIn, locale: string) =>
  `${numberText(n, locale)}\u00a0${isOne(n) ? noun.one : noun.many}`

/** “+5 chicchi di grano”, “−1 chicco di grano”; nothing has no sign. */
export const signedPointsText = (n: number, noun: Noun, locale: Locale) => {
  const { one, many } = nounIn(noun, locale)
  return `${signedText(n, locale)}\u00a0${isOne(n) ? one : many}`
}

/** “1.234”, “1,234”: the number alone. A minus is a minus, not a hyphen. */
export const numberText = (n: number, locale: string) => format(n, locale, 'auto')

/** “+5”, “−5”, “0”. */
export const signedText = (n: number, locale: string) => format(n, locale, 'exceptZero')

/** The noun where a title or a label begins with it. */
export const capital = (word: string) => word.slice(0, 1).toLocaleUpperCase() + word.slice(1)

const isOne = (n: number) => Math.abs(n) === 1

const regions: Record<string, string> = { en: 'en-GB', it: 'it-IT' }
const formats = new Map<string, Intl.NumberFormat>()

function format(n: number, locale: string, signDisplay: 'auto' | 'exceptZero') {
  const key = `${locale} ${signDisplay}`
  // Italian leaves four digits ungrouped unless told.
  const options = { useGrouping: 'always', signDisplay } as const
  const known = formats.get(key) ?? new Intl.NumberFormat(regions[locale] ?? locale, options)
  formats.set(key, known)
  return known.format(n).replace('-', '\u2212')
}
