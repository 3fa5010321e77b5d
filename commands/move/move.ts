import { indexed } from '#app/domain/ideas/words.rules.ts'
import { knownMigrations } from '#db/migration-journal.ts'
import { compare, type Line, Tally } from './compare.ts'
import type { postgresSide } from './postgres-side.ts'
import { indexCases } from './case-index.ts'
import { cellsBy, type Side, type Table } from './side.ts'
import type { sqliteSide } from './sqlite-side.ts'

export type Pair = {
  from: Side
  to: Side
  sqlite: ReturnType<typeof sqliteSide>
  postgres: Awaited<ReturnType<typeof postgresSide>>
}
type Far = (table: string, far: { bytes: number; size: number; rows: number }) => void

/**
 * Copies everything from one database to the other, builds its search index, and compares the two;
 * answers the comparison. All of it is one transaction on the other side: whatever goes wrong, and
 * whatever differs, nothing of it stays. Throws where the two do not fit.
 */
export async function move({ from, to, ...pair }: Pair, show: Far): Promise<Line[]> {
  const tables = await tablesOf({ from, to, ...pair })
  await from.begin('read')
  await to.begin('write')
  try {
    const copied = new Map<string, Tally>()
    for (const table of tables) copied.set(table.name, await copy(from, to, table, show))
    await buildIndex(
      to,
      tables.find(({ name }) => name === 'ideas')!,
      await tagsIn(to, tables),
    )
    await indexCases(to, tables)
    const lines = await compare(from, to, tables, copied)
    if (lines.every(({ same }) => same)) await to.commit()
    else await to.rollback()
    return lines
  } catch (error) {
    await to.rollback()
    throw error
  } finally {
    await from.rollback()
  }
}

/** Throws where a database is not as this code made it, or the other one is not empty. */
async function tablesOf({ from, to, sqlite, postgres }: Pair): Promise<Table[]> {
  for (const side of [from, to]) {
    const known = knownMigrations(side === sqlite ? 'sqlite' : 'postgres').map(String)
    const which = side === from ? 'source' : 'target'
    if (String(await side.migrations()) !== String(known.sort()))
      throw new Error(
        `The ${which} is not migrated as this version is: start this version on it once.`,
      )
  }
  const [kinds, columns] = [await postgres.kinds(), await sqlite.tables()]
  const named = (all: Iterable<string>) => [...all].sort().join(', ')
  if (named(kinds.keys()) !== named(columns.keys()))
    throw new Error(
      `The two do not have the same tables: ${named(columns.keys())} / ${named(kinds.keys())}`,
    )
  const tables = inOrder(sqlite.parents()).map((name) => ({
    name,
    columns: columns.get(name)!.map((column) => {
      const kind = kinds.get(name)!.get(column)
      if (!kind || kinds.get(name)!.size !== columns.get(name)!.length)
        throw new Error(`The two do not have the same columns in ${name}.`)
      return { name: column, kind }
    }),
  }))
  for (const { name } of tables)
    if (await to.countOf(name)) throw new Error(`The target is not empty: it has rows in ${name}.`)
  return tables
}

/** Whatever is referred to comes before what refers to it. */
function inOrder(parents: Map<string, string[]>) {
  const done = new Set<string>()
  const visit = (name: string) => {
    if (done.has(name)) return
    for (const parent of parents.get(name)!) if (parent !== name) visit(parent)
    done.add(name)
  }
  for (const name of parents.keys()) visit(name)
  return [...done]
}

async function copy(from: Side, to: Side, table: Table, show: Far) {
  const [tally, size] = [new Tally(table), await from.countOf(table.name)]
  for await (const rows of from.rowsOf(table)) {
    await to.insert(table, rows)
    tally.add(rows)
    show(table.name, { bytes: tally.rows, size, rows: tally.rows })
  }
  return tally
}

async function tagsIn(side: Side, tables: Table[]) {
  const table = tables.find(({ name }) => name === 'idea_tags')!
  const cell = cellsBy(table)
  const tags = new Map<string, string[]>()
  for await (const rows of side.rowsOf(table))
    for (const row of rows) {
      const ideaId = String(cell(row, 'idea_id'))
      tags.set(ideaId, [...(tags.get(ideaId) ?? []), String(cell(row, 'tag'))])
    }
  return tags
}

async function buildIndex(side: Side, table: Table, tags: Map<string, string[]>) {
  const cell = cellsBy(table)
  for await (const rows of side.rowsOf(table))
    for (const row of rows) {
      if (cell(row, 'place') === 'private') continue
      const [title, body] = [String(cell(row, 'title')), String(cell(row, 'body'))]
      const words = [body, ...(tags.get(String(cell(row, 'id'))) ?? [])].join(' ')
      await side.indexIdea(Number(cell(row, 'number')), indexed(title), indexed(words))
    }
}
