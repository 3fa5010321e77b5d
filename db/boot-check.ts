import { closeSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { lostFromLog } from './wal-check.ts'

const enoughMs = 250
const tries = 3

/** The house does not open: what is wrong, and what to do about it. */
export class NotSafe extends Error {
  override name = 'NotSafe'
}

/**
 * Proves, in about a quarter of a second, that an SQLite file and its log can be opened for real people: the
 * folder can be written, nothing committed is missing from the log, and the pages of the tables are
 * sound (all of them on a database of some ten MB; on a larger one, as many tables as there is time
 * for, others each time; a backup looks at all of them). Throws `NotSafe` and changes nothing.
 */
export async function proveWhole(file: string) {
  const folder = dirname(file)
  try {
    mkdirSync(folder, { recursive: true })
    for (const path of [file, `${file}-wal`]) if (existsSync(path)) closeSync(openSync(path, 'r+'))
    // Asking for the right to write is not enough: a file system may be read-only in spite of it.
    const probe = join(folder, `.probe-${process.pid}`)
    closeSync(openSync(probe, 'w'))
    rmSync(probe)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new NotSafe(
      `${folder} cannot be written (${code}): mount it for writing, or give it to the user that runs Granaio.`,
    )
  }
  if (!existsSync(file)) return
  const fault = (await lostForSure(file)) ?? unsoundPage(file)
  if (fault)
    throw new NotSafe(
      [
        `The database ${file} is damaged: ${fault}.`,
        'Nothing was changed. Keep a copy of the folder, then bring the last backup back:',
        '  npm run restore -- --from BACKUP --replace',
      ].join('\n'),
    )
}

/** Another process may be writing while we look; what is really lost stays lost. */
async function lostForSure(file: string) {
  for (let i = 1; i < tries; i++) {
    if (!lostFromLog(file)) return undefined
    await pause(100)
  }
  return lostFromLog(file)
}

function unsoundPage(file: string) {
  let client: Database.Database | undefined
  try {
    client = new Database(file)
    return quickCheck(client)
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string }
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return message
    if (/^SQLITE_(IOERR|READONLY|CANTOPEN|FULL)/.test(code))
      throw new NotSafe(
        `${file} cannot be opened for writing (${code}): is its disk full, or read-only?`,
      )
    throw error
  } finally {
    client?.close()
  }
}

function quickCheck(client: Database.Database) {
  const began = performance.now()
  const names = client
    .prepare(
      "select name from sqlite_master where type = 'table' and rootpage > 0 order by random()",
    )
    .pluck()
    .all() as string[]
  for (const name of names) {
    const said = client.pragma(`quick_check("${name}")`) as { quick_check: string }[]
    const fault = said.find(({ quick_check }) => quick_check !== 'ok')
    if (fault) return fault.quick_check.split('\n').at(-1)!
    if (performance.now() - began > enoughMs) break
  }
  return undefined
}
