import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { startSession } from '#app/domain/identity/session.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { backup, transaction } from '#db/database.server.ts'
import { isPostgres } from '#db/dialect.ts'
import { forgetVisitors, inspect } from '#db/snapshot.server.ts'
import { person, world } from '#tests/world.ts'
import { addToJournal } from '#app/domain/privacy/journal.server.ts'
import { applyBackup } from '../../commands/backup/apply.ts'
import { gatherJournal } from '../../commands/backup/erase-again.ts'
import { makeBackup } from '../../commands/backup/make.ts'
import type { Manifest } from '../../commands/backup/manifest.ts'
import { writeSealed } from '../../commands/backup/seal.ts'
import { type Entry, packed } from '../../commands/backup/tar.ts'

const folder = mkdtempSync(join(tmpdir(), 'granaio-backup-'))
const uploads = join(folder, 'uploads')
const photo = 'uploads/ab/0199-photo.large.webp'
const good = join(folder, 'good.tar.gz')
const from = { copyDatabase: backup, uploads }
const placeCalled = (name: string) => {
  const to = join(folder, name)
  return { folder: to, database: join(to, 'granaio.db') }
}
const restore = (file: string, name: string, replace = false) =>
  applyBackup(file, placeCalled(name), replace)

describe.skipIf(isPostgres)('a backup', () => {
  beforeAll(async () => {
    const { ann } = await world()
    await startSession(ann.id, 'test', '127.0.0.1')
    mkdirSync(join(uploads, 'ab'), { recursive: true })
    writeFileSync(join(folder, photo), 'a photo')
    writeFileSync(join(uploads, 'ab', 'half.webp.part'), 'half a photo')
    await makeBackup(good, from)
  })

  test('[#137] made while people vote is one moment of the database, private, with uploads and manifest', async () => {
    const { ann, refillStation } = await world()
    let voting = true
    const crowd = (async () => {
      for (let i = 0; voting; i++)
        await transaction(async (tx) => {
          const voter = await person(tx, `voter${i}`)
          await castVote(tx, voter, refillStation.number)
        })
    })()
    const file = join(folder, 'busy.tar.gz')
    const manifest = await makeBackup(file, from)
    voting = false
    await crowd

    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(manifest.files.map(({ name }) => name)).toEqual(['granaio.db', photo])
    expect(manifest.rows.people).toBeGreaterThanOrEqual(5)
    expect(manifest.rows.votes).toBe(manifest.rows.activity! - manifest.rows.ideas!)
    expect(ann.id).toBeTruthy()
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('[#138] comes back on an empty folder; nobody is signed in there', async () => {
    await restore(good, 'empty')
    const restored = inspect(placeCalled('empty').database)
    expect(restored.faults).toEqual([])
    expect(restored.rows).toMatchObject({ ideas: 1, people: 5, sessions: 0 })
    expect(readFileSync(join(folder, 'empty', photo), 'utf8')).toBe('a photo')
    expect(existsSync(join(folder, 'empty/uploads/ab/half.webp.part'))).toBe(false)
  })

  test('[#152] who was erased since is known from the journals, and from the database that made room', async () => {
    await restore(good, 'journal')
    const place = placeCalled('journal')
    const line = { personId: 'gone', texts: 'keep' as const, doneAt: '2026-11-23T00:00:00.000Z' }
    await addToJournal([line, line], folder)
    expect(await gatherJournal(good, place, place.database)).toBe(1)
    expect(await gatherJournal(good, place, place.database)).toBe(1)
    expect(statSync(join(place.folder, 'erasures.jsonl')).mode & 0o777).toBe(0o600)
  })

  test('makes room only when it is told to, and keeps the database that was there', async () => {
    await restore(good, 'lived-in')
    writeFileSync(join(folder, 'lived-in/uploads/ab/newer.webp'), 'newer')
    await expect(restore(good, 'lived-in')).rejects.toThrow('not empty')

    const { kept } = await restore(good, 'lived-in', true)
    expect(inspect(kept!).rows.ideas).toBe(1)
    expect(existsSync(join(folder, 'lived-in/uploads/ab/newer.webp'))).toBe(true)
  })

  test('never goes over another file, nor where the web could serve it', async () => {
    await expect(makeBackup(good, from)).rejects.toThrow('exists already')
    await expect(makeBackup('public/b.tar.gz', from)).rejects.toThrow('public/')
    await expect(makeBackup('build/client/b.tar.gz', from)).rejects.toThrow('build/')
    expect(existsSync('public/b.tar.gz')).toBe(false)
  })

  test('is refused while the database is open', async () => {
    await restore(good, 'open')
    const { default: Database } = await import('better-sqlite3')
    const other = new Database(placeCalled('open').database)
    other.pragma('journal_mode = WAL')
    other.prepare('select count(*) from ideas').get()
    await expect(restore(good, 'open', true)).rejects.toThrow('is running')
    other.close()
  })
})

describe.skipIf(isPostgres)('[#139] a backup is refused before anything is touched', () => {
  const bytes = () => readFileSync(good)
  const refused = async (name: string, changed: Buffer) => {
    const file = join(folder, `${name}.tar.gz`)
    writeFileSync(file, changed)
    await expect(restore(file, name)).rejects.toThrow()
    expect(readdirSync(join(folder, name))).toEqual([])
  }

  test('when it is cut short anywhere', async () => {
    const whole = bytes()
    for (const end of [0, 50, 512, whole.length >> 1, whole.length - 93, whole.length - 1])
      await refused(`cut-${end}`, whole.subarray(0, end))
  })

  test('when a single bit is flipped, wherever it is', async () => {
    const whole = bytes()
    const places = [
      0,
      3,
      5,
      9,
      100,
      whole.length >> 1,
      whole.length - 95,
      whole.length - 88,
      whole.length - 1,
    ]
    for (const at of places) {
      const flipped = Buffer.from(whole)
      flipped[at] = flipped[at]! ^ 1
      await refused(`flip-${at}`, flipped)
    }
    await refused('longer', Buffer.concat([whole, Buffer.from('x')]))
  })

  test('when it holds other files than it lists, or leads out of its folder', async () => {
    const evil = [
      '../outside',
      '/etc/outside',
      'uploads/../../outside',
      'uploads/ab/../../../outside',
      'granaio.db',
    ]
    for (const [i, name] of evil.entries()) {
      await expect(restore(await forged(`evil-${i}`, {}, [name]), `evil-${i}`)).rejects.toThrow()
      await expect(
        restore(await forged(`listed-${i}`, { listed: [name] }, [name]), `listed-${i}`),
      ).rejects.toThrow()
      expect(existsSync(join(folder, 'outside'))).toBe(false)
      expect(existsSync(join(folder, '..', 'outside'))).toBe(false)
    }
  })

  test('when it is of another format or of a newer Granaio', async () => {
    const other = await forged('format', { manifest: { format: 2 as never } }, [])
    await expect(restore(other, 'format')).rejects.toThrow('another version')
    const newer = await forged('newer', { future: true }, [])
    await expect(restore(newer, 'newer')).rejects.toThrow('newer Granaio')
    expect(readdirSync(join(folder, 'newer'))).toEqual([])
  })

  test('when a file or the database is not what the manifest says', async () => {
    const lied = await forged('lied', { manifest: { rows: { ideas: 7 } } }, [])
    await expect(restore(lied, 'lied')).rejects.toThrow('not the one')
    const broken = await forged('broken', { broken: true }, [])
    await expect(restore(broken, 'broken')).rejects.toThrow()
  })
})

type Lie = { listed?: string[]; manifest?: Partial<Manifest>; future?: boolean; broken?: boolean }

/** A sealed backup that says or holds something else than an honest one would. */
async function forged(name: string, lie: Lie, others: string[]) {
  const database = join(folder, `${name}.db`)
  await backup(database)
  forgetVisitors(database)
  if (lie.future) await addFuture(database)
  const { rows, migrations } = inspect(database)
  const body = readFileSync(database)
  if (lie.broken) body.fill(7, 5000, 9000)
  const files = [
    { name: 'granaio.db', size: body.length, sha256: hashOf(body) },
    ...(lie.listed ?? []).map((listed) => ({
      name: listed,
      size: 1,
      sha256: hashOf(Buffer.from('x')),
    })),
  ]
  const createdAt = new Date().toISOString()
  const manifest = { format: 1, version: '9', createdAt, migrations, rows, files, ...lie.manifest }
  const entries = [
    entryOf('manifest.json', Buffer.from(JSON.stringify(manifest))),
    entryOf('granaio.db', body),
    ...others.map((other) => entryOf(other, Buffer.from('x'))),
  ]
  const file = join(folder, `${name}.forged.tar.gz`)
  await writeSealed(file, packed(entries))
  return file
}

async function addFuture(file: string) {
  const { default: Database } = await import('better-sqlite3')
  const client = new Database(file)
  client.exec("insert into __drizzle_migrations (hash, created_at) values ('x', 9999999999999)")
  client.close()
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

function entryOf(name: string, bytes: Buffer): Entry {
  async function* body() {
    yield bytes
  }
  return { name, size: bytes.length, body: body() }
}
