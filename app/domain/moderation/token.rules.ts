import { covers, marks, plain } from './letter.rules.ts'

/** How much of a text is looked at, and how long a word can be. */
const [mostText, mostTokens, longest] = [60_000, 8_000, 64]

/** A word of a text as it stands there: its characters, small and without accents. */
export type Token = { characters: string[]; at: number }

const piece = new RegExp(`[\\p{L}\\p{N}${escaped(marks + covers)}]+`, 'gu')
const single = /^[\p{L}\p{N}@€$!|]$/u

function escaped(text: string) {
  return text.replace(/[\^\-\]\\$|*+()]/g, '\\$&')
}

/** The pieces of a plain text between blanks and stops, in their order. */
function piecesOf(source: string): Token[] {
  const found: Token[] = []
  for (const match of source.matchAll(piece)) {
    if (found.length >= mostTokens) break
    if (match[0].length <= longest) found.push({ characters: [...match[0]], at: match.index })
  }
  return found
}

/**
 * Every word that somebody may have meant: each piece; what stands together but for hyphens, dots or
 * underscores (`pa-ro-la`); and letters that were set apart (`p a r o l a`), as one word.
 */
export function tokensOf(text: string): Token[][] {
  const source = plain(text.slice(0, mostText))
  const pieces = piecesOf(source)
  return [pieces, tied(pieces, source), spaced(pieces, source)].filter((list) => list.length > 0)
}

const between = (source: string, one: Token, other: Token) =>
  source.slice(one.at + one.characters.join('').length, other.at)

/** Pieces of which only one mark each stands between them. */
const tied = (pieces: Token[], source: string) =>
  runsOf(pieces, (one, next) => /^[-._·~^=]$/.test(between(source, one, next)))
    .filter((run) => run.length > 1)
    .map(joined)

const fewest = 3

/** Single letters, one after the other, with up to three marks between them. */
const spaced = (pieces: Token[], source: string) =>
  runsOf(
    pieces,
    (one, next) =>
      isSingle(one) && isSingle(next) && /^[\s\-._·~^=,;:/]{1,3}$/.test(between(source, one, next)),
  )
    .filter((run) => run.length >= fewest)
    // `è p a r o l a`: the letter at either end may be a word of its own.
    .flatMap((run) => [run, run.slice(1), run.slice(0, -1), run.slice(1, -1)])
    .filter((run) => run.length >= fewest)
    .map(joined)

const isSingle = ({ characters }: Token) =>
  single.test(characters[0]!) && characters.every((one) => one === characters[0])

function runsOf(pieces: Token[], goesOn: (one: Token, next: Token) => boolean) {
  const runs: Token[][] = []
  let [run, last]: [Token[], Token | undefined] = [[], undefined]
  for (const next of pieces) {
    if (last && goesOn(last, next)) run.push(next)
    else runs.push((run = [next]))
    last = next
  }
  return runs
}

const joined = (run: Token[]): Token => ({
  characters: run.flatMap(({ characters }) => characters).slice(0, longest),
  at: run[0]!.at,
})
