/**
 * What each letter is written as by whoever wants to slip past a list of words. Digits and marks may
 * stand for several letters; letters of other alphabets for the one that they look like.
 */
const disguises: Record<string, string> = {
  a: '4@аαª',
  b: '8вβ',
  c: '(¢сϲ',
  d: 'ԁ',
  e: '3€еε',
  g: '96',
  h: 'һн',
  i: '1!|іι¡',
  k: 'кκ',
  l: '1|ӏ',
  m: 'м',
  n: 'п',
  o: '0оοσ°',
  p: 'рρ',
  r: 'г',
  s: '5$ѕ',
  t: '7+тτ',
  u: 'υ',
  v: 'ν',
  x: 'хχ',
  y: 'уγ',
  z: '2',
}

const couldBe = new Map<string, string>()
for (const [letter, all] of Object.entries(disguises))
  for (const mark of all) couldBe.set(mark, (couldBe.get(mark) ?? '') + letter)

/** Whether the character of a text can be meant as a letter of a word. */
export const isLetter = (character: string, letter: string) =>
  character === letter || (couldBe.get(character)?.includes(letter) ?? false)

/** Marks that can stand within a word as letters do. */
export const marks = '@€$!|+(¢¡°'

/** Covers a letter, as in `f**k`. */
export const covers = '*#%'

/**
 * One character for all that can be told apart only by knowing the word: the shelf on which words
 * that may be meant are looked up.
 */
export function shelfOf(character: string) {
  const letter = couldBe.get(character)?.[0] ?? character
  return letter === 'l' ? 'i' : letter
}

/** Text in small letters without accents or marks that cannot be seen; `ñ` is a letter, and stays one. */
export const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/n\u0303/gi, 'ñ')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase()
