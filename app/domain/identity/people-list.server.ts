import { and, desc, eq, isNull, like, or } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { pageAfter } from '#db/expressions.ts'
import { people } from '#db/schema/identity.ts'
import { momentOf } from '#db/time.ts'
import { foldedName } from './name.rules.ts'
import type { Role } from './permission.rules.ts'
import { rolesOf } from './role.server.ts'

const aPage = 30

const listed = {
  id: people.id,
  handle: people.handle,
  displayName: people.displayName,
  avatarId: people.avatarId,
  email: people.email,
  emailVerifiedAt: people.emailVerifiedAt,
  team: people.team,
  joinedAt: people.joinedAt,
  suspendedAt: people.suspendedAt,
  suspendedUntil: people.suspendedUntil,
  silencedUntil: people.silencedUntil,
}

/** True for those whose name, handle or address holds the words, however they are spelt. */
function named(words: string) {
  const plain = foldedName(words).replace(/[%\\]/g, ' ').trim()
  if (!plain) return undefined
  return or(
    like(people.nameFolded, `%${plain}%`),
    like(people.handle, `%${plain.replace(/\W+/g, '_')}%`),
    like(people.emailFolded, `%${plain}%`),
  )
}

/**
 * One page of the people, who joined last first, narrowed to those with `words` in their name.
 * `after` is the `next` of the page before.
 */
export async function peopleList(
  db: Read,
  { words = '', after }: { words?: string; after?: string },
) {
  const [, joinedAt, id] = /^(\d{1,15})\.([\w-]{1,40})$/.exec(after ?? '') ?? []
  const rest =
    joinedAt && id
      ? pageAfter([people.joinedAt, people.id], [momentOf(Number(joinedAt)), id])
      : undefined
  const found = await db
    .select(listed)
    .from(people)
    .where(and(named(words), isNull(people.erasedAt), rest))
    .orderBy(desc(people.joinedAt), desc(people.id))
    .limit(aPage + 1)
  const page = await withRoles(db, found.slice(0, aPage))
  const last = page.at(-1)
  const next = found.length > aPage && last ? `${last.joinedAt.getTime()}.${last.id}` : undefined
  return { people: page, next }
}

async function withRoles<P extends { id: string }>(db: Read, some: P[]) {
  const held = await rolesOf(
    db,
    some.map((person) => person.id),
  )
  return some.map((person) => ({
    ...person,
    roles: held.filter(({ personId }) => personId === person.id).map(({ role }): Role => role),
  }))
}

/** Somebody as the staff sees them; `undefined` when there is nobody of that handle. */
export async function findPerson(db: Read, handle: string) {
  const found = await db.select(listed).from(people).where(eq(people.handle, handle))
  const [person] = await withRoles(db, found)
  return person
}
