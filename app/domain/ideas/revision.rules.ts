import { diffWordsWithSpace } from 'diff'

export type Piece = { text: string; kind: 'same' | 'added' | 'removed' }
type Text = { title: string; body: string }

const mostEdits = 2_000
const longestSame = 240

/**
 * What changed between two texts, word by word. Texts that have little in common are told as one
 * removed and one added: nobody reads a thousand single words, and comparing them would be slow.
 */
export function changed(before: string, after: string): Piece[] {
  if (before === after) return [{ text: after, kind: 'same' }]
  const pieces = diffWordsWithSpace(before, after, { maxEditLength: mostEdits, timeout: 200 })
  if (!pieces)
    return [
      { text: before, kind: 'removed' },
      { text: after, kind: 'added' },
    ]
  return pieces.map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }))
}

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
