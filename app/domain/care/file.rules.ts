import { clean } from '../ideas/idea.form.ts'
import { imageKind } from '../ideas/image.rules.ts'

export type FileKind = 'image' | 'pdf' | 'text'

/** How much one message, one case and one person may hold. */
export const fileLimits = {
  bytes: 10 * 2 ** 20,
  inMessage: 5,
  inCase: 60,
  caseBytes: 100 * 2 ** 20,
  ofPerson: 200,
  personBytes: 200 * 2 ** 20,
  name: 80,
} as const

const shortestText = 1
const begins = (file: Buffer, magic: string) =>
  file.toString('latin1', 0, magic.length).startsWith(magic)

// What a browser could take for a page, or a program for its own, is no plain text to us.
const looksLikeCode =
  /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|\?xml|\?php)|^(?:#!|MZ|%!PS)/i
const longestLine = 100_000
// Not as an expression: of a line that is nearly as long it would try every beginning, for minutes.
const isEndless = (text: string) => text.split('\n').some(({ length }) => length >= longestLine)

/**
 * What a file is by its own bytes, whatever its name and its sender say; `undefined` for all that a
 * case does not take.
 */
export function fileKind(file: Buffer): FileKind | undefined {
  if (imageKind(file)) return 'image'
  // Readers look for the mark in the first kilobyte; we want it where the standard puts it.
  if (begins(file, '%PDF-')) return isWholePdf(file) ? 'pdf' : undefined
  return isPlainText(file) ? 'text' : undefined
}

const isWholePdf = (file: Buffer) => file.subarray(-2048).includes('%%EOF')

function isPlainText(file: Buffer) {
  if (file.length < shortestText) return false
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return false
  }
  // Control characters but tabs and line ends are of no text that somebody wrote.
  if (/[^\P{Cc}\n\r\t]/u.test(text)) return false
  return !looksLikeCode.test(text) && !isEndless(text)
}

const turning = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const longestLooked = 400
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * A sender's name for a file, as it may be shown and saved: its last part, without anything that
 * hides how it ends, with the ending of what the file really is. Nothing on our disk is called so.
 */
export function shownName(name: string, kind: FileKind) {
  const last = clean(name.slice(-longestLooked)).split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .replace(turning, '')
    .replace(/[\n\t<>:"|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const cut = plain.replace(/(\.[a-z0-9]{1,5})+$/i, '').slice(0, fileLimits.name)
  // A character of two halves may have been cut between them.
  const stem = clean(cut).trim()
  const safe = !stem || reserved.test(stem) ? 'file' : stem
  return `${safe}.${endings[kind]}`
}

export const endings: Record<FileKind, string> = { image: 'webp', pdf: 'pdf', text: 'txt' }
export const mediaTypes: Record<FileKind, string> = {
  image: 'image/webp',
  pdf: 'application/pdf',
  text: 'text/plain; charset=utf-8',
}
