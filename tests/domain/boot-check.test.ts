import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { NotSafe, proveWhole } from '#db/boot-check.ts'
import { isPostgres } from '#db/dialect.ts'
import { openSqlite } from '#db/sqlite.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'granaio-boot-'))
afterAll(() => rmSync(folder, { recursive: true }))
let made = 0

/** A database as a process leaves it that died: some rows only in the log. Answers its file. */
function left(rows = 200) {
  const [open, file] = [join(folder, `open-${++made}.db`), join(folder, `left-${made}.db`)]
  copyFileSync(inject('template').slice(5), open)
  const client = new Database(open)
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  const insert = client.prepare('insert into settings (key, value, changed_at) values (?, ?, 0)')
  for (let i = 0; i < rows; i++) insert.run(`key-${made}-${i}`, JSON.stringify('x'.repeat(200)))
  for (const end of ['', '-wal', '-shm']) copyFileSync(open + end, file + end)
  client.close()
  return file
}
const refusal = async (file: string) =>
  proveWhole(file).then(
    () => 'opened',
    (error: unknown) => (error instanceof NotSafe ? error.message : `other: ${String(error)}`),
  )

describe.skipIf(isPostgres)('[#133] at the start a database', () => {
  test('that a process left behind in its death is opened, with all its rows', async () => {
    const file = left()
    expect(await refusal(file)).toBe('opened')
    const client = new Database(file)
    expect(client.prepare('select count(*) from settings').pluck().get()).toBe(200)
    client.close()
  })

  test.each([
    ['whose log is missing', (file: string) => rmSync(`${file}-wal`), 'is missing'],
    [
      'whose log is cut short',
      (file: string) => truncateSync(`${file}-wal`, Math.round(statSync(`${file}-wal`).size / 2)),
      'cut short',
    ],
    [
      'whose log has one wrong bit',
      (file: string) => flip(`${file}-wal`, 40_000),
      'cut short or damaged',
    ],
    ['whose log is another one', (file: string) => flip(`${file}-wal`, 18), 'not the one'],
    ['with damaged pages', (file: string) => scratch(file), 'is damaged'],
    [
      'that is none',
      (file: string) => writeFileSync(file, 'no database '.repeat(999)),
      'is damaged',
    ],
    ['that is cut short', (file: string) => truncateSync(file, 3 * 4096), 'is damaged'],
  ])('%s is refused, with the way back', async (_what, harm, words) => {
    const file = left()
    harm(file)
    const said = await refusal(file)
    expect(said).toContain(words)
    expect(said).toContain('npm run restore')
    expect(existsSync(file)).toBe(true)
  })

  test('with a torn end that nobody was told of is opened: that is what a power cut leaves', async () => {
    const file = left()
    writeFileSync(`${file}-wal`, Buffer.alloc(5_000, 7), { flag: 'a' })
    expect(await refusal(file)).toBe('opened')
  })

  test('[#131] in a folder that cannot be made is refused in one line', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(await refusal(join(file, 'below', 'granaio.db'))).toMatch(
      /^.* cannot be written \(E\w+\).*$/,
    )
  })
})

test.skipIf(isPostgres)('[#128] a database that would not keep what it says is not opened', () => {
  // In memory nothing is written ahead, so nothing outlives a power cut.
  expect(() => openSqlite('file::memory:')).toThrow(/not durable here: memory/)
})

function flip(file: string, at: number) {
  const bytes = readFileSync(file)
  bytes[at] = bytes[at]! ^ 1
  writeFileSync(file, bytes)
}

function scratch(file: string) {
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 4096 * 3, 4096 * 9)
  writeFileSync(file, bytes)
}
