export const mentionStates = ['new', 'case', 'answered', 'ignored'] as const
export type MentionState = (typeof mentionStates)[number]

export const sourceKinds = ['csv', 'feed', 'webhook'] as const
export type SourceKind = (typeof sourceKinds)[number]

export const bands = ['low', 'middle', 'high', 'none'] as const
export type Band = (typeof bands)[number]

/** Why a row cannot be kept: a code, which the screens put into words. */
export const problems = [
  'notCsv',
  'noText',
  'badRating',
  'badUrl',
  'badDate',
  'futureDate',
  'notStored',
] as const
export type Problem = (typeof problems)[number]

/** Why nothing, or no more, of a file can be read. */
export const fileProblems = [
  'unknownColumns',
  'notText',
  'notGzip',
  'neverEnds',
  'tooLarge',
  'gone',
  'stopped',
  'broken',
] as const
export type FileProblem = (typeof fileProblems)[number]

/** Why a feed could not be read. */
export const feedErrors = [
  'notAddress',
  'privateAddress',
  'redirected',
  'tooLarge',
  'tooSlow',
  'unreachable',
  'notFound',
  'notAllowed',
  'serverError',
  'notFeed',
] as const
export type FeedError = (typeof feedErrors)[number]

/** The longest of each, in characters; what is longer is cut at a word, but for addresses. */
export const mentionLimits = {
  title: 300,
  body: 20_000,
  author: 120,
  topic: 120,
  url: 2_000,
  remedy: 500,
  name: 80,
}

const megabyte = 2 ** 20

/** How large a file may be that somebody sends, and what it may unpack to, in bytes. */
export const importLimits = { bytes: 40 * megabyte, unpacked: 256 * megabyte }

/** One or two stars are low, four or five high. */
export function bandOf(rating: number | null): Band {
  if (rating === null) return 'none'
  if (rating < 2.5) return 'low'
  return rating < 3.5 ? 'middle' : 'high'
}

/** A mention as a source tells it: everything is text, and nothing of it is believed. */
export type RawMention = {
  /** Its name at the source, where it has one that never changes. */
  guid?: string
  author?: string
  title?: string
  body?: string
  rating?: string
  url?: string
  locale?: string
  topic?: string
  date?: string
  /** Its source says that nobody waits for anything any more. */
  isClosed?: boolean
  closedAt?: string
}

/** A mention that can be kept. */
export type ToldMention = {
  guid: string | null
  author: string
  title: string
  body: string
  rating: number | null
  url: string | null
  locale: string | null
  topic: string
  writtenAt: Date | null
  isClosed: boolean
  closedAt: Date | null
}
