import { type AnyColumn, count, countDistinct, sql, type SQL } from 'drizzle-orm'
import { isPostgres } from './dialect.ts'

/** The named gap of a prepared statement. */
export const placeholder = (name: string) => sql.placeholder(name)

/** `column + amount`, for relative updates; never read a number to write it back. */
export const plus = (column: AnyColumn, amount: number): SQL => sql`${column} + ${amount}`

/** The decimal logarithm of a number of at least 1; of less, 0. */
export const tenfolds = (value: SQL): SQL<number> =>
  isPostgres ? sql`log(greatest(${value}, 1)::float8)` : sql`log10(max(${value}, 1))`

/** The sum of two numbers, whatever each is. */
export const sumOf = (one: SQL, other: unknown): SQL<number> => sql`${one} + ${other}`

/**
 * True for rows whose `column` is in the list that is put into the gap `name`, written by `listOf`:
 * one prepared statement for lists of every length.
 */
export function isAmong(column: AnyColumn, name: string): SQL {
  const list = sql.placeholder(name)
  if (!isPostgres) return sql`${column} in (select value from json_each(${list}))`
  return column.dataType === 'number'
    ? sql`${column} = any(${list}::integer[])`
    : sql`${column} = any(${list}::text[])`
}

/** A list for the gap of `isAmong`. */
export const listOf = (values: (string | number)[]) =>
  isPostgres ? values : JSON.stringify(values)

/** True for rows whose `column` is one of `values`, however many: one statement for every length. */
export const isOneOf = (column: AnyColumn, values: string[]): SQL =>
  isPostgres
    ? sql`${column} = any(${sql.param(values)}::text[])`
    : sql`${column} in (select value from json_each(${JSON.stringify(values)}))`

/** A text that every row of a question is given, under the name of the column it is put into. */
export const given = (value: string, column: string) => sql<string>`${value}`.as(column)

/** A moment that every row of a question is given, as the column it is put into stores it. */
export const givenMoment = (value: Date, column: AnyColumn) =>
  sql<Date>`${sql.param(value, column)}`.as(column.name)

/** True for rows that come after `values` in a list sorted by `columns`, all descending: the next page. */
export function pageAfter(columns: AnyColumn[], values: unknown[]): SQL {
  const left = sql.join(columns, sql`, `)
  const right = sql.join(
    values.map((value, i) => sql`${sql.param(value, columns[i])}`),
    sql`, `,
  )
  return sql`(${left}) < (${right})`
}

/** As `pageAfter`, for lists sorted ascending. */
export function pageAfterAscending(columns: AnyColumn[], values: unknown[]): SQL {
  const left = sql.join(columns, sql`, `)
  const right = sql.join(
    values.map((value, i) => sql`${sql.param(value, columns[i])}`),
    sql`, `,
  )
  return sql`(${left}) > (${right})`
}

/**
 * `column < value` where the order of another column leads: SQLite would rather walk along this one
 * and sort what it finds.
 */
export const earlierAside = (column: AnyColumn, value: Date): SQL =>
  isPostgres
    ? sql`${column} < ${sql.param(value, column)}`
    : sql`+${column} < ${sql.param(value, column)}`

/** `column is null`, likewise. */
export const isNullAside = (column: AnyColumn): SQL =>
  isPostgres ? sql`${column} is null` : sql`+${column} is null`

/** The number of rows, as a number on both databases. */
export const howMany = () => count()

/** The number of different values of a column. */
export const howManyDifferent = (column: AnyColumn) => countDistinct(column)

/** The place of a row among those with the same `group`, from 1, in the ascending order of `columns`. */
export const placeWithin = (group: AnyColumn, columns: AnyColumn[]) =>
  sql<number>`row_number() over (partition by ${group} order by ${sql.join(columns, sql`, `)})`.mapWith(
    Number,
  )

/** How many rows have the same `group`. */
export const sizeOf = (group: AnyColumn) =>
  sql<number>`count(*) over (partition by ${group})`.mapWith(Number)
