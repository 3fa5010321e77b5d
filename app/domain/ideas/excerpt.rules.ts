import { plainText } from './markdown.rules.ts'
import { folded, formsOf } from './words.rules.ts'

const length = 180
const before = 50
const mostRead = 12_000
const enoughToBegin = 420
const marks = /[\\`*_~[\]#>|<&]|^[^\S\n]*([-+]|\d+[.)])\s/m

export type Part = { text: string; hit: boolean }

/** The beginning of a text, at most `most` characters, cut between words. */
export function beginning(text: string, most = length) {
  if (text.length <= most) return text
  const whole = text.slice(0, most + 1).replace(/[\s,;:.–-]*\s\S*$/u, '')
  return `${wellFormed(whole.slice(0, most))}…`
}

/** The first words of a Markdown text. */
export const excerptOf = (markdown: string) => beginning(plain(markdown.slice(0, enoughToBegin)))

/** Reading Markdown takes longer than all the rest of a list; most beginnings hold none. */
const plain = (markdown: string) =>
  marks.test(markdown) ? plainText(markdown) : markdown.replace(/\s+/g, ' ').trim()

export type Sought = { forms: Set<string>; prefixes: string[] }

/** The part of a Markdown text around its first word that was sought, all such words marked. */
export function highlighted(markdown: string, sought: Sought): Part[] {
  const text = plain(markdown.slice(0, mostRead))
  const first = [...wordsIn(text)].find(({ word }) => isSought(word, sought))
  const from = first && first.at > length - before ? wordStart(text, first.at - before) : 0
  const shown = (from ? '…' : '') + beginning(text.slice(from))
  return marked(shown, sought)
}

function marked(text: string, sought: Sought) {
  const parts: Part[] = []
  let at = 0
  for (const { word, at: start } of wordsIn(text)) {
    if (!isSought(word, sought)) continue
    if (start > at) parts.push({ text: text.slice(at, start), hit: false })
    at = start + word.length
    parts.push({ text: word, hit: true })
  }
  if (at < text.length) parts.push({ text: text.slice(at), hit: false })
  return parts
}

function* wordsIn(text: string) {
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) yield { word, at: index }
}

function isSought(word: string, { forms, prefixes }: Sought) {
  const plain = folded(word)
  return (
    prefixes.some((prefix) => plain.startsWith(prefix)) ||
    formsOf(plain).some((form) => forms.has(form))
  )
}

const wordStart = (text: string, near: number) => {
  const blank = text.indexOf(' ', Math.max(near, 0))
  return blank < 0 ? 0 : blank + 1
}

// Half of an emoji at the cut would be an invalid character in a feed.
const wellFormed = (text: string) => text.replace(/[\ud800-\udbff]$/, '')
