const day = 86_400_000

/** Days in which somebody may think again. */
export const graceDays = 7
/** Days after asking at the latest in which the law wants it done, whatever is open. */
export const mostDays = 30

/** When an account goes that is closed at `moment`, and until when that can be put off at most. */
export const goesAt = (moment: Date) => new Date(+moment + graceDays * day)
export const goesAtLatest = (askedAt: Date) => new Date(+askedAt + mostDays * day)

/** When it is looked at again whether anything is still open: in a day, but never after the latest. */
export const looksAgainAt = (askedAt: Date, moment: Date) =>
  new Date(Math.min(+moment + day, Math.max(+goesAtLatest(askedAt), +moment)))

/** What can keep an account from going: open cases, rewards on their way, being the only one who runs the house. */
export const hindrances = ['case', 'reward', 'admin'] as const
export type Hindrance = (typeof hindrances)[number]

/** Which sentence says why it waits. */
export function reasonOf(open: string[]) {
  if (open.includes('admin')) return 'admin'
  return open.length > 1 ? 'both' : (open[0] ?? '')
}

const regions = { en: 'en-GB', it: 'it-IT' }

/** A day as a letter says it. */
export const dayText = (moment: Date, locale: 'it' | 'en', timeZone: string) =>
  new Intl.DateTimeFormat(regions[locale], { dateStyle: 'long', timeZone }).format(moment)

/** What people and staff call an erasure: nothing in it is of anybody. */
export const receiptOf = (id: string) => id.slice(0, 8).toUpperCase()

type Locale = 'it' | 'en'
/** The name of whoever has left, where no page says it in its reader's language. */
export const formerName: Record<Locale, string> = { it: 'Ex partecipante', en: 'Former member' }

/** What stands where somebody took their idea with them. */
export const removedIdea: Record<Locale, { title: string; body: string }> = {
  it: {
    title: 'Testo rimosso',
    body: 'Chi ha proposto questa idea ha chiuso l’account e ha chiesto di togliere il testo.',
  },
  en: {
    title: 'Text removed',
    body: 'Whoever proposed this idea has closed their account and asked us to remove the text.',
  },
}

type Named = { handle: string; displayName: string; email: string | null }

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

/** A single word may be anybody's name: only a name and a surname are looked for without the `@`. */
const isFullName = (name: string) => name.trim().split(/\s+/).length > 1

/**
 * What somebody is called in the texts of others: their address, `@handle`, the address of their
 * profile, and their full name.
 */
export const namesOf = ({ handle, displayName, email }: Named) => [
  ...(email ? [email] : []),
  `@${handle}`,
  `/members/${handle}`,
  ...(isFullName(displayName) ? [displayName] : []),
]

/** Puts `instead` wherever a value, however deep, calls them by one of their names. */
export function unnamed<T>(value: T, who: Named, instead: string): T {
  const each = namesOf(who).map((name) => quoted(name).replace(/\s+/g, '\\s+'))
  const names = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${each.join('|')})(?![\\p{L}\\p{N}_])`, 'giu')
  const alone = [who.handle, who.displayName]
  const cleaned = (part: unknown): unknown => {
    if (typeof part === 'string')
      return alone.includes(part) ? instead : part.replace(names, instead)
    if (Array.isArray(part)) return part.map(cleaned)
    if (!part || typeof part !== 'object' || part instanceof Date) return part
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, cleaned(inner)]))
  }
  return cleaned(value) as T
}
