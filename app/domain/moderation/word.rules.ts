import { covers, isLetter, marks, plain, shelfOf } from './letter.rules.ts'
import { type Token, tokensOf } from './token.rules.ts'

/** A word of the list as it is looked for: letters with how often each follows itself. */
type Run = { letter: string; times: number }
type Part = { runs: Run[]; isBeginning: boolean; letters: number }
type Held = { word: string; severity: number; parts: Part[] }
type Shelf = Map<string, Held[]>

export type Found = { word: string; severity: number }
export type Word = { word: string; pattern: string; severity: number }

/** After a beginning (`sciocc*`) a word may go on for so many letters. */
const longestEnding = 8
const joint = /[^\p{L}\p{N}*]+/u

/**
 * How a word of the list is kept and compared: small, without accents, single blanks; `*` at its end
 * stands for any ending. Empty where nothing is left to look for.
 */
export const patternOf = (word: string) =>
  plain(word)
    .split(joint)
    .map((part) => part.replace(/\*+(?!$)/g, '').replace(/\*+$/, '*'))
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .join(' ')

function partOf(text: string): Part {
  const isBeginning = text.endsWith('*')
  const letters = [...text.replace('*', '')]
  return { runs: runsIn(letters), isBeginning, letters: letters.length }
}

function runsIn(letters: string[]) {
  const runs: Run[] = []
  for (const letter of letters) {
    const last = runs.at(-1)
    if (last?.letter === letter) last.times++
    else runs.push({ letter, times: 1 })
  }
  return runs
}

const shelfName = (characters: string[]) =>
  characters
    .map(shelfOf)
    .filter((one, i, all) => one !== all[i - 1])
    .join('')

/**
 * A list of words, ready to be looked for in texts: whole words alone, in any case, with or without
 * accents, with digits and marks for letters, with letters repeated, set apart or covered. The time
 * it takes grows with the text alone, whatever was written into either.
 */
export class WordList {
  #whole: Shelf = new Map()
  #beginnings: Shelf = new Map()
  #all: Held[] = []

  constructor(words: Word[]) {
    for (const { word, pattern, severity } of words) {
      const parts = pattern.split(' ').filter(Boolean).map(partOf)
      const [first] = parts
      if (!first) continue
      const held = { word, severity, parts }
      const shelf = first.isBeginning ? this.#beginnings : this.#whole
      const name = shelfName([...pattern.split(' ')[0]!.replace('*', '')])
      shelf.set(name, [...(shelf.get(name) ?? []), held])
      this.#all.push(held)
    }
  }

  /** The words of the list that a text holds, each once, the gravest first. */
  in(text: string): Found[] {
    const found = new Map<string, Found>()
    if (!this.#all.length) return []
    for (const tokens of tokensOf(text))
      for (const [i] of tokens.entries())
        for (const held of this.#at(tokens, i)) found.set(held.word, held)
    return [...found.values()]
      .map(({ word, severity }) => ({ word, severity }))
      .sort((one, other) => other.severity - one.severity || (one.word < other.word ? -1 : 1))
  }

  #at(tokens: Token[], i: number) {
    return readingsOf(tokens[i]!.characters).flatMap((characters) =>
      this.#meant(characters).filter(({ parts }) => goesOnAs(parts, tokens, i, characters)),
    )
  }

  #meant(characters: string[]): Held[] {
    if (characters.some((one) => covers.includes(one))) return this.#all
    const name = shelfName(characters)
    const whole = this.#whole.get(name) ?? []
    if (!this.#beginnings.size) return whole
    const begun = Array.from(name, (_, end) => this.#beginnings.get(name.slice(0, end + 1)) ?? [])
    return [...whole, ...begun.flat()]
  }
}

/** A token as it stands, and without the marks at its ends, which may be mere punctuation. */
function readingsOf(characters: string[]) {
  const isMark = (one: string) => marks.includes(one) || covers.includes(one)
  let [from, to] = [0, characters.length]
  while (from < to && isMark(characters[from]!)) from++
  while (to > from && isMark(characters[to - 1]!)) to--
  const bare = characters.slice(from, to)
  return bare.length && bare.length < characters.length ? [characters, bare] : [characters]
}

function goesOnAs(parts: Part[], tokens: Token[], i: number, first: string[]) {
  return parts.every((part, at) => {
    if (at === 0) return isMeant(part, first)
    const next = tokens[i + at]
    return !!next && readingsOf(next.characters).some((one) => isMeant(part, one))
  })
}

const shortest = 3
const hasLetter = /\p{L}/u

/** Whether some characters are meant as a word of the list. */
function isMeant(part: Part, characters: string[]) {
  const exactly = part.isBeginning ? longestEnding : 0
  if (!hasLetter.test(characters.join(''))) return isSpelt(part, characters)
  // `A55` is a code rather than a word; and what is mostly covered could be anything.
  if (part.letters <= shortest && characters.some((one) => !hasLetter.test(one)))
    return isSpelt(part, characters)
  const covered = characters.filter((one) => covers.includes(one)).length
  if (covered * 2 > part.letters) return false
  return goes({ part, characters, exactly, dead: new Set() }, 0, 0, 0)
}

const isSpelt = ({ runs, isBeginning }: Part, characters: string[]) =>
  !isBeginning &&
  characters.join('') === runs.map(({ letter, times }) => letter.repeat(times)).join('')

/** `dead` are the places from which nothing leads on: without them, `1111` could take hours. */
type Way = { part: Part; characters: string[]; exactly: number; dead: Set<string> }

/**
 * Whether the characters from `i` are the word's runs from `r`. `longer` counts the letters that
 * were written more often than the word has them: twice as often may be another word (`anno` is no
 * `ano`), three in a row or two such letters are not.
 */
function goes(way: Way, i: number, r: number, longer: number): boolean {
  const { part, characters, exactly, dead } = way
  const place = `${i} ${r} ${longer}`
  if (dead.has(place)) return false
  dead.add(place)
  if (r === part.runs.length) return characters.length - i <= exactly && longer !== 1
  const { letter, times } = part.runs[r]!
  const most = inARow(characters, i, letter)
  for (let taken = times; taken <= most; taken++)
    if (goes(way, i + taken, r + 1, Math.min(2, longer + excess(taken, times)))) return true
  return false
}

const excess = (taken: number, times: number) =>
  taken === times ? 0 : taken >= fewestInARow ? 2 : 1

/** How many characters from `i` on can be meant as a letter. */
function inARow(characters: string[], i: number, letter: string) {
  const end = characters.findIndex((one, at) => at >= i && !stands(one, letter))
  return (end < 0 ? characters.length : end) - i
}

const fewestInARow = 3

const stands = (character: string, letter: string) =>
  covers.includes(character) || isLetter(character, letter)
