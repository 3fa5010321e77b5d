const longest = 70

/** How an address of the web is told, without what goes without saying; nothing for all others. */
export function shownAddress(url: string) {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined
  const { host, pathname, search, hash } = new URL(url)
  const whole = `${host}${pathname === '/' ? '' : pathname}${search}${hash}`
  return whole.length > longest ? `${whole.slice(0, longest)}…` : whole
}

/** A language as pages say it in `lang`, where it is one. */
export const langOf = (locale: string | null) =>
  locale && /^[a-z]{2,3}(-[a-z]{2})?$/i.test(locale) ? locale : undefined
