import { and, eq, isNotNull, sum } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { ideas } from '#db/schema/ideas.ts'
import { countListed } from './categories.server.ts'
import { doneStatus } from './roadmap.server.ts'

/** What the community has done so far, on the board and in public: ideas, their votes, answers, ideas made real. */
export async function communityFigures(db: Read) {
  const onBoard = eq(ideas.place, 'board')
  const done = await doneStatus(db)
  const [[voted], [answered]] = await Promise.all([
    db
      .select({ n: sum(ideas.votesCount).mapWith(Number) })
      .from(ideas)
      .where(onBoard),
    db
      .select({ n: howMany() })
      .from(ideas)
      .where(and(onBoard, isNotNull(ideas.answeredAt))),
  ])
  return {
    ideas: await countListed(db),
    votes: voted?.n ?? 0,
    answers: answered?.n ?? 0,
    done: done ? await countListed(db, { status: done.id }) : 0,
  }
}
