export const commentSorts = ['newest', 'oldest', 'useful'] as const
export type CommentSort = (typeof commentSorts)[number]

/** Threads on a page, and answers shown under each before "show all". */
export const threadsOnPage = 20
export const repliesShown = 3
/** The most answers of one thread on its own page. */
export const repliesAtOnce = 500

/** A place in a sorted list of threads: the number it is sorted by (milliseconds or marks), and the id. */
export type ThreadCursor = { key: number; id: string }

const written = /^(\d{1,15})_([0-9a-f-]{36})$/

/** Which order and page of a thread an address asks for; whatever it does not know is the default. */
export function threadPlace(query: URLSearchParams) {
  const [comments, after] = [query.get('comments'), query.get('after') ?? '']
  const sort = commentSorts.find((one) => one === comments) ?? 'newest'
  const thread = query.get('thread')
  const [, key, id] = written.exec(after) ?? []
  return { sort, after: id ? { key: Number(key), id } : undefined, thread: thread ?? undefined }
}

export type ThreadPlace = Partial<ReturnType<typeof threadPlace>>

/** The query of an address for a place in the comments, as `?comments=…&after=…`, or nothing for the default. */
export function threadQuery({ sort = 'newest', after, thread }: ThreadPlace) {
  const query = new URLSearchParams()
  if (sort !== 'newest') query.set('comments', sort)
  if (after) query.set('after', `${after.key}_${after.id}`)
  if (thread) query.set('thread', thread)
  return query.size ? `?${query}` : ''
}

const editableFor = 15 * 60_000

/** Its author may change a comment's words for 15 minutes. */
export const isEditable = (
  {
    createdAt,
    deletedAt,
    hiddenAt,
  }: { createdAt: Date; deletedAt: Date | null; hiddenAt: Date | null },
  moment: Date,
) => !deletedAt && !hiddenAt && +moment - +createdAt < editableFor
