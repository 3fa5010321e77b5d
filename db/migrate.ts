import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { folder, knownMigrations, refuseNewer } from './migration-journal.ts'
import { sqliteFile } from './sqlite.server.ts'

/**
 * Brings the database of `url` to this code's schema. On SQLite a copy of the file is kept first
 * (`granaio.db.before-…`) whenever something will change. Throws, changing nothing, when the
 * database is newer than the code, or when rows would be left without what they refer to.
 */
export async function migrate(url = process.env.DATABASE_URL) {
  if (!/^postgres/.test(url ?? '')) return migrateOnSqlite(sqliteFile(url))
  const { migrateOnPostgres } = await import('./migrate-postgres.ts')
  await migrateOnPostgres(url!)
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
    // `never`: the compiler would compare all of Drizzle for seconds.
    migrateSqlite(drizzleSqlite(client) as never, { migrationsFolder: folder('sqlite') })
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
