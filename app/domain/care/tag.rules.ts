/** The most tags that one case has. */
export const mostTags = 12

/** A tag as it is kept: small letters, words apart by one blank. */
export const tagOf = (typed: string) =>
  typed
    .trim()
    .replace(/^#/, '')
    .toLowerCase()
    .replace(/[\s,]+/g, ' ')
    .slice(0, 40)
    .trim()
