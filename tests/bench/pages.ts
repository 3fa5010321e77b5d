import Database from 'better-sqlite3'
import { median } from './measure.ts'

let inside = 0
const kind = Object.getPrototypeOf(new Database(':memory:').prepare('select 1')) as Record<
  string,
  (...values: unknown[]) => unknown
>
for (const name of ['all', 'get', 'run']) {
  const plain = kind[name]!
  kind[name] = function (...values) {
    const started = performance.now()
    try {
      return plain.apply(this, values)
    } finally {
      inside += performance.now() - started
    }
  }
}

/** The median time in ms that SQLite itself takes for one `work`, 20 unmeasured ones before. */
async function timeInside(work: (i: number) => Promise<unknown>) {
  const all: number[] = []
  for (let i = 0; i < 120; i++) {
    inside = 0
    await work(i)
    if (i >= 20) all.push(inside)
  }
  return median(all)
}

/** The time in SQLite of everything that a page asks, page by page, for `ideas` ideas. */
export async function databaseTimes(ideas: number) {
  const { db } = await import('#db/database.server.ts')
  const { boardChoices, boardPage } = await import('#app/domain/ideas/board.server.ts')
  const { BoardQuery } = await import('#app/domain/ideas/idea-feed.form.ts')
  const { realisedIdeas, roadmap } = await import('#app/domain/ideas/roadmap.server.ts')
  const { communityFigures } = await import('#app/domain/ideas/roadmap-figures.server.ts')
  const { ideaFeed } = await import('#app/domain/ideas/idea-feed.server.ts')
  const { relatedIdeas } = await import('#app/domain/ideas/similar.server.ts')
  const { findIdea } = await import('#app/domain/ideas/idea.server.ts')
  const { aroundIdea } = await import('#app/domain/ideas/idea-page.server.ts')
  const { officialAnswerOf, timelineOf } = await import('#app/domain/workflow/timeline.server.ts')
  const { commentThreads } = await import('#app/domain/comments/thread.server.ts')

  const board = (query: object) => async () => {
    await boardChoices(db)
    await boardPage(db, BoardQuery.parse(query))
    await realisedIdeas(db, { limit: 3 })
  }
  const pages: Record<string, (i: number) => Promise<unknown>> = {
    board: board({}),
    'board, newest of a status': board({ sort: 'new', status: 'planned' }),
    'board of a category': board({ category: 'packaging' }),
    'board of a tag': board({ tag: 'tag7' }),
    'board, answered': board({ answered: '1' }),
    'board of a person': board({ author: 'member_5' }),
    home: async () => {
      await ideaFeed(db, { sort: 'hot', limit: 5 })
      await realisedIdeas(db, { limit: 3 })
      await communityFigures(db)
    },
    roadmap: () => roadmap(db),
    realised: () => realisedIdeas(db),
    idea: async (i) => {
      const idea = (await findIdea(db, 1 + ((i * 37) % ideas), undefined))!
      await Promise.all([
        aroundIdea(db, idea),
        timelineOf(db, idea),
        officialAnswerOf(db, idea.id),
        relatedIdeas(db, idea),
        commentThreads(db, idea.id),
      ])
    },
  }
  const times: [string, number][] = []
  for (const [name, work] of Object.entries(pages)) times.push([name, await timeInside(work)])
  return times
}
