/** How often somebody's flags were upheld, of those that were decided. */
export type TrackRecord = { upheld: number; decided: number }

const [least, most] = [0.2, 2]
/** What a flag of an account younger than a week, or of a confirmed address, weighs at most. */
const mostOfNewcomer = 0.5
const youngMs = 7 * 86_400_000

/**
 * How much a flag of somebody weighs, 0.2 to 2: twice the share of their flags that were upheld, smoothed
 * after Laplace as if one had been and one had not, `2 × (upheld + 1) / (decided + 2)`. Whoever never
 * flagged before weighs 1; five rejected flags bring it to 0.29, five upheld ones to 1.71.
 */
export const weightOf = ({ upheld, decided }: TrackRecord) =>
  Math.min(most, Math.max(least, (2 * (upheld + 1)) / (decided + 2)))

/** The same for whoever we know little of. */
export const weightOfNewcomer = (record: TrackRecord) => Math.min(mostOfNewcomer, weightOf(record))

/** Whether an account is so young that anybody may have opened it for this. */
export const isYoung = (joinedAt: Date, moment: Date) => +moment - +joinedAt < youngMs

/** A flag as it counts towards hiding; `sameAs` names what several newcomers have in common. */
export type Weighed = { weight: number; isNewcomer: boolean; sameAs: string }

/**
 * What the open flags of something weigh together. Of newcomers who share an address or a mailbox only
 * one counts, and all newcomers together count for no more than half of what hides: a ring of fresh
 * accounts hides nothing by itself.
 */
export function weightTogether(flags: Weighed[], hides: number) {
  const known = flags.filter(({ isNewcomer }) => !isNewcomer)
  const newcomers = new Map<string, number>()
  for (const { sameAs, weight } of flags.filter(({ isNewcomer }) => isNewcomer))
    newcomers.set(sameAs, Math.max(newcomers.get(sameAs) ?? 0, weight))
  return sum(known.map(({ weight }) => weight)) + Math.min(sum([...newcomers.values()]), hides / 2)
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)

/** For so long the link of a receipt confirms. */
export const confirmMs = 7 * 86_400_000

/** Whether a report was never confirmed in time. */
export const isStale = (sentAt: Date, moment: Date) => +moment - +sentAt > confirmMs
