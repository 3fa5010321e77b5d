import sanitizeHtml from 'sanitize-html'
import type { RawMention } from './mention.rules.ts'

export const mostEntries = 200
const longestHtml = 60_000

/** An entry of a feed of any kind, as the parser tells it; nothing of it is sure. */
export type Entry = Record<string, unknown>

/** Where parsers keep the text of what is more than one: the first that holds any. */
const holders = ['value', 'name', 'encoded', 'term', 'href', 'creators']

function textIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(textIn).find(Boolean)
  if (!value || typeof value !== 'object') return undefined
  const holder = holders.find((name) => name in value)
  return holder && textIn((value as Entry)[holder])
}

const first = (...values: unknown[]) => values.map(textIn).find((text) => text?.trim())

const breaks = /<(?:\/(?:p|div|li|h\d|tr|blockquote)|br ?\/?)>/gi
const marks: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** The words of a page without its marks, a line for each paragraph; scripts and styles are no words. */
export function wordsOfHtml(html: string) {
  const said = html.slice(0, longestHtml).replace(breaks, (mark) => `${mark}\n`)
  return sanitizeHtml(said, { allowedTags: [], allowedAttributes: {} })
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, mark: string) => marks[mark]!)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

/** Whether a text is a page: marks, or characters written as they are in pages. */
const isHtml = (text: string) => /<\/?[a-z][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(text)
const plain = (text: string | undefined) => (text && isHtml(text) ? wordsOfHtml(text) : text)

/** Where an entry of an Atom feed stands: its `alternate` link. */
function linkIn({ url, link, links }: Entry) {
  const all = Array.isArray(links) ? (links as Entry[]) : []
  const alternate = all.find(({ rel }) => !rel || rel === 'alternate')
  const found = first(url, link, alternate)
  return found && /^https?:\/\//i.test(found.trim()) ? found : undefined
}

/** An entry as a mention; `of` is what the feed says of all, and the rating found beside it. */
export function rawEntry(entry: Entry, of: { language?: string; rating?: string }): RawMention {
  const { dc, content, media } = entry as Record<string, Entry | undefined>
  const url = linkIn(entry)
  return {
    guid: first(entry.guid, entry.id) ?? url,
    author: plain(first(entry.authors, entry.author, dc?.creators, dc?.creator)),
    title: plain(first(entry.title)),
    body: plain(
      first(content, entry.content_html, entry.content_text, entry.description, entry.summary),
    ),
    rating: of.rating ?? first(entry._rating, entry.rating, starsIn(media)),
    url,
    locale: first(entry.language, of.language),
    topic: plain(first(entry.categories, entry.tags)),
    date: first(entry.pubDate, entry.published, entry.date_published, entry.updated, dc?.dates),
  }
}

function starsIn(media: Entry | undefined) {
  const { starRating } = (media?.community ?? {}) as { starRating?: Entry }
  return starRating?.average
}

/** The sources of the entries of a feed, in their order. */
export const entriesIn = (text: string) => text.split(/<(?:entry|item)[\s>]/i).slice(1)

const rating =
  /<(?:\w{1,20}:)?(?:rating|stars|score)(?: [^<>]{0,100})?>\s{0,20}([\d.,]{1,6})\s{0,20}</i

/**
 * The ratings that stand in entries as the shops of apps write them (`im:rating`), which no parser
 * tells; none where these are not the entries that it found.
 */
export const ratingsIn = (entries: string[], count: number) =>
  entries.length === count
    ? entries.slice(0, mostEntries).map((each) => rating.exec(each)?.[1])
    : []
