import { type AnyColumn, count, sql, type SQL } from 'drizzle-orm'

/** `column + amount`, for relative updates; never read a number to write it back. */
export const plus = (column: AnyColumn, amount: number): SQL => sql`${column} + ${amount}`

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

/** The number of rows, as a number on both databases. */
export const howMany = () => count()
