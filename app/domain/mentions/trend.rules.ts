/** How often a rating was given, in a month, at a source. */
export type Bar = { month: string; sourceId: string; rating: number; count: number }

/** What some ratings say together; `low` is how many of them are one or two stars. */
export type Figures = { count: number; average: number; median: number; low: number }

const lowBelow = 2.5

/** The figures of ratings that are counted by value; undefined where there is none. */
export function figuresOf(bars: Pick<Bar, 'rating' | 'count'>[]): Figures | undefined {
  const sorted = [...bars].sort((one, other) => one.rating - other.rating)
  const count = sum(sorted.map((bar) => bar.count))
  if (!count) return undefined
  const total = sum(sorted.map((bar) => bar.rating * bar.count))
  const low = sum(sorted.filter(({ rating }) => rating < lowBelow).map((bar) => bar.count))
  const [lower, upper] = [(count - 1) >> 1, count >> 1].map((place) => ratingAt(sorted, place))
  return { count, average: total / count, median: (lower! + upper!) / 2, low }
}

function ratingAt(sorted: Pick<Bar, 'rating' | 'count'>[], place: number) {
  let passed = 0
  for (const { rating, count } of sorted) if ((passed += count) > place) return rating
  return sorted.at(-1)!.rating
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)

/** The bars together by what `nameOf` says of each, in the order in which they come. */
export function grouped(bars: Bar[], nameOf: (bar: Bar) => string) {
  const groups = new Map<string, Bar[]>()
  for (const bar of bars) {
    const name = nameOf(bar)
    const group = groups.get(name)
    if (group) group.push(bar)
    else groups.set(name, [bar])
  }
  return [...groups.values()]
}
