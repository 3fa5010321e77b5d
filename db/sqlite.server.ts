import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { type Doors, type Read, type Tx, Unavailable } from './doors.ts'

const atMostTogether = 64
const slowAfter = 5_000

type Waiting = {
  work: () => Promise<unknown>
  done: (value: never) => void
  failed: (error: unknown) => void
}

/** The file a `DATABASE_URL` of SQLite names; `data/granaio.db` when there is none. */
export const sqliteFile = (url?: string) => (url ?? '').replace(/^file:/, '') || 'data/granaio.db'

function connect(file: string, readonly: boolean) {
  const client = new Database(file)
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  client.pragma('busy_timeout = 5000')
  client.pragma('cache_size = -64000')
  client.pragma('mmap_size = 268435456')
  if (readonly) client.pragma('query_only = ON')
  assertDurable(client)
  return client
}

function assertDurable(client: Database.Database) {
  const found = ['journal_mode', 'synchronous', 'foreign_keys'].map((name) =>
    client.pragma(name, { simple: true }),
  )
  if (String(found) !== 'wal,2,1')
    throw new Error(`SQLite is not durable here: ${found} (needs wal, 2, 1)`)
}

/** Full, locked and read-only disks are not our bug: they pass, and the caller may come again. */
function translated(error: unknown) {
  const code = (error as { code?: string })?.code ?? ''
  return /^SQLITE_(BUSY|FULL|READONLY|IOERR|CANTOPEN)/.test(code)
    ? new Unavailable(code, { cause: error })
    : error
}

/** Opens the two doors on a migrated SQLite file: one connection reads, one writes. */
export function openSqlite(url?: string): Doors {
  const file = sqliteFile(url)
  mkdirSync(dirname(file), { recursive: true })
  const [readClient, writeClient] = [connect(file, true), connect(file, false)]
  const open = (client: Database.Database) => drizzle(client, { casing: 'snake_case' })
  const reader = open(readClient) as unknown as Read
  const writer = open(writeClient) as unknown as Tx
  const { transaction, commits, idle } = groupedCommits(writeClient, writer)

  return {
    db: reader,
    transaction,
    commits,
    rows: async (door, query) => (door as unknown as ReturnType<typeof open>).all(query),
    run: async (tx, statement) => void (tx as unknown as ReturnType<typeof open>).run(statement),
    backup: async (copy) => void (await readClient.backup(copy)),
    close: async () => {
      await idle()
      readClient.close()
      writeClient.close()
    },
  }
}

/** One fsync for all the transactions that wait together; each is answered after the commit. */
function groupedCommits(client: Database.Database, writer: Tx) {
  const inside = new AsyncLocalStorage<true>()
  const queue: Waiting[] = []
  const run = Object.fromEntries(
    [
      'begin immediate',
      'commit',
      'rollback',
      'savepoint one',
      'release one',
      'rollback to one',
    ].map((words) => [words, client.prepare(words)]),
  )
  const say = (words: string) => run[words]!.run()
  let committed = 0
  let draining: Promise<void> | undefined

  async function one({ work, done, failed }: Waiting) {
    say('savepoint one')
    const started = performance.now()
    try {
      const value = await work()
      say('release one')
      return () => done(value as never)
    } catch (error) {
      if (client.inTransaction) [say('rollback to one'), say('release one')]
      return () => failed(translated(error))
    } finally {
      if (performance.now() - started > slowAfter) console.warn('A transaction took over 5 s', work)
    }
  }

  async function together() {
    const answers: (() => void)[] = []
    const taken: Waiting[] = []
    try {
      say('begin immediate')
      while (queue.length && taken.length < atMostTogether) {
        taken.push(queue.shift()!)
        answers.push(await one(taken.at(-1)!))
      }
      say('commit')
      committed++
    } catch (error) {
      if (client.inTransaction) say('rollback')
      const all = taken.length ? taken : queue.splice(0)
      return all.forEach(({ failed }) => failed(translated(error)))
    }
    answers.forEach((answer) => answer())
  }

  async function drain() {
    await new Promise((next) => setImmediate(next))
    while (queue.length) await together()
    draining = undefined
  }

  function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (inside.getStore())
      throw new Error('A transaction was opened inside a transaction: pass the tx along')
    return new Promise<T>((done, failed) => {
      const bound = AsyncResource.bind(() => inside.run(true, () => work(writer)))
      queue.push({ work: bound, done: done as never, failed })
      draining ??= drain()
    })
  }
  return { transaction, commits: () => committed, idle: async () => draining }
}
