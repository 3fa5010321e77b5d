import type { SQL } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

type Everything = PgDatabase<PgQueryResultHKT, Record<string, never>>

/** Enough to ask; every query function takes it first. */
export type Read = Pick<Everything, 'select' | 'selectDistinct' | 'with' | '$with' | '$count'>
/** Enough to change; only `transaction` hands it out. */
export type Tx = Read & Pick<Everything, 'insert' | 'update' | 'delete'>

/** The database cannot take this now (locked, full, read-only, away); trying again later may work. */
export class Unavailable extends Error {
  override name = 'Unavailable'
}

/** The `Unavailable` behind an error, however often it was wrapped. */
export function unavailability(error: unknown): Unavailable | undefined {
  if (error instanceof Unavailable) return error
  return error instanceof Error && error.cause ? unavailability(error.cause) : undefined
}

/** What each driver must offer; `database.server.ts` says what it promises. */
export type Doors = {
  db: Read
  transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  rows: <Row>(door: Read, query: SQL) => Promise<Row[]>
  run: (tx: Tx, statement: SQL) => Promise<void>
  runEach: (tx: Tx, statement: SQL, values: unknown[][]) => Promise<void>
  commits: () => number
  backup: (file: string) => Promise<void>
  emptyLog: () => Promise<'emptied' | 'busy'>
  close: () => Promise<void>
}
