import { readMoment } from '../imports/date.rules.ts'
import { cutAtWord, storable } from '../imports/text.rules.ts'
import {
  mentionLimits as limits,
  type Problem,
  type RawMention,
  type ToldMention,
} from './mention.rules.ts'

const dayMs = 86_400_000
/** Of a clock that is wrong at the source; nobody wrote a review on the web before it. */
const earliest = Date.UTC(1990, 0, 1)
const longestGuid = 2_000

const line = (most: number, text = '') =>
  cutAtWord(storable(text).replace(/\s+/g, ' ').trim(), most)

const lines = (text = '') =>
  cutAtWord(
    storable(text)
      .split(/\r\n?|\n/)
      .map((one) => one.trimEnd())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    limits.body,
  )

/** A rating from 1 to 5 as people write it: `4`, `4,5`, `4/5`. Undefined where it is none. */
function ratingOf(written: string) {
  const [, digits] = /^(\d(?:[.,]\d{1,4})?)(?: ?\/ ?5(?:[.,]0)?)?$/.exec(written) ?? []
  const rating = Number(digits?.replace(',', '.'))
  return rating >= 1 && rating <= 5 ? rating : undefined
}

/** A web address as it is kept: http or https, without a password; undefined where it is none. */
export function webAddress(written: string) {
  const address = written.trim()
  if (address.length > limits.url || !URL.canParse(address)) return undefined
  const url = new URL(address)
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  const isOpen = isWeb && !url.username && !url.password && url.href.length <= limits.url
  return isOpen ? url.href : undefined
}

/** A moment as files write it (ISO 8601, UTC where it names no zone) or as feeds do (RFC 2822). */
function momentOf(written: string) {
  const mail = /^(?:[a-z]{3}, ?)?\d{1,2} [a-z]{3} \d{4} [\d:]{5,8} (?:[+-]\d{4}|[a-z]{1,4})$/i
  const moment = mail.test(written) ? new Date(written) : readMoment(written)
  return moment && moment.getTime() >= earliest ? moment : undefined
}

const localeOf = (written: string) =>
  /^([a-z]{2,3})(?:[-_][a-z0-9]{2,8}){0,3}$/.exec(written.trim().toLowerCase())?.[1] ?? null

type Facts = Pick<ToldMention, 'rating' | 'url' | 'writtenAt'>

/** The facts of a mention that are right or wrong; `today` is now. */
function factsOf(raw: RawMention, today: Date): Facts | Problem {
  const [rating, url, date] = [raw.rating, raw.url, raw.date].map((said) => said?.trim() ?? '')
  const facts = {
    rating: orNothing(rating, ratingOf),
    url: orNothing(url, webAddress),
    writtenAt: orNothing(date, momentOf),
  }
  if (facts.rating === undefined) return 'badRating'
  if (facts.url === undefined) return 'badUrl'
  if (facts.writtenAt === undefined) return 'badDate'
  const isAhead = +(facts.writtenAt ?? today) > +today + dayMs
  return isAhead ? 'futureDate' : (facts as Facts)
}

/** What `read` makes of what was written; null where nothing was. */
const orNothing = <T>(written: string | undefined, read: (written: string) => T) =>
  written ? read(written) : null

/**
 * A mention as it is kept, or the code of what is wrong with it. Too long a text is cut at a word; a
 * rating alone is a mention too.
 */
export function toldMention(raw: RawMention, today: Date): ToldMention | Problem {
  const facts = factsOf(raw, today)
  if (typeof facts === 'string') return facts
  const words = wordsOf(raw)
  if (!words.title && !words.body && facts.rating === null) return 'noText'
  const closedAt = raw.isClosed && raw.closedAt ? momentOf(raw.closedAt.trim()) : undefined
  return { ...facts, ...words, isClosed: !!raw.isClosed, closedAt: closedAt ?? null }
}

function wordsOf({ guid = '', author, title, body, topic, locale = '' }: RawMention) {
  return {
    guid: storable(guid).trim().slice(0, longestGuid) || null,
    author: line(limits.author, author),
    title: line(limits.title, title),
    body: lines(body),
    topic: line(limits.topic, topic),
    locale: localeOf(locale),
  }
}
