import { and, desc, eq, gte, inArray, isNull, lt } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { earlierAside } from '#db/expressions.ts'
import { criteria, dossiers, evaluations, verdicts } from '#db/schema/dossiers.ts'
import { people } from '#db/schema/identity.ts'
import { ideas } from '#db/schema/ideas.ts'
import { now } from '#db/time.ts'
import { statusList } from '../ideas/categories.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import type { DeskQuery } from './desk.form.ts'
import {
  deskColumns,
  type DeskIdea,
  isNarrowed,
  narrowed,
  orderedRows,
  placeOf,
  rowsAmong,
} from './desk-row.server.ts'

const day = 86_400_000
const newFor = 14 * day
const mostMine = 200
const mostWeighed = 1_000
/** Counting goes as far as a person would. */
export const mostCounted = 100

/** From which answer of a promise that nobody gave an idea counts as waiting: seven days. */
export const waitsAfter = 7 * day

/** The statuses an idea enters by: its author may still edit it, and nobody has moved it. */
async function entries(db: Read, status?: string) {
  const every = (await statusList(db)).filter(({ id, editsOpen }) => editsOpen && id !== 'draft')
  return every.map(({ id }) => id).filter((id) => !status || id === status)
}

const arrived = () => gte(ideas.publishedAt, new Date(now().getTime() - newFor))
const since = () => new Date(now().getTime() - waitsAfter)
const waiting = () => and(lt(ideas.publishedAt, since()), isNull(ideas.answeredAt))

/** The ideas that came in within two weeks and that nobody has moved or answered: the first `most`. */
export async function newRows(db: Read, query: DeskQuery, most: number) {
  const order = query.order === 'oldest' ? ('oldest' as const) : ('new' as const)
  const pages = await Promise.all(
    (await entries(db, query.status)).map((status) => {
      const where = and(narrowed({ ...query, status, order, unanswered: '1' }), arrived())!
      return orderedRows(db, { ...query, order }, most, where)
    }),
  )
  const sign = order === 'new' ? -1 : 1
  return pages
    .flat()
    .sort((one, other) => sign * compared(placeOf(one, order), placeOf(other, order)))
    .slice(0, most)
}

type Place = ReturnType<typeof placeOf>
const compared = (one: Place, other: Place) => one.value - other.value || one.number - other.number

/** The ideas of the board that have waited for an answer for more than a week. */
export function waitingRows(db: Read, query: DeskQuery, most: number) {
  const byDate = query.order === 'new' || query.order === 'oldest'
  const waits = byDate ? waiting() : earlierAside(ideas.publishedAt, since())
  return orderedRows(db, query, most, and(narrowed({ ...query, unanswered: '1' }), waits)!)
}

/** The ideas that open dossiers have given to `member` to weigh, those without a score first. */
export async function mineRows(db: Read, member: Person, query: DeskQuery) {
  const rows = await db
    .select({
      ideaId: dossiers.ideaId,
      scoredAt: evaluations.scoredAt,
      assignedAt: evaluations.assignedAt,
    })
    .from(evaluations)
    .innerJoin(dossiers, eq(dossiers.id, evaluations.dossierId))
    .where(and(eq(evaluations.evaluatorId, member.id), eq(dossiers.state, 'open')))
    .limit(mostMine)
  rows.sort((one, other) => +other.assignedAt - +one.assignedAt)
  const open = rows.filter(({ scoredAt }) => !scoredAt)
  const ids = [...open, ...rows.filter(({ scoredAt }) => scoredAt)].map(({ ideaId }) => ideaId)
  return (await rowsAmong(db, 'id', [...new Set(ids)])).filter((idea) => isNarrowed(idea, query))
}

/**
 * The ideas that would change most: by the weighted impact that a lead has written down, at least
 * 3.5 of 5; `undefined` where no dossier has come so far.
 */
export async function impactRows(db: Read, query: DeskQuery): Promise<DeskIdea[] | undefined> {
  const rows = await db
    .select({ ideaId: dossiers.ideaId, score: verdicts.score, weight: verdicts.weight })
    .from(dossiers)
    .innerJoin(verdicts, eq(verdicts.dossierId, dossiers.id))
    .innerJoin(criteria, eq(criteria.id, verdicts.criterionId))
    .where(and(inArray(dossiers.state, ['open', 'published']), eq(criteria.axis, 'impact')))
    .limit(mostWeighed)
  if (!rows.length) return undefined
  const sums = new Map<string, { score: number; weight: number }>()
  for (const { ideaId, score, weight } of rows) {
    const sum = sums.get(ideaId) ?? { score: 0, weight: 0 }
    sums.set(ideaId, { score: sum.score + score * weight, weight: sum.weight + weight })
  }
  const high = [...sums]
    .map(([id, { score, weight }]) => ({ id, impact: weight ? score / weight : 0 }))
    .filter(({ impact }) => impact >= 3.5)
    .sort((one, other) => other.impact - one.impact)
  const found = await rowsAmong(
    db,
    'id',
    high.map(({ id }) => id),
  )
  return found.filter((idea) => isNarrowed(idea, query))
}

/** The ideas that are wanted most lately: what impact goes by while nothing has been weighed. */
export const hotRows = (db: Read, query: DeskQuery, most: number) =>
  db
    .select(deskColumns)
    .from(ideas)
    .leftJoin(people, eq(people.id, ideas.authorId))
    .where(narrowed({ ...query, order: 'top' }))
    .orderBy(desc(ideas.hot), desc(ideas.number))
    .limit(most)

/** How many ideas each ready view holds, counted up to `mostCounted`. */
export async function setCounts(db: Read, member: Person) {
  const query = { order: 'new' as const }
  const [fresh, late, mine] = await Promise.all([
    newRows(db, query, mostCounted),
    waitingNumbers(db),
    mineRows(db, member, query),
  ])
  return { new: fresh.length, waiting: late.length, mine: mine.length }
}

const waitingNumbers = (db: Read) =>
  db
    .select({ number: ideas.number })
    .from(ideas)
    .where(and(eq(ideas.place, 'board'), waiting()))
    .limit(mostCounted)
