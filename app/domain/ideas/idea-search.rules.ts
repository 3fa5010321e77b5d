import type { Term, Wanted } from '#db/search.server.ts'
import type { Sought } from './excerpt.rules.ts'
import { folded, formsOf, indexed, wordsOf } from './words.rules.ts'

const longestQuery = 200
const mostWords = 12
const shortestPrefix = 3
const longestWord = 40

/** Words that say nothing of what an idea is about, Italian and English, folded. */
const common = new Set(
  `a ad ai al alla alle allo agli anche che chi ci come con cosa cui da dai dal dalla dalle dallo
  degli dei del della delle dello di e ed fra gli ha hanno ho i il in io l la le lo ma mi ne negli
  nei nel nella nelle nello noi non o per piu perche puo quando quello questa queste questi questo
  se si sia sono su sugli sui sul sulla sulle sullo tra tu tutte tutti un una uno vi voi vorrei
  the an and are as at be but by can for from have how i if is it its me my not of on or our so
  that their they this to was we what when which will with would you your idea idee ideas`.split(
    /\s+/,
  ),
)

/** What somebody looks for: the wish for the index, and the words to mark in what was found. */
export type Search = { wanted: Wanted; sought: Sought }

const eachOnce = (text: string) =>
  [...new Set(wordsOf(text))].map((word) => word.slice(0, longestWord))

/** The words of a text that say what it is about, folded, each once; there may be none. */
export const tellingWords = (text: string) =>
  eachOnce(text).filter((word) => !common.has(word) && word.length > 1)

const oneOf = (word: string, isLast: boolean) => ({
  forms: formsOf(word),
  ...(isLast || word.length >= shortestPrefix ? { prefix: word } : {}),
})

/**
 * Reads what was typed into the search field: words, and phrases in quotes. All of it is wanted;
 * whatever else it holds is no syntax. `undefined` when no word is in it.
 */
export function searchOf(typed: string): Search | undefined {
  const text = folded(typed.slice(0, longestQuery)).replace(/[“”«»]/g, '"')
  const phrases = [...text.matchAll(/"([^"]+)"/g)].map((found) => wordsOf(found[1]!))
  const loose = text.replace(/"[^"]+"/g, ' ')
  const telling = tellingWords(loose)
  // Whoever looks for "chi siamo" alone means just that.
  const words = (telling.length ? telling : eachOnce(loose)).slice(0, mostWords)
  const rows = phrases.filter((row) => row.length).slice(0, mostWords)
  const terms = [
    ...rows.map((row) => ({ phrase: indexed(row.join(' ')).split(' ') })),
    ...words.map((word, i) => oneOf(word, i === words.length - 1)),
  ]
  if (!terms.length) return undefined
  const prefixes = words.filter((word) => word.length >= shortestPrefix)
  const forms = new Set([...rows.flat(), ...words].flatMap(formsOf))
  return { wanted: { terms, joined: 'and' }, sought: { forms, prefixes } }
}

/** Whether a text holds all of `terms`: what the index says of public ideas, for those not in it. */
export function holdsAll(terms: Term[], text: string) {
  const words = wordsOf(text)
  const forms = new Set(words.flatMap(formsOf))
  const row = ` ${indexed(text)} `
  return terms.every((term) => {
    if ('phrase' in term) return row.includes(` ${term.phrase.join(' ')} `)
    const { prefix } = term
    return (
      term.forms.some((form) => forms.has(form)) ||
      (!!prefix && words.some((word) => word.startsWith(prefix)))
    )
  })
}

/** The telling words of `text`, each as something to look for, the longest (and so rarest) first. */
export function likeness(text: string): { words: string[]; terms: Term[] } | undefined {
  const words = tellingWords(text)
    .sort((one, other) => other.length - one.length)
    .slice(0, mostWords)
  if (!words.length) return undefined
  return { words, terms: words.map((word) => ({ forms: formsOf(word) })) }
}

/** The form of a word that it shares with the most others: the shortest. */
export const stemOf = (word: string) =>
  formsOf(word).reduce((one, other) => (other.length < one.length ? other : one))

/** How many of `words` occur in `text`, in any of their forms. */
export function sharedWords(words: string[], text: string) {
  const there = new Set(wordsOf(text).flatMap(formsOf))
  return words.filter((word) => formsOf(word).some((form) => there.has(form))).length
}
