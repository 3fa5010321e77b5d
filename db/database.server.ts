import { isPostgres } from './dialect.ts'
import type { Doors, Read, Tx } from './doors.ts'
import { refuseDoubtful, watched } from './read-only.ts'

export { type Read, type Tx, unavailability, Unavailable } from './doors.ts'
export { fromReplica, patiently } from './patience.ts'
export { readOnly, whenReadOnly, writesSoFar } from './read-only.ts'

const doors: Doors = isPostgres
  ? await (
      await import('./postgres.server.ts')
    ).openPostgres(process.env.DATABASE_URL!, process.env.DATABASE_REPLICA_URL)
  : (await import('./sqlite.server.ts')).openSqlite(process.env.DATABASE_URL)

/** The door for reading: it refuses every write, by type and in fact. */
export const db = doors.db

/**
 * The only way to write. Resolves once the work is on disk; rejects, with nothing written, when
 * the work throws. Nesting is an error. Nothing slow belongs inside: other writers wait. On PostgreSQL
 * the work may be done again, when it stood in the way of another and was undone.
 */
export const transaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  watched(() =>
    doors.transaction((tx) => {
      refuseDoubtful()
      return work(tx)
    }),
  )

/** The rows of one hand-written question; for `search.server.ts` and the counts of `verify`. */
export const rows = doors.rows

/** Runs one hand-written statement that answers nothing; for `search.server.ts`. */
export const run = doors.run

/**
 * Runs one hand-written statement for each of `values`, which take the place of its own; for
 * `bulk.server.ts` on SQLite, where a statement costs less than taking a list apart.
 */
export const runEach = doors.runEach

/** A number that moves with every commit: whoever remembers it knows if anything has changed since. */
export const commits = doors.commits

/** Writes one whole, consistent copy of the database to `file` (SQLite only; PostgreSQL has pg_dump). */
export const backup = doors.backup

/**
 * Empties the log beside the database, in which what was forgotten may still stand; `busy` where
 * somebody else reads from it just now (SQLite only: PostgreSQL keeps its own).
 */
export const emptyLog = doors.emptyLog

/** Lets the work in hand finish and closes both doors. */
export const closeDatabase = doors.close

/** Whether what `fromReplica` reads may be older than what was just written. */
export const hasReplica = isPostgres && !!process.env.DATABASE_REPLICA_URL

const remembered = new WeakMap<object, Map<string, unknown>>()

/** A statement prepared once for each connection and kept; `build` makes it. */
export function prepared<P>(door: Read, name: string, build: () => P): P {
  if (isPostgres) return build()
  const known = remembered.get(door) ?? new Map<string, unknown>()
  remembered.set(door, known)
  if (!known.has(name)) known.set(name, build())
  return known.get(name) as P
}

const kept = new Map<string, { answer: Promise<unknown>; commit: number; until: number }>()

/**
 * The answer of `ask`, the same until something is committed, at most for a second: for small lists
 * that every page wants, and whose readers change nothing in them. Inside a transaction, and where
 * other processes write, it is asked every time.
 */
export function untilCommit<T>(door: Read, name: string, ask: () => Promise<T>): Promise<T> {
  if (isPostgres || door !== db) return ask()
  const last = kept.get(name)
  if (last && last.commit === commits() && last.until > Date.now()) return last.answer as Promise<T>
  // Drizzle's promises ask again each time that somebody awaits them; this one asks once.
  const answer = Promise.resolve(ask())
  kept.set(name, { answer, commit: commits(), until: Date.now() + 1_000 })
  return answer
}

/** Whether `commits` moves with the commits of other processes too: PostgreSQL tells us only of ours. */
export const seesEveryCommit = !isPostgres
