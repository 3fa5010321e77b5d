import { AsyncLocalStorage } from 'node:async_hooks'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { type Doors, type Read, type Tx, Unavailable } from './doors.ts'

/** Connection lost, pool exhausted, shutting down, read-only: the next try may reach another server. */
const passing = /^(08|53|57P|25006|40001|40P01|ECONN|EPIPE|ETIMEDOUT)/

export function translated(error: unknown): unknown {
  const { code, message, cause } = error as { code?: string; message?: string; cause?: unknown }
  if (passing.test(code ?? '') || /timeout|terminated/i.test(message ?? ''))
    return new Unavailable(code ?? message, { cause: error })
  return cause && translated(cause) instanceof Unavailable ? translated(cause) : error
}

function openPool(connectionString: string, options: string) {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 4_000,
    statement_timeout: 30_000,
    keepAlive: true,
    options,
  })
  pool.on('error', (error) => console.warn('PostgreSQL dropped an idle connection:', error.message))
  return pool
}

async function assertDurable(pool: pg.Pool) {
  for (const name of ['fsync', 'synchronous_commit']) {
    const { rows } = await pool.query(`show ${name}`)
    if (rows[0][name] === 'off') throw new Error(`PostgreSQL is not durable: ${name} is off`)
  }
}

/** Opens the two doors on a migrated PostgreSQL database: one pool reads, one writes. */
export async function openPostgres(url: string): Promise<Doors> {
  const readPool = openPool(url, '-c default_transaction_read_only=on')
  const writePool = openPool(url, '')
  await assertDurable(writePool)
  const open = (pool: pg.Pool) => drizzle(pool, { casing: 'snake_case' })
  const [reader, writer] = [open(readPool), open(writePool)]
  const inside = new AsyncLocalStorage<true>()
  let committed = 0

  return {
    db: reader as unknown as Read,
    transaction: async (work) => {
      if (inside.getStore())
        throw new Error('A transaction was opened inside a transaction: pass the tx along')
      try {
        const value = await inside.run(true, () =>
          writer.transaction((tx) => work(tx as unknown as Tx)),
        )
        committed++
        return value
      } catch (error) {
        throw translated(error)
      }
    },
    commits: () => committed,
    rows: async (door, query) =>
      (await (door as unknown as typeof reader).execute(query)).rows as never[],
    run: async (tx, statement) => void (await (tx as unknown as typeof writer).execute(statement)),
    backup: () => Promise.reject(new Error('PostgreSQL is backed up by its own pg_dump')),
    close: async () => void (await Promise.all([readPool.end(), writePool.end()])),
  }
}
