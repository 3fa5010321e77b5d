import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { SQL } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import type { Doors, Read, Tx } from './doors.ts'
import { GroupedCommits } from './grouped-commits.ts'
import { rememberStatements } from './statement-cache.ts'

const words = new SQLiteSyncDialect({ casing: 'snake_case' })
const everyPage = 2 ** 31 - 1

const texts = new WeakMap<SQL, string>()

/** A statement in SQLite's words, which are found once. */
function textOf(statement: SQL) {
  const known = texts.get(statement) ?? words.sqlToQuery(statement).sql
  texts.set(statement, known)
  return known
}

/** The file a `DATABASE_URL` of SQLite names; `granaio.db` in the data folder when there is none. */
export const sqliteFile = (url?: string) =>
  (url ?? '').replace(/^file:/, '') || join(process.env.DATA_DIR || 'data', 'granaio.db')

function connect(file: string, readonly: boolean) {
  const client = new Database(file)
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  client.pragma('busy_timeout = 5000')
  client.pragma('cache_size = -32000')
  // Or what a group of savepoints may have to undo spills into a file.
  client.pragma('temp_store = MEMORY')
  if (readonly) client.pragma('query_only = ON')
  assertDurable(client)
  rememberStatements(client)
  return client
}

function assertDurable(client: Database.Database) {
  const found = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map((name) =>
    client.pragma(name, { simple: true }),
  )
  if (String(found) !== 'wal,2,1,5000')
    throw new Error(`SQLite is not durable here: ${found} (needs wal, 2, 1, 5000)`)
}

/** Opens the two doors on a migrated SQLite file: one connection reads, one writes. */
export function openSqlite(url?: string): Doors {
  const file = sqliteFile(url)
  mkdirSync(dirname(file), { recursive: true })
  const [readClient, writeClient] = [connect(file, true), connect(file, false)]
  // What is deleted is gone from the file, too, and not only from what can be asked for.
  writeClient.pragma('secure_delete = ON')
  // SQLite would wait for another writer with everything standing still; the queue waits better.
  writeClient.pragma('busy_timeout = 0')
  const open = (client: Database.Database) => drizzle(client, { casing: 'snake_case' })
  const reader = open(readClient) as unknown as Read
  const writer = open(writeClient) as unknown as Tx
  const queue = new GroupedCommits(writeClient, writer)
  const version = readClient.prepare('pragma data_version').pluck()

  return {
    db: reader,
    transaction: (work) => queue.transaction(work),
    // SQLite's own mark of the file: it moves with every commit of another connection or process.
    commits: () => version.get() as number,
    rows: async (door, query) => (door as unknown as ReturnType<typeof open>).all(query),
    run: async (tx, statement) => void (tx as unknown as ReturnType<typeof open>).run(statement),
    runEach: (_, statement, values) => {
      const prepared = writeClient.prepare(textOf(statement))
      for (const row of values) prepared.run(row)
      return Promise.resolve()
    },
    // In one step: a copy in many steps begins anew whenever another process commits between them.
    backup: async (copy) => void (await readClient.backup(copy, { progress: () => everyPage })),
    emptyLog: async () => {
      await queue.idle()
      const [said] = writeClient.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
      return said!.busy ? 'busy' : 'emptied'
    },
    close: async () => {
      await queue.idle()
      readClient.close()
      writeClient.close()
    },
  }
}
