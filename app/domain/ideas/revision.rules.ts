import { diffWordsWithSpace } from 'diff'

export type Piece = { text: string; kind: 'same' | 'added' | 'removed' }
type Text = { title: string; body: string }

const mostEdits = 2_000
const leastSame = 0.3
const longestSame = 240

/**
 * What changed between two texts, word by word. Texts that have little in common are told as one
 * removed and one added: nobody reads a thousand single words, and comparing them would be slow.
 */
export function changed(before: string, after: string): Piece[] {
  if (before === after) return [{ text: after, kind: 'same' }]
  const found = diffWordsWithSpace(before, after, { maxEditLength: mostEdits, timeout: 200 })
  const pieces = found?.map(({ value: text, added, removed }): Piece => ({
    text,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }))
  const longer = Math.max(before.length, after.length)
  if (!pieces || lengthOf(pieces, 'same') < longer * leastSame) return replaced(before, after)
  return inPhrases(pieces)
}

const lengthOf = (pieces: Piece[], kind: Piece['kind']) =>
  pieces.reduce((sum, piece) => sum + (piece.kind === kind ? piece.text.trim().length : 0), 0)

const replaced = (before: string, after: string): Piece[] =>
  (
    [
      { text: before, kind: 'removed' },
      { text: after, kind: 'added' },
    ] as const
  ).filter(({ text }) => text)

/** Joins changes that only blanks divide: a phrase is read at once, single words are not. */
function inPhrases(pieces: Piece[]) {
  const phrases: Piece[] = []
  let run: Piece[] = []
  const close = () => {
    const blanks = run.at(-1)?.kind === 'same' ? [run.pop()!] : []
    const [gone, come] = (['removed', 'added'] as const).map((kind) => said(run, kind))
    phrases.push(...replaced(gone!, come!), ...blanks)
    run = []
  }
  for (const piece of pieces) {
    const isChange = piece.kind !== 'same'
    if (isChange || (run.length && !piece.text.trim())) run.push(piece)
    else {
      close()
      phrases.push(piece)
    }
  }
  close()
  return phrases
}

const said = (run: Piece[], side: Piece['kind']) =>
  run
    .filter(({ kind }) => kind === 'same' || kind === side)
    .map(({ text }) => text)
    .join('')

/** The same with long unchanged stretches cut to what stands around a change. */
export const aroundChanges = (pieces: Piece[]): Piece[] =>
  pieces.map((piece, i) => {
    if (piece.kind !== 'same' || piece.text.length <= longestSame) return piece
    const head = i > 0 ? piece.text.slice(0, longestSame / 2) : ''
    const tail = i < pieces.length - 1 ? piece.text.slice(-longestSame / 2) : ''
    return { text: `${head}…${tail}`, kind: 'same' }
  })

/** Each earlier text, the latest first, with the one that replaced it and what changed between them. */
export const editsOf = <Version extends Text>(now: Version, earlier: Version[]) =>
  earlier.map((before, i) => {
    const after = earlier[i - 1] ?? now
    return {
      before,
      after,
      title: changed(before.title, after.title),
      body: aroundChanges(changed(before.body, after.body)),
    }
  })
