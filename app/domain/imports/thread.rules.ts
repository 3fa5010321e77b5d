import type { CommentRow } from './row.rules.ts'

type Told = { row: Pick<CommentRow, 'source' | 'parent' | 'ancestry'> }
type Placed = { id: string; ideaId: string; rootId: string | null; depth: number }

/**
 * `ready` are those who open a thread, or whose parent is placed or stands before them in the
 * list; `early` the others, who must wait.
 */
export function nextToPlace<T extends Told>(rows: T[], isPlaced: (source: string) => boolean) {
  const going = new Set<string>()
  const [ready, early]: [T[], T[]] = [[], []]
  for (const told of rows) {
    const { source, parent } = told.row
    const goes = !parent || isPlaced(parent) || going.has(parent)
    if (goes) going.add(source)
    ;(goes ? ready : early).push(told)
  }
  return { ready, early }
}

/** Those among `rows` whose parent is not among them; all of them where they wait in a circle. */
export function orphansAmong<T extends Told>(rows: T[]) {
  const sources = new Set(rows.map(({ row }) => row.source))
  const orphans = rows.filter(({ row }) => !sources.has(row.parent!))
  return orphans.length ? orphans : rows
}

/**
 * Where a comment hangs: on its parent, else on the nearest of its ancestors that `find` knows
 * under the same idea, else on nothing: it opens a thread.
 */
export function hookOf(
  row: Told['row'],
  ideaId: string,
  find: (source: string) => Placed | undefined,
) {
  const above = [row.parent, ...row.ancestry.toReversed()]
  for (const source of above) {
    const found = source ? find(source) : undefined
    if (found?.ideaId === ideaId) return { parent: found, isParent: source === row.parent }
  }
  return { parent: undefined, isParent: row.parent === null }
}
