import { readdirSync } from 'node:fs'
import { is, Table } from 'drizzle-orm'
import { db } from '#db/database.server.ts'
import type { AnyTable } from '#db/dialect.ts'

/** Every table of the schema. */
export async function allTables() {
  const found: AnyTable[] = []
  for (const file of readdirSync('db/schema')) {
    const schema = (await import(`../db/schema/${file.slice(0, -3)}.ts`)) as Record<string, unknown>
    for (const one of Object.values(schema)) if (is(one, Table)) found.push(one as AnyTable)
  }
  return found
}

/** All that stands in the database, as one text. */
export async function dump() {
  const rows = await Promise.all((await allTables()).map((table) => db.select().from(table)))
  return JSON.stringify(rows)
}
