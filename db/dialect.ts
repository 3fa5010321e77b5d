import * as pg from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'

export const isPostgres = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '')

// Typed as PostgreSQL on purpose: its surface has no .get()/.all()/.run(), so what compiles is portable.
// SQLite's half is unknown to the compiler: comparing the two would cost it seconds.
function either<T>(onPostgres: () => T, onSqlite: () => unknown) {
  return (isPostgres ? onPostgres() : onSqlite()) as T
}

const words = either(
  () => pg,
  () => sqlite,
)

export const { text, integer, index, uniqueIndex, primaryKey, check, foreignKey, alias } = words
export const table = either(
  () => pg.pgTable,
  () => sqlite.sqliteTable,
)
export type AnyColumn = pg.AnyPgColumn
export type AnyTable = pg.PgTable

/** A yes or no; only for facts of which nobody will ask who or when. */
export const boolean = () =>
  either(
    () => pg.boolean(),
    () => sqlite.integer({ mode: 'boolean' }),
  )

/** A moment in UTC, to the millisecond. */
export const timestamp = () =>
  either(
    () => pg.timestamp({ withTimezone: true, precision: 3, mode: 'date' }),
    () => sqlite.integer({ mode: 'timestamp_ms' }),
  )

/** A number with a fraction, double precision. */
export const real = () =>
  either(
    () => pg.doublePrecision(),
    () => sqlite.real(),
  )

/** A value stored as JSON and never searched by its parts. */
export const json = () =>
  either(
    () => pg.jsonb(),
    () => sqlite.text({ mode: 'json' }),
  )
