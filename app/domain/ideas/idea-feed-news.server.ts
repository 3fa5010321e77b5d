import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { comments } from '#db/schema/comments.ts'
import { people } from '#db/schema/identity.ts'
import { moves, officialAnswers } from '#db/schema/workflow.ts'

const most = 40

/** One thing that happened to an idea in public; `words` are Markdown. */
export type News = {
  id: string
  at: Date
  words: string
} & (
  | { kind: 'comment'; author: string | null; team: string | null }
  | { kind: 'move'; status: string; team: string | null }
  | { kind: 'answer'; team: string }
)

/** The latest 40 things said of an idea and done with it, the newest first; nothing deleted or hidden. */
export async function newsOf(db: Read, ideaId: string): Promise<News[]> {
  const [said, moved, answered] = await Promise.all([
    commentsOf(db, ideaId),
    movesOf(db, ideaId),
    answersOf(db, ideaId),
  ])
  // An answer that came along with a move has the same words: once is enough.
  const alone = answered.filter(({ words }) => moved.every((move) => move.words !== words))
  return [...said, ...moved, ...alone].sort((one, other) => +other.at - +one.at).slice(0, most)
}

async function commentsOf(db: Read, ideaId: string): Promise<News[]> {
  const said = await db
    .select({ comment: comments, name: people.displayName })
    .from(comments)
    .leftJoin(people, eq(people.id, comments.authorId))
    .where(and(eq(comments.ideaId, ideaId), isNull(comments.deletedAt), isNull(comments.hiddenAt)))
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(most)
  return said.map(({ comment: { id, body, createdAt, team }, name }) => ({
    kind: 'comment',
    id,
    at: createdAt,
    words: body,
    author: name,
    team,
  }))
}

async function movesOf(db: Read, ideaId: string): Promise<News[]> {
  const made = await db
    .select()
    .from(moves)
    .where(eq(moves.ideaId, ideaId))
    .orderBy(desc(moves.movedAt), desc(moves.id))
    .limit(most)
  return made.map(({ id, movedAt, note, toStatus, team }) => ({
    kind: 'move',
    id,
    at: movedAt,
    words: note,
    status: toStatus,
    team,
  }))
}

async function answersOf(db: Read, ideaId: string): Promise<News[]> {
  const given = await db
    .select()
    .from(officialAnswers)
    .where(eq(officialAnswers.ideaId, ideaId))
    .orderBy(desc(officialAnswers.publishedAt), desc(officialAnswers.id))
    .limit(most)
  return given.map(({ id, publishedAt, body, team }) => ({
    kind: 'answer',
    id,
    at: publishedAt,
    words: body,
    team,
  }))
}
