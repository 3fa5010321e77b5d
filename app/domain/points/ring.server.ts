import { and, eq, gte, inArray, isNotNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { comments, usefulMarks } from '#db/schema/comments.ts'
import { people } from '#db/schema/identity.ts'
import { suspicions } from '#db/schema/point-desk.ts'
import { now } from '#db/time.ts'
import { isSmallPart, leastTimes, type Marks, type Ring, ringsOf } from './ring.rules.ts'

const dayMs = 86_400_000
/** How far back it matters who marked whom. */
export const ringDays = 90
/** How many people around an author are looked at, and in how many steps: bounded, however large the house. */
const around = { people: 60, steps: 3 }

/**
 * Those of the people who found a comment of `authorId` useful who are no ring with its author: they
 * do not mostly mark each other, not round three corners either. A ring that the staff has cleared
 * is none.
 */
export async function independentMarkers(db: Read, authorId: string, markerIds: string[]) {
  const others = markerIds.filter((id) => id !== authorId)
  const { rings } = await ringsAround(db, authorId)
  const ring = rings.find(({ personIds }) => personIds.includes(authorId))
  return others.filter((id) => !ring?.personIds.includes(id))
}

/**
 * The rings that can be seen from an author: one or none of their own, and those of whom they are
 * bound to. `looked` are those around whom nothing more would be found.
 */
export async function ringsAround(db: Read, authorId: string) {
  const { marks, asked, looked } = await marksAround(db, authorId)
  const rings = ringsOf(marks).filter(({ personIds }) => personIds.every((id) => asked.has(id)))
  return { rings: await judged(db, rings), looked }
}

/** The rings among some that count: a small part of the house, and not cleared by the staff. */
async function judged(db: Read, rings: Ring[]): Promise<Ring[]> {
  if (!rings.length) return []
  const largest = Math.max(...rings.map(({ personIds }) => personIds.length))
  const some = await db
    .select({ id: people.id })
    .from(people)
    .limit(3 * largest + 1)
  const cleared = await clearedRings(db)
  return rings.filter(
    ({ personIds }) =>
      isSmallPart(personIds.length, some.length) &&
      !cleared.some((known) => personIds.every((id) => known.includes(id))),
  )
}

async function clearedRings(db: Read) {
  const since = new Date(+now() - ringDays * dayMs)
  const rows = await db
    .select({ personIds: suspicions.personIds })
    .from(suspicions)
    .where(
      and(
        eq(suspicions.state, 'cleared'),
        gte(suspicions.foundAt, since),
        eq(suspicions.kind, 'ring'),
      ),
    )
  return rows.map(({ personIds }) => personIds)
}

/** Who marked whom: by an author, of an author, and by and of those who are bound to them. */
async function marksAround(db: Read, authorId: string) {
  const known = new Map<string, Marks>()
  const asked = new Set<string>()
  let looked: string[] = []
  let next = [authorId]
  for (let step = 0; step < around.steps && next.length; step++) {
    for (const id of next) asked.add(id)
    const rows = [...(await givenBy(db, next)), ...(await receivedBy(db, next))]
    for (const row of rows) known.set(`${row.markerId} ${row.authorId}`, row)
    const bound = boundBy([...known.values()]).filter((id) => !asked.has(id))
    // Most authors are bound to nobody, and are done with here.
    if (step === 0 && !isInReach(authorId, rows)) return { marks: [], asked, looked: [authorId] }
    next = bound.slice(0, Math.max(0, around.people - asked.size))
    if (!bound.length) looked = [...asked]
  }
  return { marks: [...known.values()], asked, looked: [authorId, ...looked] }
}

/** Who is in no ring that neither binds themselves to somebody nor has anybody bound to them. */
const isInReach = (authorId: string, marks: Marks[]) =>
  marks.some(({ markerId, times }) => markerId === authorId && times >= leastTimes) &&
  marks.some((one) => one.authorId === authorId && one.times >= leastTimes)

/** Whoever is bound to somebody by several marks, the most bound first. */
const boundBy = (marks: Marks[]) => [
  ...new Set(
    marks
      .filter(({ times }) => times >= leastTimes)
      .sort((one, other) => other.times - one.times)
      .flatMap(({ markerId, authorId }) => [markerId, authorId]),
  ),
]

async function givenBy(db: Read, markerIds: string[]): Promise<Marks[]> {
  const since = new Date(+now() - ringDays * dayMs)
  const rows = await db
    .select({ markerId: usefulMarks.personId, authorId: comments.authorId, times: howMany() })
    .from(usefulMarks)
    .innerJoin(comments, eq(comments.id, usefulMarks.commentId))
    .where(
      and(
        inArray(usefulMarks.personId, markerIds),
        gte(usefulMarks.markedAt, since),
        isNotNull(comments.authorId),
      ),
    )
    .groupBy(usefulMarks.personId, comments.authorId)
  return rows as Marks[]
}

async function receivedBy(db: Read, authorIds: string[]): Promise<Marks[]> {
  const since = new Date(+now() - ringDays * dayMs)
  const rows = await db
    .select({ markerId: usefulMarks.personId, authorId: comments.authorId, times: howMany() })
    .from(comments)
    .innerJoin(usefulMarks, eq(usefulMarks.commentId, comments.id))
    .where(and(inArray(comments.authorId, authorIds), gte(usefulMarks.markedAt, since)))
    .groupBy(usefulMarks.personId, comments.authorId)
  return rows as Marks[]
}
