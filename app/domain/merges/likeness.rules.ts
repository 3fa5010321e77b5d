import { tellingWords } from '../ideas/idea-search.rules.ts'
import { formsOf } from '../ideas/words.rules.ts'

type Text = { title: string; body: string }
type Word = { forms: string[]; weight: number }

const mostWords = 160
/** Below this, two ideas share no more than a language. */
export const leastLikeness = 30

const [ofTitles, ofTexts] = [0.6, 0.4]
const [shortest, longest] = [3, 9]

/** Long words are rare ones: that two texts share them says more. */
const wordOf = (word: string): Word => ({
  forms: formsOf(word),
  weight: Math.min(Math.max(word.length, shortest), longest),
})

const wordsIn = (text: string) => tellingWords(text).slice(0, mostWords).map(wordOf)

/** An idea's words, looked up once and compared with many. */
export const wordsOfIdea = ({ title, body }: Text) => ({
  title: wordsIn(title),
  text: wordsIn(`${title} ${body}`),
})

export type IdeaWords = ReturnType<typeof wordsOfIdea>

const weightOf = (words: Word[]) => words.reduce((sum, { weight }) => sum + weight, 0)

function sharedWeight(words: Word[], other: Word[]) {
  const there = new Set(other.flatMap(({ forms }) => forms))
  return weightOf(words.filter(({ forms }) => forms.some((form) => there.has(form))))
}

/** How much of the shorter of two texts is in the other, from 0 to 1. */
function overlap(one: Word[], other: Word[]) {
  const [short, long] = weightOf(one) <= weightOf(other) ? [one, other] : [other, one]
  const all = weightOf(short)
  return all ? sharedWeight(short, long) / all : 0
}

/** Twice what two texts share over all that they hold, from 0 to 1. */
function alike(one: Word[], other: Word[]) {
  const all = weightOf(one) + weightOf(other)
  return all ? (sharedWeight(one, other) + sharedWeight(other, one)) / all : 0
}

/**
 * How likely two ideas are to be the same, in whole percent: by the words that their titles share,
 * in any of their forms, and by how much of the shorter text is in the longer. A hint for people.
 */
export function likenessOf(one: IdeaWords, other: IdeaWords) {
  const titles = alike(one.title, other.title)
  const texts = overlap(one.text, other.text)
  return Math.round(100 * (ofTitles * titles + ofTexts * texts))
}
