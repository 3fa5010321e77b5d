import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks'
import type Database from 'better-sqlite3'
import { type Tx, Unavailable } from './doors.ts'

const atMostTogether = 64
const slowAfter = 5_000
const longestWait = 4_800
const otherWritersFor = 1_000
const pause = (ms: number) => new Promise((next) => setTimeout(next, ms))
const sentences = {
  begin: 'begin immediate',
  commit: 'commit',
  rollback: 'rollback',
  save: 'savepoint one',
  keep: 'release one',
  undo: 'rollback to one',
} as const

type Waiting = {
  work: () => Promise<unknown>
  done: (value: unknown) => void
  failed: (error: unknown) => void
  since: number
}

/** Full, locked and read-only disks are not our bug: they pass, and the caller may come again. */
function translated(error: unknown) {
  const code = (error as { code?: string })?.code ?? ''
  return /^SQLITE_(BUSY|FULL|READONLY|IOERR|CANTOPEN)/.test(code)
    ? new Unavailable(code, { cause: error })
    : error
}

const isBusy = (error: unknown) => /^SQLITE_BUSY/.test((error as { code?: string }).code ?? '')

const inside = new AsyncLocalStorage<true>()

/** The one writer of an SQLite file: one fsync for all the transactions that wait together. */
export class GroupedCommits {
  #waiting: Waiting[] = []
  #draining: Promise<void> | undefined
  #client: Database.Database
  #writer: Tx
  #prepared: Record<string, Database.Statement>
  #metAnotherAt = -Infinity

  constructor(client: Database.Database, writer: Tx) {
    this.#client = client
    this.#writer = writer
    const all = Object.entries(sentences).map(([name, words]) => [name, client.prepare(words)])
    this.#prepared = Object.fromEntries(all) as Record<string, Database.Statement>
  }

  /** Queues `work`; resolves after the commit that holds it, rejects with nothing of it written. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (inside.getStore())
      throw new Error('A transaction was opened inside a transaction: pass the tx along')
    return new Promise<T>((done, failed) => {
      const bound = AsyncResource.bind(() => inside.run(true, () => work(this.#writer)))
      this.#waiting.push({
        work: bound,
        done: done as Waiting['done'],
        failed,
        since: performance.now(),
      })
      this.#draining ??= this.#drain()
    })
  }

  /** Resolves when nothing waits any more. */
  async idle() {
    await this.#draining
  }

  #say(name: keyof typeof sentences) {
    this.#prepared[name]!.run()
  }

  /**
   * Waits for another process that is writing; everybody reads on meanwhile, and whoever has waited
   * almost 5 seconds is sent away. Where several processes write, each leaves the others a turn.
   */
  async #begin() {
    if (performance.now() - this.#metAnotherAt < otherWritersFor) await pause(2)
    while (this.#waiting.length)
      try {
        this.#say('begin')
        return true
      } catch (error) {
        if (!isBusy(error)) throw error
        this.#metAnotherAt = performance.now()
        this.#sendTiredAway(error)
        await pause(1)
      }
    return false
  }

  #sendTiredAway(reason: unknown) {
    while (this.#waiting[0] && performance.now() - this.#waiting[0].since > longestWait)
      this.#waiting.shift()!.failed(translated(reason))
  }

  async #drain() {
    do {
      // Requests of the same turn of the event loop join the group, and everything else gets its turn.
      await new Promise((next) => setImmediate(next))
      await this.#together()
    } while (this.#waiting.length)
    this.#draining = undefined
  }

  async #together() {
    const taken: Waiting[] = []
    const answers: (() => void)[] = []
    try {
      if (!(await this.#begin())) return
      while (this.#waiting.length && taken.length < atMostTogether) {
        taken.push(this.#waiting.shift()!)
        answers.push(await this.#one(taken.at(-1)!))
      }
      this.#say('commit')
    } catch (error) {
      if (this.#client.inTransaction) this.#say('rollback')
      const all = taken.length ? taken : this.#waiting.splice(0)
      return all.forEach(({ failed }) => failed(translated(error)))
    }
    answers.forEach((answer) => answer())
  }

  async #one({ work, done, failed }: Waiting) {
    this.#say('save')
    const started = performance.now()
    try {
      const value = await work()
      this.#say('keep')
      return () => done(value)
    } catch (error) {
      // A full disk ends the whole transaction by itself; the others of the group are told so.
      if (!this.#client.inTransaction) throw error
      this.#say('undo')
      this.#say('keep')
      return () => failed(translated(error))
    } finally {
      if (performance.now() - started > slowAfter) console.warn('A transaction took over 5 s', work)
    }
  }
}
