import { inArray } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { officialAnswers } from '#db/schema/workflow.ts'
import { countListed, statusList } from './categories.server.ts'
import type { Cursor, ListedIdea } from './idea-feed.rules.ts'
import { ideaFeed } from './idea-feed.server.ts'

const shownInColumn = 6

/**
 * The statuses that the brand shows on its roadmap, in the order of the path, each with how many
 * ideas it holds and the most wanted of them (of those done, the latest).
 */
export async function roadmap(db: Read, limit = shownInColumn) {
  const stages = (await statusList(db)).filter(
    ({ onRoadmap, place }) => onRoadmap && place !== 'private',
  )
  return Promise.all(
    stages.map(async (stage) => {
      const sort = stage.tone === 'done' ? 'updated' : 'top'
      const { ideas } = await ideaFeed(db, { sort, status: stage.id, limit })
      return { stage, sort, ideas, total: await countListed(db, { status: stage.id }) }
    }),
  )
}

/** The status of what became real; `undefined` where the brand has none. */
export const doneStatus = async (db: Read) =>
  (await statusList(db)).find(({ tone, place }) => tone === 'done' && place === 'board')

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

async function lastAnswers(db: Read, ideaIds: string[]) {
  if (!ideaIds.length) return new Map<string, Story>()
  const { ideaId, team, body, publishedAt } = officialAnswers
  const answers = await db
    .select({ ideaId, team, body, publishedAt })
    .from(officialAnswers)
    .where(inArray(officialAnswers.ideaId, ideaIds))
  const oldestFirst = answers.sort((one, other) => +one.publishedAt - +other.publishedAt)
  return new Map<string, Story>(oldestFirst.map(({ ideaId, ...story }) => [ideaId, story]))
}
