import { and, asc, eq, gt, gte, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany, isOneOf } from '#db/expressions.ts'
import { activity } from '#db/schema/activity.ts'
import { comments } from '#db/schema/comments.ts'
import { ideas } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { friends } from '#db/schema/boards.ts'
import { pointPending } from '#db/schema/points.ts'
import { votes } from '#db/schema/votes.ts'
import { now } from '#db/time.ts'
import { burstsAmong } from './burst.rules.ts'
import { isNewHouse, mastersAmong, type Newcomer, puppetsOf } from './puppet.rules.ts'
import { ringsAround } from './ring.server.ts'
import { type Doings, doingsOfBurst, doingsOfPuppets, doingsOfRing } from './suspicion.rules.ts'

const dayMs = 86_400_000
const daysAgo = (days: number) => new Date(+now() - days * dayMs)
/** How long somebody is new; and of how many at most one look takes care. */
const fresh = { burstDays: 4, puppetDays: 15, people: 5_000 }
const mostAuthors = 500

/** Rings around those whose comments were found useful after `since`. */
export async function findRings(db: Read, since: Date): Promise<Doings[]> {
  const authors = await db
    .selectDistinct({ id: comments.authorId })
    .from(activity)
    .innerJoin(comments, eq(comments.id, activity.subjectId))
    .where(
      and(
        gte(activity.id, firstIdAt(since)),
        eq(activity.verb, 'comment.found-useful'),
        isNotNull(comments.authorId),
      ),
    )
    .limit(mostAuthors)
  const found = new Map<string, Doings>()
  const done = new Set<string>()
  for (const { id } of authors) {
    if (done.has(id!)) continue
    const { rings, looked } = await ringsAround(db, id!)
    for (const one of looked) done.add(one)
    for (const doings of rings.map(doingsOfRing)) found.set(doings.name, doings)
  }
  return [...found.values()]
}

/** The smallest id that could have been made at a moment: ids are in the order of time. */
export const firstIdAt = (moment: Date) => {
  const hex = Math.max(0, +moment).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/** Much earned within hours of joining. */
export async function findBursts(db: Read): Promise<Doings[]> {
  const { personId, actedAt, rule, amount } = pointPending
  const earnings = await db
    .select({ personId, actedAt, rule, amount, joinedAt: people.joinedAt })
    .from(people)
    .innerJoin(pointPending, eq(personId, people.id))
    .where(and(gt(people.joinedAt, daysAgo(fresh.burstDays)), isNull(pointPending.heldBy)))
    .limit(20 * fresh.people)
  return burstsAmong(earnings).map(doingsOfBurst)
}

/** Accounts that joined lately and are there for one person only. */
export async function findPuppets(db: Read): Promise<Doings[]> {
  const since = daysAgo(fresh.puppetDays)
  const all = await newcomers(db, since)
  const masters = mastersAmong(all)
  const lately = await votesLately(db, masters, since)
  const [house] = await db.select({ people: howMany() }).from(people)
  const isNew = isNewHouse(all.length, house!.people)
  return masters.flatMap((masterId) => {
    const found = puppetsOf(masterId, all, isNew ? null : (lately.get(masterId) ?? 0))
    return found ? [doingsOfPuppets(found)] : []
  })
}

async function newcomers(db: Read, since: Date): Promise<Newcomer[]> {
  const rows = await db
    .select({ personId: people.id, joinedAt: people.joinedAt, inviterId: friends.inviterId })
    .from(people)
    .leftJoin(friends, eq(friends.friendId, people.id))
    .where(gt(people.joinedAt, since))
    .orderBy(asc(people.joinedAt))
    .limit(fresh.people)
  const ids = rows.map(({ personId }) => personId)
  const [deeds, written] = [await deedsOf(db, ids), await ideasOf(db, ids)]
  return rows.map((row) => ({
    ...row,
    deeds: deeds.get(row.personId) ?? new Map<string, number>(),
    ideas: written.get(row.personId) ?? 0,
  }))
}

/** How often each of these people voted for, or answered, something of whom. */
async function deedsOf(db: Read, ids: string[]) {
  const voted = db
    .select({ personId: votes.voterId, authorId: ideas.authorId, times: howMany() })
    .from(votes)
    .innerJoin(ideas, eq(ideas.id, votes.ideaId))
    .where(isOneOf(votes.voterId, ids))
    .groupBy(votes.voterId, ideas.authorId)
  const answered = db
    .select({ personId: comments.authorId, authorId: ideas.authorId, times: howMany() })
    .from(comments)
    .innerJoin(ideas, eq(ideas.id, comments.ideaId))
    .where(isOneOf(comments.authorId, ids))
    .groupBy(comments.authorId, ideas.authorId)
  const all = new Map<string, Map<string, number>>()
  for (const { personId, authorId, times } of [...(await voted), ...(await answered)]) {
    const own = all.get(personId!) ?? new Map<string, number>()
    all.set(personId!, own)
    if (authorId !== personId) own.set(authorId ?? '', (own.get(authorId ?? '') ?? 0) + times)
  }
  return all
}

async function ideasOf(db: Read, ids: string[]) {
  const rows = await db
    .select({ authorId: ideas.authorId, times: howMany() })
    .from(ideas)
    .where(isOneOf(ideas.authorId, ids))
    .groupBy(ideas.authorId)
  return new Map(rows.map(({ authorId, times }) => [authorId!, times]))
}

async function votesLately(db: Read, authorIds: string[], since: Date) {
  if (!authorIds.length) return new Map<string, number>()
  const rows = await db
    .select({ authorId: ideas.authorId, times: howMany() })
    .from(ideas)
    .innerJoin(votes, eq(votes.ideaId, ideas.id))
    .where(and(inArray(ideas.authorId, authorIds), gte(votes.castAt, since)))
    .groupBy(ideas.authorId)
  return new Map(rows.map(({ authorId, times }) => [authorId!, times]))
}
