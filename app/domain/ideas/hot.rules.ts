const secondsForTenfold = 45_000

/**
 * How warm an idea is: the decimal logarithm of its votes plus its age, so that ten times the votes
 * weigh as much as 12.5 hours of youth. Only votes change it, so it can be stored and indexed.
 * Source: the public ranking of Reddit (Salihefendic, "How Reddit ranking algorithms work", 2010).
 */
export const hotness = (votes: number, publishedAt: Date) =>
  Math.log10(Math.max(votes, 1)) + publishedAt.getTime() / 1000 / secondsForTenfold
