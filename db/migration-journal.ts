import { readFileSync } from 'node:fs'

type Journal = { entries: { when: number }[] }

/** Where the migrations of one dialect lie. */
export const folder = (dialect: string) => `db/migrations/${dialect}`

/** The migrations that this code knows, by their times. */
export function knownMigrations(dialect: string) {
  const journal = readFileSync(`${folder(dialect)}/meta/_journal.json`, 'utf8')
  return (JSON.parse(journal) as Journal).entries.map((entry) => entry.when)
}

/** Throws where a database has seen a migration that this code does not know. */
export function refuseNewer(applied: number[], known: number[]) {
  if (applied.some((when) => !known.includes(when)))
    throw new Error(
      'This database was made by a newer Granaio. Run that version, or restore an older backup.',
    )
}
