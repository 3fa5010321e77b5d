import type { Tx } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { ask } from '../jobs/job.server.ts'
import { type IdeaNews, isPast } from './tell.server.ts'

/** What a `tell` job carries: the news for the followers, when it happened, and who is told before them. */
export type Telling = {
  news: IdeaNews
  at: string
  /** The news in the author's own words, where they were not told with the act itself. */
  own?: IdeaNews
}

/** Asks for the followers to be told, `delayMs` from now; the same news is asked for once. */
export async function tellLater(
  tx: Tx,
  { news, own, delayMs = 0 }: { news: IdeaNews; own?: IdeaNews; delayMs?: number },
) {
  const silent = isPast() || undefined
  const payload: Telling = {
    news: { ...news, silent },
    at: now().toISOString(),
    ...(own && { own: { ...own, silent } }),
  }
  // Stories are told in their own time, but the clock that works for them is today's.
  const runAt = new Date(Date.now() + delayMs)
  await ask(tx, 'tell', tellKey(news.once ?? news.subjectId), { payload, runAt })
}

/** The key of the job that tells of a subject. */
export const tellKey = (subjectId: string) => `tell:${subjectId}`
