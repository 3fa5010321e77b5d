import pg from 'pg'
import {
  type Column,
  type Kind,
  type Row,
  settled,
  type Side,
  type Table,
  together,
} from './side.ts'

const kinds: Record<string, Kind> = {
  text: 'text',
  integer: 'whole',
  'double precision': 'fraction',
  boolean: 'boolean',
  'timestamp with time zone': 'moment',
  jsonb: 'json',
}

const asRead = ({ name, kind }: Column) =>
  ({
    moment: `round(extract(epoch from "${name}") * 1000)::float8`,
    boolean: `"${name}"::int`,
    json: `"${name}"::text`,
  })[kind as string] ?? `"${name}"`

const asWritten = ({ kind }: Column, i: number) =>
  ({
    whole: `c${i}::int`,
    fraction: `c${i}::float8`,
    boolean: `c${i}::int::boolean`,
    moment: `c${i}::timestamptz`,
    json: `c${i}::jsonb`,
  })[kind as string] ?? `c${i}`

type Listed = { table_name: string; column_name: string; data_type: string }

/** A PostgreSQL database as one side of a move. Throws where somebody else is connected to it. */
export async function postgresSide(
  connectionString: string,
): Promise<Side & { kinds: () => Promise<Map<string, Map<string, Kind>>> }> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  const ask = async <R>(text: string, values?: unknown[]) =>
    (await client.query(text, values)).rows as R[]
  await refuseBusy(ask)
  const listed = () =>
    ask<Listed>(`select table_name, column_name, data_type from information_schema.columns
      where table_schema = current_schema() and table_name not in ('idea_search', 'case_search')
      order by ordinal_position`)

  return {
    kinds: async () => grouped(await listed(), ({ data_type }) => kindOf(data_type)),
    migrations: async () => migrationsIn(ask),
    tables: async () =>
      new Map([...grouped(await listed(), () => '')].map(([name, all]) => [name, [...all.keys()]])),
    begin: async (mode) =>
      void (await ask(
        mode === 'read' ? 'begin isolation level repeatable read read only' : 'begin',
      )),
    commit: async () => void (await ask('commit')),
    rollback: async () => void (await ask('rollback')),
    rowsOf: (table) => batches(ask, table),
    insert: async (table, rows) => insert(ask, table, rows),
    countOf: async (name) =>
      Number((await ask<{ n: string }>(`select count(*) as n from "${name}"`))[0]!.n),
    ...searchOf(ask),
    close: () => client.end(),
  }
}

/** The search index of this side: written idea by idea, asked word by word. */
const searchOf = (ask: Ask): Pick<Side, 'indexIdea' | 'indexCase' | 'indexed'> => ({
  indexIdea: async (number: number, title: string, body: string) =>
    void (await ask(
      `insert into idea_search (number, words) values ($1,
        setweight(to_tsvector('simple', $2), 'A') || setweight(to_tsvector('simple', $3), 'D'))`,
      [number, title, body],
    )),
  indexCase: async (number: number, words: string) =>
    void (await ask(
      `insert into case_search (number, words) values ($1, to_tsvector('simple', $2))`,
      [number, words],
    )),
  indexed: async (word?: string) =>
    (
      await ask<{ number: number }>(
        `select number from idea_search where $1::text is null
          or words @@ to_tsquery('simple', quote_literal($1::text)) order by number`,
        [word ?? null],
      )
    ).map(({ number }) => number),
})

type Ask = <R>(text: string, values?: unknown[]) => Promise<R[]>

async function refuseBusy(ask: Ask) {
  const [others] = await ask<{ n: number }>(`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`)
  if (others!.n)
    throw new Error(
      `${others!.n} others are connected to the PostgreSQL database: stop Granaio first.`,
    )
}

function kindOf(type: string) {
  const kind = kinds[type]
  if (!kind) throw new Error(`There is a column of type ${type}, which nobody taught this command.`)
  return kind
}

function grouped<T>(all: Listed[], value: (one: Listed) => T) {
  const tables = new Map<string, Map<string, T>>()
  for (const one of all) {
    const columns = tables.get(one.table_name) ?? new Map<string, T>()
    tables.set(one.table_name, columns.set(one.column_name, value(one)))
  }
  return tables
}

async function migrationsIn(ask: Ask) {
  const there = "select to_regclass('drizzle.__drizzle_migrations') is not null as there"
  if (!(await ask<{ there: boolean }>(there))[0]!.there) return []
  const all = 'select created_at from drizzle.__drizzle_migrations order by created_at'
  return (await ask<{ created_at: string }>(all)).map(({ created_at }) => String(created_at))
}

async function* batches(ask: Ask, { name, columns }: Table): AsyncIterable<Row[]> {
  const fields = columns.map((column, i) => `${asRead(column)} as c${i}`).join(', ')
  await ask(`declare moving no scroll cursor for select ${fields} from "${name}"`)
  for (;;) {
    const rows = await ask<Record<string, Row[number]>>(`fetch ${together} from moving`)
    if (!rows.length) break
    yield rows.map((row) =>
      columns.map(({ kind }, i) => {
        const cell = row[`c${i}`]!
        return cell !== null && kind === 'json' ? settled(String(cell)) : cell
      }),
    )
  }
  await ask('close moving')
}

async function insert(ask: Ask, { name, columns }: Table, rows: Row[]) {
  const into = columns.map((column) => `"${column.name}"`).join(', ')
  const arrays = columns.map((_, i) => `$${i + 1}::text[]`).join(', ')
  const names = columns.map((_, i) => `c${i}`).join(', ')
  const values = columns.map(({ kind }, i) =>
    rows.map((row) => (row[i] === null ? null : told(row[i]!, kind))),
  )
  await ask(
    `insert into "${name}" (${into}) select ${columns.map(asWritten).join(', ')}
      from unnest(${arrays}) as moved (${names})`,
    values,
  )
}

const told = (cell: string | number, kind: Kind) =>
  kind === 'moment' ? new Date(Number(cell)).toISOString() : String(cell)
