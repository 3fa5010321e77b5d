import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { type Doors, type Read, type Tx, Unavailable } from './doors.ts'
import { PatientPool, translated, undone } from './postgres-pool.ts'
import { Replica } from './replica.ts'

const readOnly = '-c default_transaction_read_only=on'

async function assertDurable(pool: PatientPool) {
  for (const name of ['fsync', 'synchronous_commit']) {
    const { rows } = await pool.query({ text: `show ${name}` })
    if (rows[0][name] === 'off') throw new Error(`PostgreSQL is not durable: ${name} is off`)
  }
}

/** Asks the replica what it may answer, and the primary the rest. */
class Reader {
  #pool: PatientPool
  #replica: Replica | undefined

  constructor(pool: PatientPool, replica: Replica | undefined) {
    this.#pool = pool
    this.#replica = replica
  }

  async query(asked: pg.QueryConfig, values?: unknown[]) {
    return (await this.#replica?.answer(asked, values)) ?? this.#pool.query(asked, values)
  }
}

type Line = Parameters<Parameters<PatientPool['using']>[0]>[0]

async function committed<T>(line: Line, work: () => Promise<T>) {
  await line.query('begin')
  try {
    const value = await work()
    await line.query('commit')
    return value
  } catch (error) {
    const reason = translated(error)
    // A line that is away is thrown away, and the server undoes what was begun on it.
    if (!(reason instanceof Unavailable) || undone(reason)) await line.query('rollback')
    throw reason
  }
}

const mostTries = 4
const longestPauseMs = 60

async function again<T>(work: () => Promise<T>, tries = mostTries): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (tries <= 1 || !undone(error)) throw error
    // Not at the same moment as the other one.
    await pause(Math.random() * longestPauseMs)
    return again(work, tries - 1)
  }
}

/** Opens the two doors on a migrated PostgreSQL database: one pool reads, one writes. */
export async function openPostgres(url: string, replicaUrl?: string): Promise<Doors> {
  const [readPool, writePool] = [new PatientPool(url, readOnly), new PatientPool(url)]
  await assertDurable(writePool)
  const replica = replicaUrl
    ? new Replica(new PatientPool(replicaUrl, readOnly), readPool)
    : undefined
  const reader = drizzle(new Reader(readPool, replica) as unknown as pg.Client, {
    casing: 'snake_case',
  })
  const inside = new AsyncLocalStorage<true>()
  let commits = 0

  return {
    db: reader as unknown as Read,
    transaction: async (work) => {
      if (inside.getStore())
        throw new Error('A transaction was opened inside a transaction: pass the tx along')
      const value = await again(() =>
        writePool.using((line) =>
          inside.run(true, () => committed(line, () => work(line.database as unknown as Tx))),
        ),
      )
      commits++
      return value
    },
    commits: () => commits,
    rows: async (door, query) =>
      (await (door as unknown as typeof reader).execute(query)).rows as never[],
    run: async (tx, statement) => void (await (tx as unknown as typeof reader).execute(statement)),
    runEach: () => Promise.reject(new Error('PostgreSQL takes many rows at once')),
    backup: () => Promise.reject(new Error('PostgreSQL is backed up by its own pg_dump')),
    emptyLog: () => Promise.resolve('emptied'),
    close: async () =>
      void (await Promise.all([readPool.close(), writePool.close(), replica?.close()])),
  }
}
