/** What the two most common acts and a proposal pay, in points. */
export type Pays = { vote: number; comment: number; idea: number }

/** Acts in 30 days of somebody who takes part often: three votes a day, three comments a week, an idea. */
export const monthOfAnActive = { votes: 90, comments: 13, ideas: 1 }

/** What somebody who takes part often earns in a month. */
export function earnedInAMonth({ vote, comment, idea }: Pays) {
  const { votes, comments, ideas } = monthOfAnActive
  return votes * vote + comments * comment + ideas * idea
}

/** In how many days somebody who takes part often has earned `price`; `undefined` where nothing pays. */
export function daysToEarn(price: number, pays: Pays) {
  const aMonth = earnedInAMonth(pays)
  return aMonth > 0 ? Math.max(1, Math.round((price * 30) / aMonth)) : undefined
}

type Change = { typed?: number; seen?: number }

/**
 * What becomes of the stock: `by` is added to what there is now, since members took some while the
 * editor typed; `to` where there was, or will be, no end of it.
 */
export function stockChange({ typed, seen }: Change): { by: number } | { to: number | null } {
  if (typed !== undefined && seen !== undefined) return { by: typed - seen }
  if (typed === seen) return { by: 0 }
  return { to: typed ?? null }
}
