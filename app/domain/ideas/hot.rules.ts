const secondsForTenfold = 10 * 86_400

/**
 * How warm an idea is: the decimal logarithm of its votes plus its age, so that ten times the votes
 * weigh as much as ten days of youth. Only votes change it, so it can be stored and indexed.
 * The shape is that of Reddit's public ranking (Salihefendic, "How Reddit ranking algorithms work",
 * 2010); the pace is ours, because ideas are discussed for weeks and not for hours.
 */
export const hotness = (votes: number, publishedAt: Date) =>
  Math.log10(Math.max(votes, 1)) + publishedAt.getTime() / 1000 / secondsForTenfold
