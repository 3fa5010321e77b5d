import Database from 'better-sqlite3'
import { type Cell, type Row, settled, type Side, type Table, together } from './side.ts'

const isOurs = `type = 'table' and name not like 'sqlite\\_%' escape '\\'
  and name not like 'idea\\_search%' escape '\\' and name not like 'case\\_search%' escape '\\'
  and name <> '__drizzle_migrations'`
const list = ({ columns }: Table) => columns.map(({ name }) => `"${name}"`).join(', ')

/** An SQLite file as one side of a move. */
export function sqliteSide(file: string): Side & { parents: () => Map<string, string[]> } {
  const client = new Database(file, { timeout: 0 })
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  const names = () =>
    client.prepare(`select name from sqlite_master where ${isOurs} order by name`).pluck().all()
  const columnsOf = (table: string) =>
    client.prepare('select name from pragma_table_info(?) order by cid').pluck().all(table)
  const parentsOf = client.prepare('select "table" from pragma_foreign_key_list(?)').pluck()

  return {
    parents: () =>
      new Map(names().map((name) => [name as string, parentsOf.all(name) as string[]])),
    migrations: async () => hashesIn(client),
    tables: async () =>
      new Map(names().map((name) => [name as string, columnsOf(name as string) as string[]])),
    begin: async (mode) => void client.exec(mode === 'read' ? 'begin' : 'begin immediate'),
    commit: async () => void client.exec('commit'),
    rollback: async () => void (client.inTransaction && client.exec('rollback')),
    rowsOf: (table) => batches(client, table),
    insert: async (table, rows) => insert(client, table, rows),
    countOf: async (name) =>
      client.prepare(`select count(*) from "${name}"`).pluck().get() as number,
    indexIdea: async (number, title, body) =>
      void client
        .prepare('insert into idea_search (rowid, title, body) values (?, ?, ?)')
        .run(number, title, body),
    indexCase: async (number, words) =>
      void client
        .prepare('insert into case_search (rowid, words) values (?, ?)')
        .run(number, words),
    indexed: async (word) => indexed(client, word),
    close: async () => void client.close(),
  }
}

function hashesIn(client: Database.Database) {
  const there = client.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'")
  if (!there.get()) return []
  const all = client.prepare('select created_at from __drizzle_migrations order by created_at')
  return all.pluck().all().map(String)
}

// Page by page: a connection that is in the midst of a question cannot write.
function* batches(client: Database.Database, table: Table): Iterable<Row[]> {
  const page = client
    .prepare(
      `select rowid, ${list(table)} from "${table.name}" where rowid > ? order by rowid limit ?`,
    )
    .raw()
  for (let last: Cell = 0; ;) {
    const rows = page.all(last, together) as Row[]
    if (!rows.length) return
    last = rows.at(-1)![0]!
    yield rows.map(([, ...row]) => row.map((cell, i) => read(cell, table.columns[i]!.kind)))
  }
}

const read = (cell: Cell, kind: string) =>
  cell !== null && kind === 'json' ? settled(String(cell)) : cell

function insert(client: Database.Database, table: Table, rows: Row[]) {
  const marks = table.columns.map(() => '?').join(', ')
  const one = client.prepare(`insert into "${table.name}" (${list(table)}) values (${marks})`)
  for (const row of rows) one.run(row)
}

function indexed(client: Database.Database, word?: string) {
  const found =
    word === undefined
      ? client.prepare('select rowid from idea_search order by rowid').pluck().all()
      : client
          .prepare('select rowid from idea_search where idea_search match ? order by rowid')
          .pluck()
          .all(`"${word}"`)
  return found as number[]
}
