import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany, pageAfter, pageAfterAscending } from '#db/expressions.ts'
import { people } from '#db/schema/identity.ts'
import { pointGrants } from '#db/schema/point-desk.ts'
import { pointEntries } from '#db/schema/points.ts'
import type { Grant } from './grant.server.ts'

const aPage = 30

export type GrantPlace = { at: Date; id: string }
/** Somebody as a list names them. */
export type Named = { id: string; handle: string; displayName: string; avatarId: string | null }
export type ListedGrant = Grant & {
  /** What was really moved; null before that. */
  moved: number | null
  person: Named | null
  asker: Named | null
  decider: Named | null
}

/** One page of what was given and taken by hand: who waits longest first, what was decided last first. */
export async function grantList(db: Read, state: Grant['state'], after?: GrantPlace) {
  const columns = [pointGrants.askedAt, pointGrants.id]
  const isQueue = state === 'asked'
  const rest = after && (isQueue ? pageAfterAscending : pageAfter)(columns, [after.at, after.id])
  const order = isQueue ? asc : desc
  const found = await db
    .select({ grant: pointGrants, moved: pointEntries.amount })
    .from(pointGrants)
    .leftJoin(pointEntries, eq(pointEntries.seq, pointGrants.seq))
    .where(and(eq(pointGrants.state, state), rest))
    .orderBy(order(pointGrants.askedAt), order(pointGrants.id))
    .limit(aPage + 1)
  const rows = await named(db, found.slice(0, aPage))
  const last = rows.at(-1)
  const next = found.length > aPage && last ? { at: last.askedAt, id: last.id } : undefined
  return { rows, next }
}

/** The latest of what somebody was given, and what was taken from them, by hand. */
export async function grantsFor(db: Read, personId: string) {
  const found = await db
    .select({ grant: pointGrants, moved: pointEntries.amount })
    .from(pointGrants)
    .leftJoin(pointEntries, eq(pointEntries.seq, pointGrants.seq))
    .where(eq(pointGrants.personId, personId))
    .orderBy(desc(pointGrants.askedAt))
    .limit(5)
  return named(db, found)
}

/** How many wishes wait for a second person. */
export async function grantsWaiting(db: Read) {
  const [counted] = await db
    .select({ n: howMany() })
    .from(pointGrants)
    .where(eq(pointGrants.state, 'asked'))
  return counted!.n
}

type Found = { grant: Grant; moved: number | null }

async function named(db: Read, found: Found[]): Promise<ListedGrant[]> {
  const ids = found.flatMap(({ grant }) => [grant.personId, grant.askedBy, grant.decidedBy ?? ''])
  const known = await peopleOf(db, [...new Set(ids)])
  const who = (id: string | null) => known.get(id ?? '') ?? null
  return found.map(({ grant, moved }) => ({
    ...grant,
    moved: moved === null ? null : moved * Math.sign(grant.amount),
    person: who(grant.personId),
    asker: who(grant.askedBy),
    decider: who(grant.decidedBy),
  }))
}

async function peopleOf(db: Read, ids: string[]): Promise<Map<string, Named>> {
  if (!ids.length) return new Map<string, Named>()
  const { id, handle, displayName, avatarId } = people
  const found = await db
    .select({ id, handle, displayName, avatarId })
    .from(people)
    .where(inArray(id, ids))
  return new Map(found.map((person) => [person.id, person]))
}
