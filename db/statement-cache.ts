import type { Database, Statement } from 'better-sqlite3'

const mostKept = 500

/**
 * Keeps the compiled form of the statements that a connection runs again and again: compiling one
 * takes SQLite longer than running it.
 */
export function rememberStatements(client: Database) {
  const compile = client.prepare.bind(client) as (source: string) => Statement
  const known = new Map<string, Statement>()

  function remembered(source: string) {
    const statement = known.get(source) ?? compile(source)
    known.delete(source)
    known.set(source, statement)
    if (known.size > mostKept) known.delete(known.keys().next().value!)
    // Whoever ran it last may have asked for rows without names; that wish stays with the statement.
    return statement.reader ? statement.raw(false) : statement
  }
  client.prepare = remembered as unknown as typeof client.prepare
}
