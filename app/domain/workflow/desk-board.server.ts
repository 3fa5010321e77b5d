import type { Read } from '#db/database.server.ts'
import type { Status } from '../ideas/idea.server.ts'
import { holdersOf } from '../identity/holder.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import type { DeskQuery } from './desk.form.ts'
import { deskCounts, deskList, deskStatuses } from './desk.server.ts'
import { type DeskIdea, orderedRows } from './desk-row.server.ts'

export const cardsInColumn = 12
const eachFollows = 4

/** One status of the board: its first cards, how many stand in it, and how many a team this size follows well. */
export type Column = { status: Status; cards: DeskIdea[]; total?: number; wip?: number }

/**
 * The ideas of a query by status, a column each: the statuses in use, in the order of the path.
 * Merged ideas live on in another one and have no column. A total is told where it is known
 * without counting; `wip` for the statuses in which the team has work in hand.
 */
export async function deskBoard(db: Read, query: DeskQuery, member: Person): Promise<Column[]> {
  const statuses = (await deskStatuses(db)).filter((status) => hasColumn(status, query))
  const [counts, wip, cards] = await Promise.all([
    deskCounts(db, query.category),
    workInHand(db),
    cardsOf(db, query, statuses, member),
  ])
  const isCounted = !query.q && !query.set && !query.unanswered
  return statuses.map((status) => ({
    status,
    cards: cards.get(status.id) ?? [],
    total: isCounted ? (counts.get(status.id) ?? 0) : undefined,
    wip: status.tone === 'progress' ? wip : undefined,
  }))
}

const hasColumn = ({ id, retiredAt }: Status, { status }: DeskQuery) =>
  status ? id === status : id !== 'merged' && !retiredAt

async function cardsOf(db: Read, query: DeskQuery, statuses: Status[], member: Person) {
  if (query.q || query.set) {
    const { ideas } = await deskList(db, query, member)
    return new Map(statuses.map(({ id }) => [id, ideas.filter(({ status }) => status === id)]))
  }
  const pages = await Promise.all(
    statuses.map(({ id: status }) =>
      orderedRows(db, { ...query, after: undefined, status }, cardsInColumn),
    ),
  )
  return new Map(statuses.map(({ id }, i) => [id, pages[i]!]))
}

/** How many ideas the people who move them can carry at the same time: four each. */
const workInHand = async (db: Read) => (await holdersOf(db, 'ideas.move')).length * eachFollows
