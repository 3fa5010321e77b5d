import { and, asc, desc, eq, exists, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { alias } from '#db/dialect.ts'
import { isOneOf, isTrue, pageAfter, pageAfterAscending } from '#db/expressions.ts'
import { cases } from '#db/schema/care.ts'
import { caseCalls, caseTags } from '#db/schema/care-desk.ts'
import { people } from '#db/schema/identity.ts'
import type { CaseSort, CaseView, StateChoice } from './list.form.ts'
import type { CaseState } from './state.rules.ts'

export const casesOnPage = 30

const assignee = alias(people, 'assignee')
const listed = {
  id: cases.id,
  number: cases.number,
  subject: cases.subject,
  topicId: cases.topicId,
  state: cases.state,
  priority: cases.priority,
  name: cases.name,
  email: cases.email,
  personId: cases.personId,
  assigneeId: cases.assigneeId,
  dueAt: cases.dueAt,
  dueClock: cases.dueClock,
  warnAt: cases.warnAt,
  isUnanswered: cases.isUnanswered,
  messagesCount: cases.messagesCount,
  lastMessageAt: cases.lastMessageAt,
  lastMemberAt: cases.lastMemberAt,
  seenAt: cases.seenAt,
  snoozedUntil: cases.snoozedUntil,
  mergedIntoId: cases.mergedIntoId,
  version: cases.version,
  person: people.displayName,
  assignee: assignee.displayName,
}
export type ListedCase = Awaited<ReturnType<typeof rowsOf>>[number]

export type Place = { at: Date; id: string }
export type ListWish = {
  view: CaseView
  state: StateChoice
  sort: CaseSort
  topicId?: string
  tag?: string
  after?: Place
}

export const statesIn: Record<StateChoice, CaseState[]> = {
  todo: ['new', 'open'],
  waiting: ['waiting'],
  snoozed: ['snoozed'],
  solved: ['solved'],
  closed: ['closed'],
}

const rowsOf = (db: Read, where: SQL | undefined, order: SQL[], limit: number) =>
  db
    .select(listed)
    .from(cases)
    .leftJoin(people, eq(people.id, cases.personId))
    .leftJoin(assignee, eq(assignee.id, cases.assigneeId))
    .where(where)
    .orderBy(...order)
    .limit(limit)

/** What narrows a view, but for the state. */
export function viewedBy(agent: { id: string }, view: CaseView): SQL | undefined {
  if (view === 'mine') return eq(cases.assigneeId, agent.id)
  if (view === 'unassigned') return isNull(cases.assigneeId)
  if (view === 'unattended') return isTrue(cases.isUnanswered)
  return undefined
}

const fewTagged = 1_000

/** A tag that few cases have leads to them; of one that many have the order is walked along. */
async function tagged(db: Read, tag: string) {
  const of = eq(caseTags.tag, tag)
  const few = await db
    .select({ id: caseTags.caseId })
    .from(caseTags)
    .where(of)
    .limit(fewTagged + 1)
  if (few.length <= fewTagged)
    return isOneOf(
      cases.id,
      few.map(({ id }) => id),
    )
  const here = and(eq(caseTags.caseId, cases.id), of)
  return exists(db.select({ tag: caseTags.tag }).from(caseTags).where(here))
}

const keyOf = { due: cases.dueAt, newest: cases.lastMessageAt, oldest: cases.lastMessageAt }
const valueOf = (row: ListedCase, sort: CaseSort) =>
  sort === 'due' ? row.dueAt : row.lastMessageAt

function orderOf(sort: CaseSort) {
  const way = sort === 'newest' ? desc : asc
  return [way(keyOf[sort]), way(cases.id)]
}

function afterOf(sort: CaseSort, after?: Place) {
  if (!after) return undefined
  const page = sort === 'newest' ? pageAfter : pageAfterAscending
  return page([keyOf[sort], cases.id], [after.at, after.id])
}

/**
 * One page of the cases of a view, and where the next begins. Each state is asked for alone, along its
 * own index, and the pages are put together: of a hundred thousand cases no more than a page is sorted.
 */
export async function caseList(db: Read, agent: { id: string }, wish: ListWish) {
  const { view, state, sort, topicId, tag, after } = wish
  const more = and(
    viewedBy(agent, view),
    isNotNull(cases.confirmedAt),
    topicId ? eq(cases.topicId, topicId) : undefined,
    tag ? await tagged(db, tag) : undefined,
    view === 'called' ? isOneOf(cases.id, await calledTo(db, agent)) : undefined,
  )
  const most = casesOnPage + 1
  const pages = await Promise.all(
    statesIn[state].map((each) =>
      rowsOf(db, and(eq(cases.state, each), more, afterOf(sort, after)), orderOf(sort), most),
    ),
  )
  const all = pages.length > 1 ? pages.flat().sort(inOrder(sort)) : pages[0]!
  const rows = all.slice(0, casesOnPage)
  const last = rows.at(-1)
  const next =
    all.length > casesOnPage && last ? { at: valueOf(last, sort), id: last.id } : undefined
  return { rows, next }
}

const inOrder = (sort: CaseSort) => (one: ListedCase, other: ListedCase) => {
  const way = sort === 'newest' ? -1 : 1
  const apart = +valueOf(one, sort) - +valueOf(other, sort)
  return way * (apart || (one.id < other.id ? -1 : 1))
}

/** The cases in which an agent was called by name, the latest calls first, and no more than 500. */
async function calledTo(db: Read, agent: { id: string }) {
  const called = await db
    .select({ id: caseCalls.caseId })
    .from(caseCalls)
    .where(eq(caseCalls.agentId, agent.id))
    .orderBy(desc(caseCalls.calledAt))
    .limit(500)
  return called.map(({ id }) => id)
}

/** The cases of these numbers, the newest first; for what a search has found. */
export const casesOfNumbers = (db: Read, numbers: number[]) =>
  numbers.length
    ? rowsOf(
        db,
        and(inArray(cases.number, numbers), isNotNull(cases.confirmedAt)),
        [desc(cases.number)],
        numbers.length,
      )
    : Promise.resolve([])

/** The tags of some cases, and in which of them an agent is called and has not looked. */
export async function beside(db: Read, agent: { id: string }, ids: string[]) {
  const [tags, calls] = await Promise.all([
    db.select().from(caseTags).where(isOneOf(caseTags.caseId, ids)).orderBy(asc(caseTags.tag)),
    db
      .select({ id: caseCalls.caseId })
      .from(caseCalls)
      .where(
        and(
          isOneOf(caseCalls.caseId, ids),
          eq(caseCalls.agentId, agent.id),
          isNull(caseCalls.seenAt),
        ),
      ),
  ])
  const calling = new Set(calls.map(({ id }) => id))
  return (id: string) => ({
    tags: tags.filter(({ caseId }) => caseId === id).map(({ tag }) => tag),
    isCalled: calling.has(id),
  })
}
