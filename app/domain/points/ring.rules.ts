/** How often somebody found comments of somebody else useful. */
export type Marks = { markerId: string; authorId: string; times: number }
/** People who mostly mark each other. */
export type Ring = {
  personIds: string[]
  /** Marks that stayed among them, that they gave in all, and that they got in all. */
  inside: number
  given: number
  received: number
}

/** So many marks bind somebody to another. */
export const leastTimes = 3
/** What makes of two people who mark each other a link of a ring. */
const link = { times: leastTimes, share: 0.15 }
/** How much of what each of a ring gives, or gets, stays in it. */
const stays = { given: 0.5, received: 0.7 }
/** In a house of a few friends everybody marks everybody: a ring is less than a third of the house. */
export const isSmallPart = (size: number, house: number) => size * 3 < house

/** The groups of people who mostly mark each other: pairs, longer circles, and knots of both. */
export function ringsOf(marks: Marks[]): Ring[] {
  const clean = marks.filter(({ markerId, authorId }) => markerId !== authorId)
  const sums = sumsOf(clean)
  const links = clean.filter(
    ({ times, markerId, authorId }) =>
      times >= link.times &&
      (times >= link.share * sums.given.get(markerId)! ||
        times >= link.share * sums.received.get(authorId)!),
  )
  return knotsOf(links)
    .flatMap((group) => tightened(group, clean, links))
    .map((group) => ringOf(group, clean))
}

/** Leaves out of a knot whoever turns outwards, until what stays is a ring, or nobody does. */
function tightened(group: string[], marks: Marks[], links: Marks[]): string[][] {
  const within = new Set(group)
  const sums = sumsOf(marks)
  // Along links alone: among the busy of a house everybody marks everybody a little.
  const own = sumsOf(inside(links, within))
  const staying = group.filter(
    (id) =>
      (own.given.get(id) ?? 0) >= stays.given * (sums.given.get(id) ?? 0) ||
      (own.received.get(id) ?? 0) >= stays.received * (sums.received.get(id) ?? 0),
  )
  if (staying.length === group.length) return [group]
  return knotsOf(inside(links, new Set(staying))).flatMap((knot) => tightened(knot, marks, links))
}

function ringOf(group: string[], marks: Marks[]): Ring {
  const within = new Set(group)
  const sum = (some: Marks[]) => some.reduce((all, { times }) => all + times, 0)
  return {
    personIds: [...group].sort(),
    inside: sum(inside(marks, within)),
    given: sum(marks.filter(({ markerId }) => within.has(markerId))),
    received: sum(marks.filter(({ authorId }) => within.has(authorId))),
  }
}

const inside = (marks: Marks[], group: Set<string>) =>
  marks.filter(({ markerId, authorId }) => group.has(markerId) && group.has(authorId))

function sumsOf(marks: Marks[]) {
  const sums = { given: new Map<string, number>(), received: new Map<string, number>() }
  for (const { markerId, authorId, times } of marks) {
    sums.given.set(markerId, (sums.given.get(markerId) ?? 0) + times)
    sums.received.set(authorId, (sums.received.get(authorId) ?? 0) + times)
  }
  return sums
}

/** The strongly connected groups of at least two: from each of them every other can be reached. */
export function knotsOf(links: Marks[]): string[][] {
  const next = new Map<string, string[]>()
  const back = new Map<string, string[]>()
  for (const { markerId, authorId } of links) {
    next.set(markerId, [...(next.get(markerId) ?? []), authorId])
    back.set(authorId, [...(back.get(authorId) ?? []), markerId])
  }
  const seen = new Set<string>()
  // Those who are left first in one direction open their group in the other (Kosaraju).
  const order = [...next.keys()].flatMap((id) => leaving(id, next, seen)).reverse()
  seen.clear()
  return order.map((id) => leaving(id, back, seen)).filter((knot) => knot.length > 1)
}

/** Everybody who can be reached from `start` and was not seen before, in the order they are left for good. */
function leaving(start: string, next: Map<string, string[]>, seen: Set<string>): string[] {
  if (seen.has(start)) return []
  seen.add(start)
  const left: string[] = []
  // A stack of one's own: a long circle would exhaust that of the language.
  const path = [{ id: start, at: 0 }]
  while (path.length) {
    const here = path.at(-1)!
    const to = next.get(here.id)?.[here.at++]
    if (to === undefined) left.push(path.pop()!.id)
    else if (!seen.has(to)) {
      seen.add(to)
      path.push({ id: to, at: 0 })
    }
  }
  return left
}
