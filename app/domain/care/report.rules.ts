import { type ClockName, clockNames } from './sla.rules.ts'

/** So many clocks of one kind came to the same end after as many working minutes. */
export type Ending = {
  clock: ClockName
  topicId: string
  priority: string
  outcome: 'kept' | 'broken' | 'void' | null
  minutes: number | null
  n: number
}

export type ClockFigures = {
  counted: number
  kept: number
  /** Working minutes; null where nothing is counted. */
  median: number | null
  /** Ended without an answer that counts. */
  voided: number
  /** Not ended yet. */
  running: number
}

/**
 * The figures of some clocks. The median is of those that were kept or broken, at the middle, or the
 * mean of the two in the middle; void and running ones are told apart, and in neither the median nor
 * the share.
 */
export function figuresOf(endings: readonly Ending[]): ClockFigures {
  const sum = (rows: readonly Ending[]) => rows.reduce((all, { n }) => all + n, 0)
  const of = (outcome: Ending['outcome']) => endings.filter((row) => row.outcome === outcome)
  const counted = [...of('kept'), ...of('broken')]
  return {
    counted: sum(counted),
    kept: sum(of('kept')),
    median: medianOf(counted),
    voided: sum(of('void')),
    running: sum(of(null)),
  }
}

function medianOf(rows: readonly Ending[]) {
  const all = rows.reduce((count, { n }) => count + n, 0)
  if (!all) return null
  const sorted = [...rows].sort((one, other) => (one.minutes ?? 0) - (other.minutes ?? 0))
  const at = (place: number) => {
    let passed = 0
    for (const { minutes, n } of sorted) if ((passed += n) > place) return minutes ?? 0
    return 0
  }
  return (at(Math.floor((all - 1) / 2)) + at(Math.floor(all / 2))) / 2
}

/** The figures of each clock: of all, by topic, by priority. */
export const clockReport = (endings: readonly Ending[]) =>
  clockNames.map((clock) => {
    const own = endings.filter((row) => row.clock === clock)
    const by = (of: 'topicId' | 'priority') =>
      [...new Set(own.map((row) => row[of]))].sort().map((group) => ({
        group,
        ...figuresOf(own.filter((row) => row[of] === group)),
      }))
    return { clock, all: figuresOf(own), byTopic: by('topicId'), byPriority: by('priority') }
  })

/** Of a group of cases whose writers were asked how content they are: how many answered what. */
export type Contentment = {
  group: string
  asked: number
  answers: number
  sum: number
  high: number
}

/** Of fewer answers no average says how care does: it says what one person felt. */
export const fewest = 5

const shown = ({ answers, sum, high }: Contentment) => ({
  average: answers ? sum / answers : null,
  high: answers ? high / answers : null,
})

/**
 * The average and the share of 4 and 5 of each group and of all, null where there are fewer than five
 * answers. Where one group alone would be hidden, it could be reckoned from the others: the next
 * smallest is hidden with it.
 */
export function contentReport(groups: readonly Contentment[]) {
  const few = new Set(groups.filter(({ answers }) => answers > 0 && answers < fewest))
  if (few.size === 1) {
    const rest = groups.filter((group) => group.answers && !few.has(group))
    const next = rest.toSorted((one, other) => one.answers - other.answers)[0]
    if (next) few.add(next)
  }
  const hidden = { average: null, high: null }
  const all = groups.reduce(
    (total, { asked, answers, sum, high }) => ({
      group: '',
      asked: total.asked + asked,
      answers: total.answers + answers,
      sum: total.sum + sum,
      high: total.high + high,
    }),
    { group: '', asked: 0, answers: 0, sum: 0, high: 0 },
  )
  const told = (group: Contentment, isFew: boolean) => ({
    ...{ group: group.group, asked: group.asked, answers: group.answers },
    isFew,
    ...(isFew ? hidden : shown(group)),
  })
  return {
    all: told(all, all.answers > 0 && all.answers < fewest),
    groups: groups.map((group) => told(group, few.has(group))),
  }
}
