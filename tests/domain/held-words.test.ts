import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patternOf, WordList } from '#app/domain/moderation/word.rules.ts'

const listOf = (...words: string[]) =>
  new WordList(words.map((word) => ({ word, pattern: patternOf(word), severity: 2 })))
const foundIn = (text: string, ...words: string[]) =>
  listOf(...words)
    .in(text)
    .map(({ word }) => word)

test.each([
  ['as it is', 'che bacata idea'],
  ['in capitals', 'che BACATA idea'],
  ['with accents', 'che bàcätá idea'],
  ['with digits and marks for letters', 'che b4c@7a idea'],
  ['with letters repeated', 'che baaacataaaa idea'],
  ['with every letter twice', 'che bbaaccaattaa idea'],
  ['set apart by blanks', 'che b a c a t a idea'],
  ['set apart by blanks, after a word of one letter', 'è b a c a t a'],
  ['set apart by dots', 'che b.a.c.a.t.a idea'],
  ['tied by hyphens', 'che ba-ca-ta idea'],
  ['covered', 'che b*c*ta idea'],
  ['emphasised', 'che **bacata** idea'],
  ['with letters of another alphabet', 'che bасаta idea'],
  ['with marks that cannot be seen', 'che ba\u200Bca\u00ADta idea'],
  ['called like a member', '@bacata'],
  ['before a stop', 'bacata!!!'],
])('a word of the list is found %s', (_, text) => {
  expect(foundIn(text, 'bacata')).toEqual(['bacata'])
})

test.each([
  [
    'within another word',
    'Scunthorpe, classico, cassa, analisi, penetrare',
    ['cunt', 'ass', 'ano', 'pene'],
  ],
  ['where a double letter makes another word', 'penne, anno, palla', ['pene', 'ano', 'pala']],
  ['in numbers and codes', '1337 e A55 e 455', ['ass', 'leet']],
  ['across words', 'con te sto bene', ['contesto']],
  ['in initials', 'e/o, p. es. a b', ['ao', 'pes']],
])('a word is not found %s', (_, text, words) => {
  expect(foundIn(text, ...words)).toEqual([])
})

test('a star stands for any ending, and a phrase for words that follow each other', () => {
  const find = (text: string) => foundIn(text, 'sciocc*', 'faccia tosta')
  expect(find('Che sciocchezza, sciocco')).toEqual(['sciocc*'])
  expect(find('Hai una f4cci4  T-O-S-T-A')).toEqual([])
  expect(find('Hai una f4cci4  TOSTA')).toEqual(['faccia tosta'])
  expect(find('La faccia era tosta')).toEqual([])
})

test('of several the gravest comes first, each once', () => {
  const list = new WordList([
    { word: 'mild', pattern: 'mild', severity: 1 },
    { word: 'grave', pattern: 'grave', severity: 5 },
  ])
  expect(list.in('mild mild grave')).toEqual([
    { word: 'grave', severity: 5 },
    { word: 'mild', severity: 1 },
  ])
})

const letter = fc.constantFrom(...'abcdefghmnopqruvz')
const word = fc.array(letter, { minLength: 4, maxLength: 12 }).map((all) => all.join(''))

test('however a word is disguised, it is found, and never in the middle of another', () => {
  const leet: Record<string, string> = { a: '4', e: '3', o: '0', b: '8', g: '9', z: '2' }
  const disguises = [
    (text: string) => text.toUpperCase(),
    (text: string) => [...text].map((one) => leet[one] ?? one).join(''),
    (text: string) => [...text].map((one) => `${one}\u0301`).join(''),
    (text: string) => [...text].join(' '),
    (text: string) => [...text].join('.'),
    (text: string) => text.replace(/(.)$/, '$1$1$1$1'),
  ]
  fc.assert(
    fc.property(word, fc.constantFrom(...disguises), (held, disguise) => {
      const hidden = disguise(held)
      // A word that is digits alone is a number.
      fc.pre(/\p{L}/u.test(hidden))
      expect(foundIn(`prima, ${hidden}; dopo`, held)).toEqual([held])
      expect(foundIn(`prima x${held}x dopo`, held)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('no text takes long, whatever is in it', () => {
  const list = listOf('ililililil', 'lilililili', 'aaaa*', 'a b c d')
  const marks = fc.constantFrom('1', 'l', 'i', 'a', 'A', '*', '@', ' ', '.', '-', '|', '4')
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 30 }), (piece) => {
      const start = performance.now()
      list.in(piece.join('').repeat(1_000).slice(0, 8_000))
      expect(performance.now() - start).toBeLessThan(3_000)
    }),
    { numRuns: 25 },
  )
})
