import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { Unavailable } from './doors.ts'
import { inTime } from './patience.ts'

/** Connection lost, too many of them, shutting down, read-only: the next try may reach another server. */
const passing =
  /^(08|53|57P|57014|58030|25006|40001|40P01|55P03|ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_)/
const vague = /timeout|terminated|not queryable/i

/** An `Unavailable` where trying again later may work; the error itself where it will not. */
export function translated(error: unknown): unknown {
  if (error instanceof Unavailable || !(error instanceof Error)) return error
  if (error.cause) {
    const reason = translated(error.cause)
    return reason instanceof Unavailable ? reason : error
  }
  const { code } = error as { code?: string }
  const passes = code ? passing.test(code) : vague.test(error.message)
  return passes ? new Unavailable(code ?? error.message, { cause: error }) : error
}

/** Two transactions stood in each other's way: PostgreSQL undid one of them, which can begin anew. */
export const undone = (error: unknown) =>
  error instanceof Unavailable && ['40001', '40P01'].includes(error.message)

const connectMs = 4_000
const statementMs = 30_000
const database = (client: object) => drizzle(client as pg.Client, { casing: 'snake_case' })

/** A connection in hand. Every question on it ends in time, or fails as `Unavailable`. */
class Line {
  database = database(this)
  #client: pg.PoolClient

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  async query(asked: string | pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> {
    try {
      return await inTime(() => this.#client.query(asked as pg.QueryConfig, values), statementMs)
    } catch (error) {
      throw translated(error)
    }
  }
}

const onDrop = (error: Error) => console.warn('PostgreSQL dropped a connection:', error.message)

/** Connections to one server, opened when needed, thrown away when they fail. */
export class PatientPool {
  #pool: pg.Pool
  #lines = new WeakMap<pg.PoolClient, Line>()

  constructor(connectionString: string, options = '') {
    this.#pool = new pg.Pool({
      connectionString,
      max: 10,
      connectionTimeoutMillis: connectMs,
      statement_timeout: statementMs,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      options,
    })
    this.#pool.on('error', onDrop)
  }

  /** Answers one question on whichever connection is free. */
  query = (asked: pg.QueryConfig, values?: unknown[]) =>
    this.using((line) => line.query(asked, values))

  /** Lends a connection to `work`; one that failed is not lent again. Rejects in time, or not at all. */
  async using<T>(work: (line: Line) => Promise<T>): Promise<T> {
    const client = await this.#take()
    let broken = false
    // One that drops while it is lent tells nobody else, and an error that nobody hears ends the process.
    client.on('error', onDrop)
    try {
      return await work(this.#lineOf(client))
    } catch (error) {
      const reason = translated(error)
      broken = reason instanceof Unavailable && !undone(reason)
      throw error
    } finally {
      client.off('error', onDrop)
      client.release(broken)
    }
  }

  close = () => this.#pool.end()

  #lineOf(client: pg.PoolClient) {
    const line = this.#lines.get(client) ?? new Line(client)
    this.#lines.set(client, line)
    return line
  }

  async #take() {
    const arriving = this.#pool.connect()
    try {
      return await inTime(() => arriving, connectMs)
    } catch (error) {
      // Whoever comes after all is sent back.
      arriving.then(
        (client) => client.release(),
        () => {},
      )
      throw translated(error)
    }
  }
}
