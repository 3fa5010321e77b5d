import { isPostgres } from './dialect.ts'
import type { Doors, Read } from './doors.ts'

export { type Read, type Tx, Unavailable } from './doors.ts'

const doors: Doors = isPostgres
  ? await (await import('./postgres.server.ts')).openPostgres(process.env.DATABASE_URL!)
  : (await import('./sqlite.server.ts')).openSqlite(process.env.DATABASE_URL)

/** The door for reading: it refuses every write, by type and in fact. */
export const db = doors.db

/**
 * The only way to write. Resolves once the work is on disk; rejects, with nothing written, when
 * the work throws. Nesting is an error. Nothing slow belongs inside: other writers wait.
 */
export const transaction = doors.transaction

/** The rows of one hand-written question; for `search.server.ts` and the counts of `verify`. */
export const rows = doors.rows

/** Runs one hand-written statement that answers nothing; for `search.server.ts`. */
export const run = doors.run

/** A number that moves with every commit: whoever remembers it knows if anything has changed since. */
export const commits = doors.commits

/** Writes one whole, consistent copy of the database to `file` (SQLite only; PostgreSQL has pg_dump). */
export const backup = doors.backup

/** Lets the work in hand finish and closes both doors. */
export const closeDatabase = doors.close

const remembered = new WeakMap<object, Map<string, unknown>>()

/** A statement prepared once for each connection and kept; `build` makes it. */
export function prepared<P>(door: Read, name: string, build: () => P): P {
  if (isPostgres) return build()
  const known = remembered.get(door) ?? new Map<string, unknown>()
  remembered.set(door, known)
  if (!known.has(name)) known.set(name, build())
  return known.get(name) as P
}

/** Whether `commits` moves with the commits of other processes too: PostgreSQL tells us only of ours. */
export const seesEveryCommit = !isPostgres
