import { took } from './measure.ts'

const words = ['scatola', 'farina', 'latta buona', 'forno', 'biscotto']
const word = (i: number) => words[i % words.length]!

export type Time = [what: string, ms: number, aim: number]

/** The median times in ms of what pages ask, through the domain, on the database of `DATABASE_URL`. */
export async function queryTimes(): Promise<Time[]> {
  const { db } = await import('#db/database.server.ts')
  const { ideaFeed } = await import('#app/domain/ideas/idea-feed.server.ts')
  const { searchIdeas } = await import('#app/domain/ideas/idea-search.server.ts')
  const { similarIdeas } = await import('#app/domain/ideas/similar.server.ts')
  return [
    ['board query, through the domain', await took(() => ideaFeed(db, { sort: 'hot' })), 1],
    [
      'search for a word, 20 results with excerpts',
      await took((i) => searchIdeas(db, word(i), {}, 1), 60),
      15,
    ],
    [
      'similar ideas while typing',
      await took((i) => similarIdeas(db, `una ${word(i)} nuova`, { limit: 5 }), 60),
      15,
    ],
  ]
}
