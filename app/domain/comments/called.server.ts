import { and, eq, gte, inArray } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { commentRevisions, comments } from '#db/schema/comments.ts'
import { people } from '#db/schema/identity.ts'
import { mentionsIn } from '../ideas/markdown.rules.ts'
import { isWithin } from '../points/level.rules.ts'
import { rightsFor, type Wisher } from '../points/rights.server.ts'
import { dawn } from '../site/day.server.ts'

/** The ids of the people whom a text calls by `@handle`. */
export const calledIn = (db: Read, body: string) => idsOf(db, mentionsIn(body))

async function idsOf(db: Read, handles: string[]) {
  if (!handles.length) return []
  const called = await db
    .select({ id: people.id })
    .from(people)
    .where(inArray(people.handle, handles))
  return called.map(({ id }) => id)
}

/**
 * The people whom `author` called by name since the day began where the community lives, in words that
 * an edit took away too: they were told.
 */
export async function calledToday(db: Read, author: Wisher) {
  const mine = and(eq(comments.authorId, author.id), gte(comments.createdAt, await dawn(db)))
  const now = await db.select({ body: comments.body }).from(comments).where(mine)
  const before = await db
    .select({ body: commentRevisions.body })
    .from(commentRevisions)
    .innerJoin(comments, eq(comments.id, commentRevisions.commentId))
    .where(mine)
  const said = [...now, ...before]
  const handles = new Set(said.flatMap(({ body }) => mentionsIn(body)))
  const called = await idsOf(db, [...handles])
  return called.filter((id) => id !== author.id)
}

/**
 * True when `body` calls more people than its author's level allows in a day, whom they called before
 * included. `before` is what it replaces: whoever was called there is not called anew.
 */
export async function callsTooMany(db: Read, author: Wisher, body: string, before = '') {
  const known = mentionsIn(before)
  const handles = mentionsIn(body).filter((handle) => !known.includes(handle))
  const called = (await idsOf(db, handles)).filter((id) => id !== author.id)
  if (!called.length) return false
  const { mentions } = await rightsFor(db, author)
  if (mentions === null) return false
  const today = new Set([...(await calledToday(db, author)), ...called])
  return !isWithin(today.size, mentions)
}
