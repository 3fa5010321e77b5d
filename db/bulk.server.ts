import { type Column, getTableColumns, name, sql, type SQL } from 'drizzle-orm'
import { run, runEach, type Tx } from './database.server.ts'
import { type AnyTable, isPostgres } from './dialect.ts'

/**
 * What to do with a row that is there already: `set` some columns, those of `target` being the same.
 * One that is kept, and handed in each time, is put into words once.
 */
type Conflict = { target: Column[]; set: Record<string, SQL> }

/** A row that is there already, by any of its unique columns, stays as it is. */
export const leaveIt: Conflict = { target: [], set: {} }

/**
 * Inserts many rows with the same columns: for hot paths, where a list of values costs more than the
 * work. PostgreSQL gets them by one statement, the same however many there are; SQLite, which is in
 * this process, one by one. Where a row is there already, does what `conflict` says. Defaults made by
 * the app are not filled in.
 */
export async function insertAll<T extends AnyTable>(
  tx: Tx,
  table: T,
  rows: T['$inferInsert'][],
  conflict?: Conflict,
) {
  if (!rows.length) return
  const plan = planFor(table, rows[0]!, conflict)
  if (isPostgres) return run(tx, manyOf(plan, rows))
  await runEach(tx, plan.one, valuesOf(plan, rows))
}

type Named = [key: string, column: Column][]
/** How rows with some columns are inserted into a table; `one` is SQLite's statement. */
type Plan = { columns: Named; into: SQL; end: SQL; one: SQL }

const plans = new WeakMap<object, Map<string, Plan>>()

function planFor(table: AnyTable, row: Record<string, unknown>, conflict?: Conflict): Plan {
  const of = conflict ?? table
  const known = plans.get(of) ?? new Map<string, Plan>()
  plans.set(of, known)
  const shape = Object.keys(row).join(' ')
  const plan = known.get(shape) ?? made(table, row, conflict)
  known.set(shape, plan)
  return plan
}

function made(table: AnyTable, row: Record<string, unknown>, conflict?: Conflict): Plan {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in row)
  const into = sql`insert into ${table} (${listOf(columns)})`
  const end = conflictOf(conflict)
  const gaps = columns.map(() => sql`${null}`)
  return { columns, into, end, one: sql`${into} values (${sql.join(gaps, sql`, `)}) ${end}` }
}

function manyOf(plan: Plan, rows: Record<string, unknown>[]) {
  const values = JSON.stringify(valuesOf(plan, rows))
  const taken = plan.columns.map(([, column], i) => valueOf(column, i))
  return sql`${plan.into} select ${sql.join(taken, sql`, `)}
    from json_array_elements(${values}::json) as each where true ${plan.end}`
}

/** What PostgreSQL takes out of the list for a column. */
function valueOf(column: Column, i: number) {
  const { dataType } = column
  const text = sql`(each.value->>${i}::integer)`
  if (column.getSQLType() === 'double precision') return sql`${text}::float8`
  if (dataType === 'number') return sql`${text}::integer`
  if (dataType === 'boolean') return sql`${text}::boolean`
  return dataType === 'date' ? sql`${text}::timestamptz` : text
}

function conflictOf(conflict?: Conflict) {
  if (!conflict) return sql``
  const { target, set } = conflict
  if (!target.length) return sql`on conflict do nothing`
  const sets = Object.entries(set).map(([key, value]) => sql`${name(snake(key))} = ${value}`)
  const columns = target.map((column): Named[number] => [column.name, column])
  return sql`on conflict (${listOf(columns)}) do update set ${sql.join(sets, sql`, `)}`
}

const listOf = (columns: Named) =>
  sql.join(
    columns.map(([, column]) => name(nameOf(column))),
    sql`, `,
  )
const nameOf = (column: Column) => snake(column.name)
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const isNothing = (value: unknown) => value === undefined || value === null
/** Texts and numbers are stored as they are. */
const isPlain = ({ dataType }: Column) => dataType === 'string' || dataType === 'number'

const valuesOf = ({ columns }: Plan, rows: Record<string, unknown>[]) => {
  const ways = columns.map(([key, column]) => ({ key, column: isPlain(column) ? null : column }))
  return rows.map((row) =>
    ways.map(({ key, column }) => {
      const value = row[key]
      if (isNothing(value)) return null
      return column ? column.mapToDriverValue(value) : value
    }),
  )
}
