import Database from 'better-sqlite3'

/** Every statement that was prepared on SQLite; to be imported before the database is opened. */
export const asked = new Set<string>()

const prepare = Database.prototype.prepare
Database.prototype.prepare = function (this: Database.Database, query: string) {
  asked.add(query)
  return prepare.call(this, query)
} as typeof prepare
