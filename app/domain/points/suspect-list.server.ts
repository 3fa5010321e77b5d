import { and, asc, desc, eq, inArray, sum } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { isOneOf, pageAfter } from '#db/expressions.ts'
import { comments, usefulMarks } from '#db/schema/comments.ts'
import { ideas } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { friends } from '#db/schema/boards.ts'
import { suspicions } from '#db/schema/point-desk.ts'
import { pointAccounts, pointPending } from '#db/schema/points.ts'
import { votes } from '#db/schema/votes.ts'
import type { Suspicion } from './suspicion.server.ts'

const pageSize = 20
const mostPeople = 200
const mostFacts = 20

/** What the lists of the staff are about. */
export const suspicionStates = { open: ['open'], decided: ['cleared', 'taken-back'] } as const
export type SuspicionList = keyof typeof suspicionStates
export type SuspicionCursor = { foundAt: Date; id: string }

/**
 * The suspicions of a list, the newest first, 20 at a time, with who is concerned (the first few) and
 * how much is held; `next` is the cursor of the page after.
 */
export async function suspicionList(db: Read, list: SuspicionList, after?: SuspicionCursor) {
  const from = after && pageAfter([suspicions.foundAt, suspicions.id], [after.foundAt, after.id])
  const pages = await Promise.all(
    suspicionStates[list].map((state) =>
      db
        .select()
        .from(suspicions)
        .where(and(eq(suspicions.state, state), from))
        .orderBy(desc(suspicions.foundAt), desc(suspicions.id))
        .limit(pageSize + 1),
    ),
  )
  const rows = pages
    .flat()
    .sort((one, other) => +other.foundAt - +one.foundAt || (other.id > one.id ? 1 : -1))
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  const next = rows.length > pageSize ? last && { foundAt: last.foundAt, id: last.id } : undefined
  return { suspicions: await withPeople(db, page), next }
}

async function withPeople(db: Read, page: Suspicion[]) {
  const few = 5
  const shown = page.flatMap(({ personIds, decidedBy }) => [...personIds.slice(0, few), decidedBy])
  const names = await namesOf(db, shown)
  const held = await heldBy(
    db,
    page.map(({ id }) => id),
  )
  return page.map((suspicion) => ({
    ...suspicion,
    people: suspicion.personIds.slice(0, few).map((id) => names.get(id)),
    more: Math.max(0, suspicion.personIds.length - few),
    decider: names.get(suspicion.decidedBy ?? ''),
    held: held.get(suspicion.id) ?? 0,
  }))
}

/** The names and pictures of people, by their ids. */
export async function namesOf(db: Read, ids: (string | null)[]) {
  const { id, handle, displayName, avatarId } = people
  const rows = await db
    .select({ id, handle, displayName, avatarId })
    .from(people)
    .where(isOneOf(id, [...new Set(ids.flatMap((one) => one ?? []))]))
  return new Map(rows.map((row) => [row.id, row]))
}

async function heldBy(db: Read, ids: string[]) {
  if (!ids.length) return new Map<string, number>()
  const rows = await db
    .select({ id: pointPending.heldBy, points: sum(pointPending.amount).mapWith(Number) })
    .from(pointPending)
    .where(inArray(pointPending.heldBy, ids))
    .groupBy(pointPending.heldBy)
  return new Map(rows.map(({ id, points }) => [id!, points]))
}

/** One suspicion with everybody concerned, what is held of whom, and what they did, to be looked at. */
export async function findSuspicion(db: Read, id: string) {
  const [suspicion] = await db.select().from(suspicions).where(eq(suspicions.id, id))
  if (!suspicion) return undefined
  const ids = suspicion.personIds
  const [persons, decider] = [
    await personsOf(db, ids.slice(0, mostPeople), id),
    (await namesOf(db, [suspicion.decidedBy])).get(suspicion.decidedBy ?? ''),
  ]
  const [acts, marks, voted] = [
    await heldActs(db, id),
    suspicion.kind === 'ring' ? await marksAmong(db, ids) : [],
    suspicion.kind === 'puppets' ? await votedFor(db, suspicion) : [],
  ]
  const held = (await heldBy(db, [id])).get(id) ?? 0
  return { ...suspicion, persons, decider, held, acts, marks, voted }
}

async function personsOf(db: Read, ids: string[], suspicionId: string) {
  const { id, handle, displayName, avatarId, joinedAt } = people
  const rows = await db
    .select({
      ...{ id, handle, displayName, avatarId, joinedAt },
      ...{ earned: pointAccounts.earned, inviterId: friends.inviterId },
    })
    .from(people)
    .leftJoin(pointAccounts, eq(pointAccounts.personId, id))
    .leftJoin(friends, eq(friends.friendId, id))
    .where(isOneOf(id, ids))
  const held = await db
    .select({
      personId: pointPending.personId,
      points: sum(pointPending.amount).mapWith(Number),
    })
    .from(pointPending)
    .where(eq(pointPending.heldBy, suspicionId))
    .groupBy(pointPending.personId)
  const points = new Map(held.map((row) => [row.personId, row.points]))
  return rows
    .map((row) => ({ ...row, earned: row.earned ?? 0, held: points.get(row.id) ?? 0 }))
    .sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}

const ideaOf = {
  number: ideas.number,
  slug: ideas.slug,
  title: ideas.title,
  locale: ideas.locale,
}

const heldActs = (db: Read, id: string) =>
  db
    .select({
      ...{ seq: pointPending.seq, amount: pointPending.amount, rule: pointPending.rule },
      ...{ actedAt: pointPending.actedAt, person: people.displayName, idea: ideaOf },
    })
    .from(pointPending)
    .leftJoin(people, eq(people.id, pointPending.personId))
    .leftJoin(ideas, eq(ideas.id, pointPending.ideaId))
    .where(eq(pointPending.heldBy, id))
    .orderBy(asc(pointPending.seq))
    .limit(mostFacts)

/** The latest comments of some that others of them found useful. */
const marksAmong = (db: Read, ids: string[]) =>
  db
    .select({
      ...{ commentId: comments.id, body: comments.body, authorId: comments.authorId },
      ...{ markerId: usefulMarks.personId, markedAt: usefulMarks.markedAt, idea: ideaOf },
    })
    .from(comments)
    .innerJoin(usefulMarks, eq(usefulMarks.commentId, comments.id))
    .innerJoin(ideas, eq(ideas.id, comments.ideaId))
    .where(and(isOneOf(comments.authorId, ids), isOneOf(usefulMarks.personId, ids)))
    .orderBy(desc(usefulMarks.markedAt))
    .limit(mostFacts)

/** The latest votes of puppets for ideas of whom they serve. */
const votedFor = (db: Read, { personIds, facts }: Suspicion) =>
  db
    .select({ voterId: votes.voterId, castAt: votes.castAt, idea: ideaOf })
    .from(votes)
    .innerJoin(ideas, eq(ideas.id, votes.ideaId))
    .where(and(isOneOf(votes.voterId, personIds), eq(ideas.authorId, String(facts.masterId))))
    .orderBy(desc(votes.castAt))
    .limit(mostFacts)
