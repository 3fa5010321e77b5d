import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { folder, knownMigrations, refuseNewer } from './migration-journal.ts'
import { translated } from './postgres-pool.ts'

/** Brings a PostgreSQL database to this code's schema; of several that try at once, one does it. */
export async function migrateOnPostgres(connectionString: string) {
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
    // `never`: the compiler would compare all of Drizzle for seconds.
    await migrate(drizzle(client) as never, { migrationsFolder: folder('postgres') })
  } catch (error) {
    throw translated(error)
  } finally {
    await client.end()
  }
}
