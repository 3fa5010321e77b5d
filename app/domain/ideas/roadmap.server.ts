import { prepared, type Read } from '#db/database.server.ts'
import { isAmong, listOf } from '#db/expressions.ts'
import { officialAnswers } from '#db/schema/workflow.ts'
import { countListed, statusList } from './categories.server.ts'
import type { Cursor, ListedIdea } from './idea-feed.rules.ts'
import { ideaFeed } from './idea-feed.server.ts'
import { liveAmong } from './status.rules.ts'

const shownInColumn = 6

/**
 * The statuses that the brand shows on its roadmap, in the order of the path, each with how many
 * ideas it holds and the most wanted of them (of those done, the latest).
 */
export async function roadmap(db: Read, limit = shownInColumn) {
  const stages = liveAmong(await statusList(db)).filter(
    ({ onRoadmap, place }) => onRoadmap && place !== 'private',
  )
  return Promise.all(
    stages.map(async (stage) => {
      const sort = stage.id === 'realised' ? 'updated' : 'top'
      const { ideas } = await ideaFeed(db, { sort, status: stage.id, limit })
      return { stage, sort, ideas, total: await countListed(db, { status: stage.id }) }
    }),
  )
}

/** The status of what became real; `undefined` where the brand has none. */
export const doneStatus = async (db: Read) =>
  (await statusList(db)).find(({ id, place }) => id === 'realised' && place === 'board')

export type Story = { team: string; body: string; publishedAt: Date }
export type RealisedIdea = ListedIdea & { story: Story | undefined }

/** What became real, the latest first, each with the brand's last answer as its story. */
export async function realisedIdeas(
  db: Read,
  { after, limit }: { after?: Cursor; limit?: number } = {},
): Promise<{ ideas: RealisedIdea[]; next?: Cursor; total: number }> {
  const done = await doneStatus(db)
  if (!done) return { ideas: [], total: 0 }
  const feed = await ideaFeed(db, { sort: 'updated', status: done.id, after, limit })
  const stories = await lastAnswers(
    db,
    feed.ideas.map(({ id }) => id),
  )
  const ideas = feed.ideas.map((idea) => ({ ...idea, story: stories.get(idea.id) }))
  return { ideas, next: feed.next, total: feed.total ?? ideas.length }
}

const { ideaId, team, body, publishedAt } = officialAnswers
const answersTo = (db: Read) => () =>
  db
    .select({ ideaId, team, body, publishedAt })
    .from(officialAnswers)
    .where(isAmong(ideaId, 'ideaIds'))
    .prepare('answers_to')

async function lastAnswers(db: Read, ideaIds: string[]) {
  const ask = prepared(db, 'answers_to', answersTo(db))
  const answers = await ask.execute({ ideaIds: listOf(ideaIds) })
  const oldestFirst = answers.sort((one, other) => +one.publishedAt - +other.publishedAt)
  return new Map<string, Story>(oldestFirst.map(({ ideaId, ...story }) => [ideaId, story]))
}
