import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as italian } from '@orama/stemmers/italian'

const longestWord = 40
const mostWords = 4_000

/** Text without accents, case or typographic disguise; the same on every database. */
export const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’ʼ‘`]/g, "'")
    .toLowerCase()

/** The words of a text, folded; an elision (`dell'idea`) is two words. */
export const wordsOf = (text: string) =>
  folded(text.slice(0, 60_000)).match(/[\p{L}\p{N}]+/gu) ?? []

const mostRemembered = 20_000
const remembered = new Map<string, string[]>()

/** A word as it is indexed and asked for: itself and its Italian and English stems, each once. */
export function formsOf(word: string) {
  const known = remembered.get(word)
  if (known) return known
  const forms = [...new Set([word, italian(word), english(word)])].filter((form) => form.length > 0)
  if (remembered.size >= mostRemembered) remembered.clear()
  if (word.length <= longestWord) remembered.set(word, forms)
  return forms
}

/** What the index stores for a text: every word with its stems, apart by blanks. */
export const indexed = (text: string) =>
  wordsOf(text)
    .slice(0, mostWords)
    .flatMap((word) => formsOf(word.slice(0, longestWord)))
    .join(' ')
