import { hostname } from 'node:os'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { NotSafe } from './boot-check.ts'
import { sqliteFile } from './sqlite.server.ts'

const codeOf = (error: unknown) => (error as { code?: string }).code ?? ''

/**
 * Takes the one lock on an SQLite database for as long as this process lives; throws, saying who has
 * it, where another does. The system itself gives a dead process's lock back, in every container of
 * the machine. PostgreSQL needs none: any number of processes may share it.
 */
export function holdDatabase(url = process.env.DATABASE_URL) {
  if (/^postgres/.test(url ?? '')) return
  const file = sqliteFile(url)
  const lock = open(`${file}.lock`)
  if (!lock) return
  try {
    lock.exec('begin immediate')
    sign(lock)
  } catch (error) {
    if (!/^SQLITE_BUSY/.test(codeOf(error))) throw error
    throw new NotSafe(
      `${file} is in use by ${holder(lock)}. One Granaio serves one SQLite file: stop the other first, or use WORKERS for more processes.`,
    )
  }
  process.once('exit', () => lock.close())
}

/** On a disk that takes no file nobody can write, and there is nothing to lock. */
function open(file: string) {
  try {
    mkdirSync(dirname(file), { recursive: true })
    return new Database(file, { timeout: 0 })
  } catch (error) {
    if (/^(SQLITE_(CANTOPEN|READONLY)|EACCES|EPERM|EROFS)/.test(codeOf(error))) return undefined
    throw error
  }
}

/** Says who holds the lock, for whoever is refused. Two that sign at once: one of them is refused. */
function sign(lock: Database.Database) {
  try {
    lock.exec('create table if not exists holder (said text); delete from holder')
    const said = `process ${process.pid} on ${hostname()}, since ${new Date().toISOString()}`
    lock.prepare('insert into holder values (?)').run(said)
    lock.exec('commit')
  } catch (error) {
    if (!/^SQLITE_(FULL|READONLY|IOERR)/.test(codeOf(error))) throw error
    if (lock.inTransaction) lock.exec('rollback')
  }
  lock.exec('begin immediate')
}

function holder(lock: Database.Database) {
  try {
    return lock.prepare('select said from holder').pluck().get() ?? 'another process'
  } catch {
    return 'another process'
  }
}
