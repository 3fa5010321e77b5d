import Database from 'better-sqlite3'

/** What a database file says of itself; without `faults` it is whole. */
export type Snapshot = { faults: string[]; rows: Record<string, number>; migrations: number[] }

const isOurs = "type = 'table' and name not like 'sqlite_%' and name not like 'idea_search%'"

/** Reads an SQLite file from end to end: its integrity, its rows table by table, its migrations. */
export function inspect(file: string): Snapshot {
  const client = new Database(file, { readonly: true, fileMustExist: true })
  try {
    const said = client.pragma('integrity_check') as { integrity_check: string }[]
    const faults = said.map((row) => row.integrity_check).filter((line) => line !== 'ok')
    const orphans = client.pragma('foreign_key_check') as unknown[]
    if (orphans.length) faults.push(`${orphans.length} rows without what they refer to`)
    const tables = client.prepare(`select name from sqlite_master where ${isOurs} order by name`)
    const rows: Record<string, number> = {}
    for (const { name } of tables.all() as { name: string }[])
      rows[name] = client.prepare(`select count(*) from "${name}"`).pluck().get() as number
    return { faults, rows, migrations: migrationsIn(client) }
  } finally {
    client.close()
  }
}

function migrationsIn(client: Database.Database) {
  const all = client.prepare('select created_at as at from __drizzle_migrations order by at').all()
  return (all as { at: number }[]).map(({ at }) => Number(at))
}

type Erased = { personId: string; texts: 'keep' | 'remove'; doneAt: number }

/** Who was erased, as a database file knows it; nobody where it is from before one could be. */
export function erasedIn(file: string): Erased[] {
  const client = new Database(file, { readonly: true, fileMustExist: true })
  try {
    const query = `select person_id as personId, texts, done_at as doneAt from erasures
      where done_at is not null`
    return client.prepare(query).all() as Erased[]
  } catch {
    return []
  } finally {
    client.close()
  }
}

/** Signs everybody out in a database file that nobody has open, and leaves it without side files. */
export function forgetVisitors(file: string) {
  const client = new Database(file, { fileMustExist: true })
  try {
    for (const name of ['sessions', 'tokens', 'pending_acts']) client.exec(`delete from ${name}`)
    client.pragma('journal_mode = DELETE')
  } finally {
    client.close()
  }
}

/**
 * Gathers a database and what waits beside it into its one file. Answers `in-use`, with nothing
 * changed, while another process has it open, and `damaged` where there is no database to be read.
 */
export function gatherIntoOne(file: string): 'gathered' | 'in-use' | 'damaged' {
  const client = new Database(file, { fileMustExist: true, timeout: 500 })
  try {
    const mode = client.pragma('journal_mode = DELETE', { simple: true })
    return mode === 'delete' ? 'gathered' : 'in-use'
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (/^SQLITE_BUSY/.test(code)) return 'in-use'
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'damaged'
    throw error
  } finally {
    client.close()
  }
}
