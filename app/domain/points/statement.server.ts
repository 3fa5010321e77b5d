import { and, desc, eq, gt, gte, inArray, lt, ne } from 'drizzle-orm'
import { largest } from '#db/columns.ts'
import { prepared, type Read } from '#db/database.server.ts'
import { isAnyOf, netOf, placeholder } from '#db/expressions.ts'
import { pointEntries } from '#db/schema/points.ts'
import { accountOf } from './account.server.ts'
import { changeOf, tellOf, type Way } from './statement.rules.ts'
import { type Subject, subjectsOf } from './statement-subject.server.ts'

const pageSize = 25
const { seq, personId, debit, credit, amount, kind } = pointEntries

type Row = typeof pointEntries.$inferSelect
/** One line of a statement: by how much it changed what can be used, and what that came to. */
export type Line = Pick<Row, 'seq' | 'at' | 'amount' | 'rule' | 'actedAt' | 'note'> & {
  tell: ReturnType<typeof tellOf>
  change: number
  balance: number
  /** When what was confirmed was taken back. */
  undoneAt: Date | null
  subject: Subject
}

type Wish = { way?: Way; after?: number; size?: number }

/**
 * The statement of a member, the newest first: what was earned is told once it is confirmed, or taken
 * back before. `after` is the `seq` of the last line of the page before; `next` that of this one.
 */
export async function statementOf(db: Read, ownerId: string, { way = 'all', after, size }: Wish) {
  const most = size ?? pageSize
  const ask = prepared(db, `statement_${way}`, listOf(db, way))
  const rows = await ask.execute({ ownerId, before: after ?? largest, most: most + 1 })
  const page = rows.slice(0, most)
  const [balances, undone, subjects] = await Promise.all([
    balancesOf(db, ownerId, page, after),
    undoneAmong(db, page),
    subjectsOf(db, ownerId, page),
  ])
  const lines = page.map((row): Line => ({
    ...{ seq: row.seq, at: row.at, amount: row.amount, rule: row.rule },
    ...{ actedAt: row.actedAt, note: row.note },
    tell: tellOf(row),
    change: changeOf(row),
    balance: balances.get(row.seq)!,
    undoneAt: undone.get(row.seq) ?? undone.get(row.answers ?? 0) ?? null,
    subject: subjects.get(row.seq) ?? null,
  }))
  return { lines, next: rows.length > most ? page.at(-1)!.seq : undefined }
}

const ofWay = {
  all: ne(kind, 'earn'),
  in: eq(credit, 'available'),
  out: eq(debit, 'available'),
}

const theirs = () => [eq(personId, placeholder('ownerId')), lt(seq, placeholder('before'))]

const listOf = (db: Read, way: Way) => () =>
  db
    .select()
    .from(pointEntries)
    .where(and(...theirs(), ofWay[way]))
    .orderBy(desc(seq))
    .limit(placeholder('most'))
    .prepare(`statement_${way}`)

const movesOf = (db: Read) => () =>
  db
    .select({ seq, debit, credit, amount })
    .from(pointEntries)
    .where(and(...theirs(), gte(seq, placeholder('last'))))
    .orderBy(desc(seq))
    .prepare('statement_moves')

/** What somebody could use after each line: their balance of now, less all that moved since. */
async function balancesOf(db: Read, ownerId: string, page: Row[], after?: number) {
  const last = page.at(-1)
  if (!last) return new Map<number, number>()
  const { available } = await accountOf(db, ownerId)
  let balance = after ? available - (await movedSince(db, ownerId, after)) : available
  const ask = prepared(db, 'statement_moves', movesOf(db))
  const between = await ask.execute({ ownerId, before: after ?? largest, last: last.seq })
  const known = new Map<number, number>()
  for (const entry of between) {
    known.set(entry.seq, balance)
    balance -= changeOf(entry)
  }
  return known
}

/** By how much what somebody can use changed by this entry and all after it. */
async function movedSince(db: Read, ownerId: string, from: number) {
  const [row] = await db
    .select({ moved: netOf(amount, { to: credit, from: debit }, 'available') })
    .from(pointEntries)
    .where(and(eq(personId, ownerId), gt(seq, from - 1)))
  return row!.moved
}

/** When what was earned by these lines was taken back, by the `seq` that was. */
async function undoneAmong(db: Read, page: Row[]) {
  const confirmed = page.filter((row) => row.kind === 'confirm')
  const theirs = confirmed.flatMap((row) => [row.seq, row.answers!])
  if (!theirs.length) return new Map<number, Date>()
  const found = await db
    .select({ answers: pointEntries.answers, at: pointEntries.at })
    .from(pointEntries)
    .where(and(isAnyOf(pointEntries.answers, theirs), inArray(kind, ['reverse', 'owe'])))
  return new Map(found.map(({ answers, at }) => [answers!, at]))
}
