import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { translated } from './postgres-pool.ts'
import { sqliteFile } from './sqlite.server.ts'

type Journal = { entries: { when: number }[] }

const folder = (dialect: string) => `db/migrations/${dialect}`

/** The migrations that this code knows, by their times. */
export function knownMigrations(dialect: string) {
  const journal = readFileSync(`${folder(dialect)}/meta/_journal.json`, 'utf8')
  return (JSON.parse(journal) as Journal).entries.map((entry) => entry.when)
}

function refuseNewer(applied: number[], known: number[]) {
  if (applied.some((when) => !known.includes(when)))
    throw new Error(
      'This database was made by a newer Granaio. Run that version, or restore an older backup.',
    )
}

/**
 * Brings the database of `url` to this code's schema. On SQLite a copy of the file is kept first
 * (`granaio.db.before-…`) whenever something will change. Throws, changing nothing, when the
 * database is newer than the code, or when rows would be left without what they refer to.
 */
export async function migrate(url = process.env.DATABASE_URL) {
  if (/^postgres/.test(url ?? '')) await migrateOnPostgres(url!)
  else migrateOnSqlite(sqliteFile(url))
}

function migrateOnSqlite(file: string) {
  mkdirSync(dirname(file), { recursive: true })
  const old = existsSync(file)
  const client = new Database(file)
  try {
    client.pragma('busy_timeout = 5000')
    const applied = appliedOnSqlite(client)
    const known = knownMigrations('sqlite')
    refuseNewer(applied, known)
    if (applied.length === known.length) return
    if (old && applied.length) keepCopy(client, file)
    // drizzle-kit rebuilds tables by drop and rename; with foreign keys on, that would delete their children.
    client.pragma('foreign_keys = OFF')
    migrateSqlite(drizzleSqlite(client), { migrationsFolder: folder('sqlite') })
    const orphans = client.pragma('foreign_key_check') as unknown[]
    if (orphans.length)
      throw new Error(
        `The migration left ${orphans.length} rows without their parent; restore the copy`,
      )
  } finally {
    client.close()
  }
}

function appliedOnSqlite(client: Database.Database) {
  const there = client
    .prepare("select 1 from sqlite_master where name = '__drizzle_migrations'")
    .get()
  if (!there) return []
  const all = client.prepare('select created_at as at from __drizzle_migrations').all()
  return (all as { at: number }[]).map(({ at }) => Number(at))
}

function keepCopy(client: Database.Database, file: string) {
  client.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(file, `${file}.before-${new Date().toISOString().replace(/[:.]/g, '-')}`)
}

async function migrateOnPostgres(connectionString: string) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 4_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_advisory_lock(727274)')
    const known = knownMigrations('postgres')
    const { rows } = await client.query(
      "select to_regclass('drizzle.__drizzle_migrations') as there",
    )
    const applied = rows[0].there
      ? (await client.query('select created_at as at from drizzle.__drizzle_migrations')).rows
      : []
    refuseNewer(
      applied.map(({ at }: { at: string }) => Number(at)),
      known,
    )
    await migratePostgres(drizzlePostgres(client), { migrationsFolder: folder('postgres') })
  } catch (error) {
    throw translated(error)
  } finally {
    await client.end()
  }
}
