import { and, eq, isNotNull, sum } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { ideas } from '#db/schema/ideas.ts'
import { countListed } from './categories.server.ts'
import { countedLately } from './lately.server.ts'
import { doneStatus } from './roadmap.server.ts'

/** What the community has done so far, on the board and in public: ideas, their votes, answers, ideas made real. */
export async function communityFigures(db: Read) {
  const onBoard = eq(ideas.place, 'board')
  const done = await doneStatus(db)
  const [votes, answers] = await Promise.all([
    countedLately(db, 'votes on the board', async () => {
      const n = sum(ideas.votesCount).mapWith(Number)
      const [counted] = await db.select({ n }).from(ideas).where(onBoard)
      return counted?.n ?? 0
    }),
    countedLately(db, 'answers on the board', async () => {
      const isAnswered = and(onBoard, isNotNull(ideas.answeredAt))
      const [counted] = await db.select({ n: howMany() }).from(ideas).where(isAnswered)
      return counted!.n
    }),
  ])
  return {
    ideas: await countListed(db),
    votes,
    answers,
    done: done ? await countListed(db, { status: done.id }) : 0,
  }
}
