/** The pages that are cached once for everybody, with the query parameters that each knows. */
const readingPages: [RegExp, string[]][] = [
  [/^\/$/, []],
  [/^\/ideas$/, ['sort', 'status', 'category', 'tag', 'answered', 'author', 'q', 'after', 'page']],
  // A report is asked of a guest in another way than of a member.
  [
    /^\/ideas\/\d{1,9}(\/(?!flags$)[\w-]{0,120})?$/,
    ['comments', 'after', 'thread', 'revisions', 'merged'],
  ],
  [/^\/ideas\/\d{1,9}\/feed\.xml$/, []],
  [/^\/roadmap$/, []],
  [/^\/transparency$/, ['days']],
  [/^\/transparency\.csv$/, []],
  [/^\/rounds$/, []],
  [/^\/rounds\/\d{1,9}$/, []],
  [/^\/realised$/, ['after']],
  [/^\/realised\/\d{1,9}(\/[\w-]{0,120})?$/, []],
  [/^\/rewards$/, ['kind']],
  [/^\/rewards\/[\w-]{1,120}$/, []],
  [/^\/leaderboard$/, ['period', 'category', 'after']],
  [/^\/members\/[a-z0-9_]{1,30}$/, ['after']],
  [/^\/legal\/[a-z]{1,30}$/, []],
  [/^\/faq$/, ['q', 'category']],
  [/^\/faq\/[\w-]{1,120}$/, []],
  [/^\/feed\.xml$/, []],
  [/^\/sitemap\.xml$/, ['page']],
  [/^\/robots\.txt$/, []],
]
const longest = 300

/**
 * The address to cache a reading page under: its path and the parameters it knows, in order, cut
 * to a sane length. `undefined` for every other page.
 */
export function readingAddress(url: URL): string | undefined {
  const page = readingPages.find(([path]) => path.test(url.pathname))
  if (!page) return undefined
  const known = new URLSearchParams()
  for (const name of page[1]) {
    const value = url.searchParams.get(name)
    if (value) known.set(name, value.slice(0, longest))
  }
  return known.size ? `${url.pathname}?${known}` : url.pathname
}
