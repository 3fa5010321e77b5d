import { stemOf, tellingWords } from '../ideas/idea-search.rules.ts'
import { folded, formsOf, wordsOf } from '../ideas/words.rules.ts'

const shortestTypo = 4
const mostSought = 12
const weights = { title: 6, body: 1 }
const certainty = { whole: 1, begins: 0.7, typo: 0.5 }

/** What a search looks in: its titles, and `words` of all its text, folded and stemmed. */
export type Text = { titleIt: string; titleEn: string; words: string }

/** The folded words of both languages with their stems, each once: what `words` holds. */
export const searchedWords = (...texts: string[]) =>
  [...new Set(texts.flatMap(wordsOf).flatMap((word) => formsOf(word.slice(0, 40))))].join(' ')

/** The words to look for in what somebody typed, the telling ones; of a whole text, the first few. */
export function soughtIn(typed: string) {
  const telling = tellingWords(typed)
  const words = telling.length ? telling : [...new Set(wordsOf(folded(typed)))]
  return words.slice(0, mostSought)
}

/**
 * How well an article answers: the share of the words found in it, those in the title counting six
 * times those in the text; a beginning counts less than a word, and what is one slip away still less.
 * `hits` is how many of the words were found.
 */
export function fitOf({ titleIt, titleEn, words }: Text, sought: string[]) {
  const title = new Set(wordsOf(`${titleIt} ${titleEn}`).flatMap(formsOf))
  const body = new Set(words.split(' '))
  let score = 0
  let hits = 0
  for (const word of sought) {
    const [inTitle, inBody] = [certaintyIn(title, word), certaintyIn(body, word)]
    if (inTitle || inBody) hits++
    score += weights.title * inTitle + weights.body * inBody
  }
  return { score, hits }
}

function certaintyIn(words: Set<string>, word: string) {
  const forms = formsOf(word)
  if (forms.some((form) => words.has(form))) return certainty.whole
  const all = [...words]
  if (word.length >= 3 && all.some((one) => one.startsWith(word))) return certainty.begins
  const stem = stemOf(word)
  if (stem.length < shortestTypo) return 0
  return all.some((one) => isSlip(one, word) || isSlip(one, stem)) ? certainty.typo : 0
}

/** Whether two words are one slip apart: a letter too many, too few, wrong, or two in turn. */
export function isSlip(one: string, other: string) {
  if (Math.min(one.length, other.length) < shortestTypo) return false
  let from = 0
  while (from < one.length && one[from] === other[from]) from++
  const [rest, others] = [one.slice(from), other.slice(from)]
  const isOneOff = rest.slice(1) === others || rest === others.slice(1)
  return isOneOff || rest.slice(1) === others.slice(1) || areInTurn(rest, others)
}

const areInTurn = (one: string, other: string) =>
  one[0] === other[1] && one[1] === other[0] && one.slice(2) === other.slice(2)
