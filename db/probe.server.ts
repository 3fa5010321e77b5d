import { sql } from 'drizzle-orm'
import { run, transaction } from './database.server.ts'
import { isPostgres } from './dialect.ts'

const migrations = isPostgres ? sql`drizzle.__drizzle_migrations` : sql`__drizzle_migrations`

/** Commits the smallest write there is, one that changes nothing; throws `Unavailable` where nothing can be written. */
export const tryWriting = () =>
  transaction((tx) =>
    run(
      tx,
      sql`update ${migrations} set hash = hash where created_at = (select min(created_at) from ${migrations})`,
    ),
  )
