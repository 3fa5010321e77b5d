import { type AnyColumn, count, countDistinct, Name, sql, type SQL } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import { isPostgres } from './dialect.ts'

/** The named gap of a prepared statement. */
export const placeholder = (name: string) => sql.placeholder(name)

/** The same for a value that is compared with `column`, and is written as that column writes its own. */
export const placeholderOf = (column: AnyColumn, name: string) =>
  sql.param(placeholder(name), column)

/** `column + amount`, for relative updates; never read a number to write it back. */
export const plus = (column: AnyColumn, amount: number): SQL => sql`${column} + ${amount}`

/** What the row that could not be inserted brought for `column`. */
export const brought = (column: AnyColumn): SQL =>
  sql`excluded.${new Name(toSnakeCase(column.name))}`

/** `column` plus what the row that could not be inserted brought; for inserts that add up. */
export const plusGiven = (column: AnyColumn): SQL => sql`${column} + ${brought(column)}`

/** `column` as it is: an update with it changes nothing, but holds the row. */
export const unchanged = (column: AnyColumn): SQL => sql`${column}`

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

/** As `isAmong`, for several columns of text at once, and a list written by `tuplesOf`. */
export function isTupleAmong(columns: AnyColumn[], name: string): SQL {
  const list = sql.placeholder(name)
  const part = (i: number) =>
    isPostgres ? sql`each->>(${i}::integer)` : sql`each.value->>${`$[${i}]`}`
  const parts = sql.join(
    columns.map((_, i) => part(i)),
    sql`, `,
  )
  const each = isPostgres ? sql`json_array_elements(${list}::json)` : sql`json_each(${list})`
  return sql`(${sql.join(columns, sql`, `)}) in (select ${parts} from ${each} as each)`
}

/** A list for the gap of `isTupleAmong`. */
export const tuplesOf = (tuples: string[][]) => JSON.stringify(tuples)

/** True for rows whose `column` is one of `values`, however many: one statement for every length. */
export const isOneOf = (column: AnyColumn, values: string[]): SQL =>
  isPostgres
    ? sql`${column} = any(${sql.param(values)}::text[])`
    : sql`${column} in (select value from json_each(${JSON.stringify(values)}))`

/** As `isOneOf`, for numbers. */
export const isAnyOf = (column: AnyColumn, values: number[]): SQL =>
  isPostgres
    ? sql`${column} = any(${sql.param(values)}::integer[])`
    : sql`${column} in (select value from json_each(${JSON.stringify(values)}))`

/** True for rows whose `column` is true, said so that an index of those rows alone serves. */
export const isTrue = (column: AnyColumn): SQL => sql`${column}`

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

/** The sum of `amount` over rows that come into an account, less those that go out of it. */
export const netOf = (
  amount: AnyColumn,
  sides: Record<'to' | 'from', AnyColumn>,
  account: string,
) =>
  sql<number>`coalesce(sum(case when ${sides.to} = ${account} then ${amount} when ${sides.from} = ${account} then -${amount} else 0 end), 0)`.mapWith(
    Number,
  )

/** The number of rows, as a number on both databases. */
export const howMany = () => count()

/** The number of rows whose `column` is earlier than a moment. */
export const howManyBefore = (column: AnyColumn, moment: Date) =>
  sql<number>`count(case when ${column} < ${sql.param(moment, column)} then 1 end)`.mapWith(Number)

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

/** True for rows whose `column`, of whatever kind, holds this text, capitals or not. */
export const holdsText = (column: AnyColumn, text: string): SQL =>
  isPostgres
    ? sql`position(${text.toLowerCase()} in lower(${column}::text)) > 0`
    : sql`instr(lower(${column}), ${text.toLowerCase()}) > 0`

/** The month of a moment in UTC, as `2026-03`. */
export const monthOf = (column: AnyColumn | SQL.Aliased<Date>) =>
  isPostgres
    ? sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM')`
    : sql<string>`strftime('%Y-%m', ${column} / 1000, 'unixepoch')`
