import * as pg from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'

export const isPostgres = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '')

// Typed as PostgreSQL on purpose: its surface has no .get()/.all()/.run(), so what compiles is portable.
const words = (isPostgres ? pg : sqlite) as typeof pg

export const { text, integer, index, uniqueIndex, primaryKey, check, foreignKey, alias } = words
export const table = (isPostgres ? pg.pgTable : sqlite.sqliteTable) as typeof pg.pgTable
export type AnyColumn = pg.AnyPgColumn

/** A yes or no; only for facts of which nobody will ask who or when. */
export const boolean = () =>
  (isPostgres ? pg.boolean() : sqlite.integer({ mode: 'boolean' })) as ReturnType<typeof pg.boolean>

/** A moment in UTC, to the millisecond. */
export const timestamp = () =>
  (isPostgres
    ? pg.timestamp({ withTimezone: true, precision: 3, mode: 'date' })
    : sqlite.integer({ mode: 'timestamp_ms' })) as pg.PgTimestampBuilderInitial<''>

/** A number with a fraction, double precision. */
export const real = () =>
  (isPostgres ? pg.doublePrecision() : sqlite.real()) as ReturnType<typeof pg.doublePrecision>

/** A value stored as JSON and never searched by its parts. */
export const json = () =>
  (isPostgres ? pg.jsonb() : sqlite.text({ mode: 'json' })) as ReturnType<typeof pg.jsonb>
