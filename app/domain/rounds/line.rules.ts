export type Candidate = {
  ideaId: string
  number: number
  categoryId: string
  votesCount: number
  publishedAt: Date
}
export type EntryRules = { capacity: number; perCategory: number | null }

/** The most voted first; of equals the one that was published first, then the lower number. */
export const byVotes = (one: Candidate, other: Candidate) =>
  other.votesCount - one.votesCount ||
  +one.publishedAt - +other.publishedAt ||
  one.number - other.number

/**
 * Who of the candidates enters a round and who waits, both in order. `taken` places are already
 * given (picks, and what was carried over); candidates never include those. First the
 * `perCategory` most voted of each category, every category's first before anybody's second, then
 * the most voted of all, until the capacity is reached.
 */
export function lineUp<C extends Candidate>(
  candidates: C[],
  { capacity, perCategory }: EntryRules,
  taken = 0,
) {
  const line = [...candidates].sort(byVotes)
  const room = Math.max(0, capacity - taken)
  const entering = new Set(shares(line, perCategory ?? 0).slice(0, room))
  for (const one of line) if (entering.size < room) entering.add(one)
  return { enter: [...entering].sort(byVotes), wait: line.filter((one) => !entering.has(one)) }
}

function shares<C extends Candidate>(line: C[], perCategory: number) {
  const seen = new Map<string, number>()
  const placed = line.map((one) => {
    const place = (seen.get(one.categoryId) ?? 0) + 1
    seen.set(one.categoryId, place)
    return { one, place }
  })
  // Sorting keeps the order of equals: within a place, the most voted come first.
  return placed
    .filter(({ place }) => place <= perCategory)
    .sort((first, second) => first.place - second.place)
    .map(({ one }) => one)
}
