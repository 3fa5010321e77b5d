import { sql, type SQL } from 'drizzle-orm'
import { run, transaction } from '#db/database.server.ts'
import { isPostgres } from '#db/dialect.ts'

/** Changes the log as somebody would who has the file, or the password of the database. */
export const unguarded = async (statement: SQL) => {
  const [off, on] = isPostgres
    ? [
        sql`alter table audit_entries disable trigger all`,
        sql`alter table audit_entries enable trigger all`,
      ]
    : [sql`drop trigger if exists audit_entries_stand`, sql`select 1`]
  await transaction((tx) => run(tx, off!))
  if (!isPostgres)
    await transaction((tx) => run(tx, sql`drop trigger if exists audit_entries_stay`))
  await transaction((tx) => run(tx, statement))
  if (isPostgres) await transaction((tx) => run(tx, on!))
}
