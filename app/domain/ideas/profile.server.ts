import { and, desc, eq, isNull, ne } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany, pageAfter } from '#db/expressions.ts'
import { comments } from '#db/schema/comments.ts'
import { ideas, statuses } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { votes } from '#db/schema/votes.ts'
import { listed, selectListed } from './idea-card.server.ts'
import { type Cursor, cursorAt, type Feed, pageSize } from './idea-feed.rules.ts'

/**
 * What everybody may know of a member, with how much they have contributed in public; without their
 * words about themselves while they are suspended. `undefined` for whoever is unknown or came with
 * an import.
 */
export async function publicProfile(db: Read, handle: string) {
  const { id, displayName, avatarId, bio, team, joinedAt, suspendedAt: isOut } = people
  const [person] = await db
    .select({ id, handle: people.handle, displayName, avatarId, bio, team, joinedAt, isOut })
    .from(people)
    .where(and(eq(people.handle, handle), isNull(people.source), isNull(people.erasedAt)))
  if (!person) return undefined
  const [all, done, said, cast] = await Promise.all([
    db.$count(ideas, and(eq(ideas.authorId, person.id), eq(ideas.place, 'board'))),
    doneBy(db, person.id),
    saidBy(db, person.id),
    castBy(db, person.id),
  ])
  const { isOut: silent, ...told } = person
  return {
    ...told,
    bio: silent ? '' : told.bio,
    counts: { ideas: all, done, comments: said, votes: cast },
  }
}

const isPublic = ne(ideas.place, 'private')

async function saidBy(db: Read, personId: string) {
  const inSight = [isNull(comments.deletedAt), isNull(comments.hiddenAt), isPublic]
  const [said] = await db
    .select({ n: howMany() })
    .from(comments)
    .innerJoin(ideas, eq(ideas.id, comments.ideaId))
    .where(and(eq(comments.authorId, personId), ...inSight))
  return said!.n
}

async function castBy(db: Read, personId: string) {
  const [cast] = await db
    .select({ n: howMany() })
    .from(votes)
    .innerJoin(ideas, eq(ideas.id, votes.ideaId))
    .where(and(eq(votes.voterId, personId), isPublic, isNull(ideas.mergedIntoId)))
  return cast!.n
}

async function doneBy(db: Read, personId: string) {
  const [done] = await db
    .select({ n: howMany() })
    .from(ideas)
    .innerJoin(statuses, eq(statuses.id, ideas.status))
    .where(
      and(eq(ideas.authorId, personId), eq(statuses.tone, 'done'), eq(statuses.place, 'board')),
    )
  return done!.n
}

/** All the ideas of a person, the newest first, the private ones too: for their own eyes only. */
export async function ideasOf(db: Read, personId: string, after?: Cursor): Promise<Feed> {
  const { publishedAt, number } = ideas
  const from = after?.[0] === 'new' ? [new Date(after[1]), after[2]] : undefined
  const rows = await selectListed(db)
    .where(and(eq(ideas.authorId, personId), from && pageAfter([publishedAt, number], from)))
    .orderBy(desc(publishedAt), desc(number))
    .limit(pageSize + 1)
  const page = rows.slice(0, pageSize)
  return {
    ideas: await listed(db, page),
    next: rows.length > pageSize ? cursorAt(page.at(-1)!, 'new') : undefined,
  }
}
